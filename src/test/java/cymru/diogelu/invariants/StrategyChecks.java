package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;
import static cymru.diogelu.invariants.Asks.offeredTo;
import static cymru.diogelu.invariants.Asks.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Strategy discussion and meeting: when they are due, who is needed, what they record and how they end. */
final class StrategyChecks {

    private static final List<String> DISCUSSION = List.of("discussionDecision");
    private static final List<String> MEETING = List.of("meetingS47");

    private StrategyChecks() {}

    static List<Check> all() {
        return List.of(
                significantHarm(),
                enquiryOnlyByDecision(),
                authority(),
                always(),
                behaviour(),
                behaviourRecorded(),
                agencies(),
                record(),
                meetingEnds(),
                meetingEndsRecorded(),
                wholeChild());
    }

    private static Check significantHarm() {
        return Check.of(
                        "INV-17",
                        "reasonable cause to suspect significant harm leads to a strategy discussion, whatever the manager decides",
                        "initial-route; strategy-discussion-due; safeguarding-case gateway_strategyDue",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String harm : List.of("yes", "unknown")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("reportDuty", "report")
                                        .assuming("significantHarm", harm);
                                findings.addAll(
                                        discussed(paths, paths.asking("significantHarm"), "significant harm " + harm));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.withoutRow("initial-route", 5).foundAt("gateway_strategyDue"),
                        Bends.output("strategy-discussion-due", 3, "no").foundAt("gateway_strategyDue"),
                        Bends.keepBack("safeguarding-case", "callActivity_reportOrSupport", "route")
                                .foundAt("gateway_strategyDue"),
                        Bends.redirect("safeguarding-case", "flow_strategyDue_strategy", "gateway_support")
                                .foundAt("gateway_strategyDue"));
    }

    private static List<Finding> discussed(Paths paths, List<Place> from, String why) {
        return everyCasePasses(paths, from, paths.asks("discussionDecision"), why + ": no strategy discussion");
    }

    private static Check enquiryOnlyByDecision() {
        return Check.of(
                        "INV-17",
                        "an enquiry starts only by a strategy decision or by an order, never before and never against it",
                        "after-strategy-discussion; after-strategy-meeting; safeguarding-case gateway_enquiryDue",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            Paths without = paths.assuming("discussionDecision", "nfa", "strategyMeeting")
                                    .assuming("meetingS47", "no")
                                    .assuming("protectionOrder", "none");
                            List<Finding> findings = new ArrayList<>(nothingBefore(
                                    paths,
                                    paths.start(),
                                    paths.asks("discussionDecision"),
                                    paths.asks("startedByDecision"),
                                    "an enquiry starts before a strategy decision"));
                            without.asking("startedByDecision").stream()
                                    .map(task -> task.finding("an enquiry starts without decision or order"))
                                    .forEach(findings::add);
                            return findings;
                        })
                .bentBy(
                        Bends.redirect("safeguarding-case", "flow_strategyDue_strategy", "callActivity_section47")
                                .foundAt("userTask_appointEnquiryLead"),
                        Bends.output("after-strategy-discussion", 5, "enquiry").foundAt("userTask_appointEnquiryLead"),
                        Bends.output("after-strategy-meeting", 3, "enquiry").foundAt("userTask_appointEnquiryLead"));
    }

    private static Check authority() {
        return Check.of(
                        "INV-18",
                        "the manager of the authority where the child is arranges the discussion and says so",
                        "strategy-discussion userTask_arrangeDiscussion: team-manager; strategy-arrangements: locatedHere",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(demanded(List.of("locatedHere"), "locatedHere")
                                    .apply(pathway));
                            findings.addAll(nothingBefore(
                                    paths,
                                    paths.start(),
                                    paths.asks("locatedHere"),
                                    paths.asks("discussionDecision"),
                                    "is held before the authority is settled"));
                            findings.addAll(offeredTo(paths.asking("locatedHere"), "team-manager"));
                            findings.addAll(offeredTo(paths.asking("discussionDecision"), "team-manager"));
                            return findings;
                        })
                .bentBy(
                        Bends.optional("strategy-arrangements", "locatedHere"),
                        Bends.leaveOut("strategy-discussion", "userTask_arrangeDiscussion")
                                .foundAt("userTask_holdDiscussion"),
                        Bends.group("strategy-discussion", "userTask_holdDiscussion", "home-la"));
    }

    private static Check always() {
        return Check.of(
                        "INV-19",
                        "a child with a plan, on the register, looked after or in secure care always has a strategy discussion",
                        "report-duty; initial-route; strategy-discussion-due",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String status :
                                    List.of("careAndSupportPlan", "cpRegister", "lookedAfter", "secureEstate")) {
                                for (List<String> statuses : List.of(List.of(status), List.of(status, "adopted"))) {
                                    Paths paths = Paths.of(pathway).assuming("legalStatus", statuses);
                                    findings.addAll(discussed(paths, List.of(paths.start()), status));
                                }
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.withoutRow("initial-route", 6)
                                .and(Bends.output("strategy-discussion-due", 5, "no"))
                                .foundAt("gateway_strategyDue"),
                        Bends.input(
                                        "strategy-discussion-due",
                                        5,
                                        "some item in legalStatus satisfies list contains([\"cpRegister\", \"lookedAfter\", \"secureEstate\"], item)")
                                .and(Bends.withoutRow("initial-route", 6))
                                .foundAt("gateway_strategyDue"),
                        Bends.redirect("safeguarding-case", "flow_strategyDue_strategy", "gateway_support")
                                .foundAt("gateway_strategyDue"));
    }

    private static Check behaviour() {
        return Check.of(
                        "INV-20",
                        "abusive or violent sexual behaviour brings a discussion, and youth justice is always invited to it",
                        "initial-route row 7; strategy-invitees rows 4 and 5",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String level : List.of("abusive", "violent")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("reportDuty", "report")
                                        .assuming("hackettLevel", level);
                                findings.addAll(discussed(paths, paths.asking("significantHarm"), level));
                            }
                            Paths child = Paths.of(pathway).assuming("hsbByChild", "yes");
                            Paths concern = Paths.of(pathway).assuming("concernTypes", List.of("hsb"));
                            Stream.of(child, concern)
                                    .forEach(paths -> findings.addAll(invited(paths, "youth-justice")));
                            return findings;
                        })
                .bentBy(
                        Bends.cell("initial-route", 7, 7, "\"violent\"").foundAt("gateway_strategyDue"),
                        Bends.withoutRow("strategy-invitees", 4).foundAt("gateway_invited"),
                        Bends.withoutRow("strategy-invitees", 5).foundAt("gateway_invited"));
    }

    /** Wherever agencies are invited to share what they know, this one is among them. */
    private static List<Finding> invited(Paths paths, String agency) {
        List<Place> after = paths.places(
                place -> place.procedure().steps().values().stream().anyMatch(step -> "invitees".equals(step.result()))
                        && place.step().is("parallelGateway"));
        return after.stream()
                .filter(place -> paths.facts().values(place, "invitees").stream()
                        .anyMatch(invitees -> !(invitees instanceof List<?> list && list.contains(agency))))
                .map(place -> place.finding(agency + " is not invited"))
                .toList();
    }

    private static Check behaviourRecorded() {
        return Check.of(
                        "INV-20",
                        "a discussion of a child's sexual behaviour cannot be recorded without youth justice and the other children",
                        "strategy-discussion-record: youthJusticeTookPart, otherResidentChildrenDiscussed; hold-strategy-meeting",
                        Asks.all(
                                demanded(List.of("hsbByChild"), "hsbByChild"),
                                demanded(
                                        DISCUSSION,
                                        Map.of("hsbByChild", "yes"),
                                        "youthJusticeTookPart",
                                        "otherResidentChildrenDiscussed",
                                        "otherResidentChildrenAccount"),
                                demanded(
                                        MEETING,
                                        Map.of("concernTypes", List.of("hsb")),
                                        "youthJusticeTookPart",
                                        "otherResidentChildrenSafety")))
                .bentBy(
                        Bends.optional("strategy-discussion-record", "youthJusticeTookPart"),
                        Bends.hidden(
                                "strategy-discussion-record",
                                "otherResidentChildrenDiscussed",
                                "=discussionDecision = \"nfa\""),
                        Bends.unasked("strategy-discussion-record", "otherResidentChildrenAccount"),
                        Bends.optional("hold-strategy-meeting", "youthJusticeTookPart"));
    }

    private static Check agencies() {
        return Check.of(
                        "INV-21",
                        "no discussion or meeting without social services and police, and it is said who can decide",
                        "strategy-discussion-record: decidingAgencies; hold-strategy-meeting: agenciesTakingPart; strategy-invitees",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>(missing(pathway, DISCUSSION, "decidingAgencies"));
                            findings.addAll(missing(pathway, MEETING, "agenciesTakingPart"));
                            findings.addAll(
                                    demanded(DISCUSSION, "decidingAgencies", "authorisedToDecide", "participants")
                                            .apply(pathway));
                            findings.addAll(demanded(MEETING, "agenciesTakingPart", "authorisedToDecide")
                                    .apply(pathway));
                            findings.addAll(invited(Paths.of(pathway), "police-ppu"));
                            return findings;
                        })
                .bentBy(
                        Bends.property(
                                "strategy-discussion-record", "decidingAgencies", "mustInclude", "socialServices"),
                        Bends.property("hold-strategy-meeting", "agenciesTakingPart", "mustInclude", "police"),
                        Bends.optional("strategy-discussion-record", "authorisedToDecide"),
                        Bends.cell("strategy-invitees", 1, 2, "\"yes\"").foundAt("gateway_invited"));
    }

    private static List<Finding> missing(Pathway pathway, List<String> asking, String key) {
        Questions questions = new Questions(pathway);
        return pathway.formsAsking(asking.toArray(String[]::new)).stream()
                .filter(form -> Set.of("socialServices", "police").stream()
                        .anyMatch(agency -> !questions.refusesAnswer(form, key, List.of(agency, "health"), Map.of())))
                .map(form -> form.finding(key, "may be without social services or police"))
                .toList();
    }

    private static Check record() {
        return Check.of(
                        "INV-22",
                        "every discussion and meeting has reasons, and its record goes into the child's own, within DL-25",
                        "strategy-discussion userTask_sendRecord; strategy-meeting userTask_circulateMeetingRecord; DL-25",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(
                                    demanded(DISCUSSION, "reasons").apply(pathway));
                            findings.addAll(demanded(MEETING, "reasons").apply(pathway));
                            findings.addAll(demanded(List.of("inChildsOwnRecord"), "inChildsOwnRecord")
                                    .apply(pathway));
                            findings.addAll(demanded(List.of("recordSentAt"), "recordSentAt")
                                    .apply(pathway));
                            findings.addAll(everyCasePasses(
                                    paths,
                                    paths.asking("discussionDecision"),
                                    paths.asks("inChildsOwnRecord"),
                                    "no record is sent"));
                            findings.addAll(everyCasePasses(
                                    paths,
                                    paths.asking("meetingS47"),
                                    paths.asks("inEachChildsRecord"),
                                    "no record is sent"));
                            paths.asking("inChildsOwnRecord").forEach(task -> findings.addAll(watched(task, "DL-25")));
                            return findings;
                        })
                .bentBy(
                        Bends.optional("strategy-discussion-record", "reasons"),
                        Bends.optional("strategy-record-sent", "inChildsOwnRecord"),
                        Bends.leaveOut("strategy-discussion", "userTask_sendRecord")
                                .foundAt("userTask_holdDiscussion"),
                        Bends.leaveOut("strategy-meeting", "userTask_circulateMeetingRecord")
                                .foundAt("userTask_holdStrategyMeeting"),
                        Bends.attribute(
                                "strategy-discussion", "boundaryEvent_sendRecordDL25", "cancelActivity", "true"));
    }

    private static Check meetingEnds() {
        return Check.of(
                        "INV-23",
                        "a strategy meeting ends in agreed actions or in reasons for none; an enquiry or a plan always has actions",
                        "plan-required; strategy-meeting gateway_planRequired",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    paths,
                                    paths.asking("meetingS47"),
                                    place -> pathway.asks(place.step(), "planType", "actions")
                                            || pathway.asks(place.step(), "noPlanRationale"),
                                    "a third way out"));
                            for (Paths due : List.of(
                                    paths.assuming("meetingS47", "startSingle", "startJoint", "continue"),
                                    paths.assuming("planAgreed", "yes"),
                                    paths.assuming("legalStatus", List.of("cpRegister")))) {
                                findings.addAll(everyCasePasses(
                                        due,
                                        due.asking("meetingS47"),
                                        due.asks("planType", "actions"),
                                        "actions are due"));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.redirect(
                                        "strategy-meeting",
                                        "flow_planRequired_recordWhyNoPlan",
                                        "gateway_meetingConcluded")
                                .foundAt("gateway_planRequired"),
                        Bends.output("plan-required", 2, "no").foundAt("gateway_planRequired"),
                        Bends.leaveOut("strategy-meeting", "userTask_agreeMeetingActions")
                                .foundAt("gateway_planRequired"));
    }

    private static Check meetingEndsRecorded() {
        return Check.of(
                        "INV-23",
                        "each action has an owner and a date; no plan has a rationale and a considered referral",
                        "agree-meeting-actions: actions; record-why-no-plan",
                        Asks.all(
                                demanded(List.of("planType", "actions"), "actions", "what", "owner", "due"),
                                demanded(
                                        List.of("noPlanRationale"),
                                        "noPlanRationale",
                                        "preventativeConsidered",
                                        "preventativeReason")))
                .bentBy(
                        Bends.optional("agree-meeting-actions", "owner"),
                        Bends.optional("agree-meeting-actions", "due"),
                        Bends.optional("agree-meeting-actions", "actions"),
                        Bends.optional("record-why-no-plan", "noPlanRationale"),
                        Bends.unasked("record-why-no-plan", "preventativeConsidered"));
    }

    private static Check wholeChild() {
        return Check.of(
                        "INV-24",
                        "every discussion and meeting asks about other issues, and every plan is about the whole child",
                        "strategy-discussion-record, hold-strategy-meeting: otherIssues; plans: holisticNeedsCovered",
                        Asks.all(
                                demanded(DISCUSSION, "otherIssues"),
                                demanded(MEETING, "otherIssues"),
                                demanded(MEETING, Map.of("otherIssues", List.of("missing")), "howOtherIssuesAreMet"),
                                demanded(DISCUSSION, Map.of("otherIssues", List.of("missing")), "otherIssuesAccount"),
                                demanded(List.of("planType", "actions"), "holisticNeedsCovered"),
                                demanded(List.of("holisticNeedsCovered"), "holisticNeedsCovered"),
                                StrategyChecks::safetyAlone))
                .bentBy(
                        Bends.optional("hold-strategy-meeting", "otherIssues"),
                        Bends.hidden("strategy-discussion-record", "otherIssues", "=discussionDecision = \"nfa\""),
                        Bends.unasked("agree-meeting-actions", "holisticNeedsCovered"),
                        Bends.property("care-and-support-plan", "holisticNeedsCovered", "mustInclude", "safety"));
    }

    private static List<Finding> safetyAlone(Pathway pathway) {
        return pathway.formsAsking("holisticNeedsCovered").stream()
                .filter(form -> form.form().isPresent())
                .filter(form -> !new Questions(pathway)
                        .refusesAnswer(form, "holisticNeedsCovered", List.of("safety"), Map.of()))
                .map(form -> form.finding("holisticNeedsCovered", "a plan may be about safety alone"))
                .toList();
    }
}
