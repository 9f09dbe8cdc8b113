package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;
import static cymru.diogelu.invariants.Asks.offeredTo;
import static cymru.diogelu.invariants.Asks.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The enquiry under section 47: who leads it, that the child is seen, and what its determination brings. */
final class EnquiryChecks {

    private EnquiryChecks() {}

    static List<Check> all() {
        return List.of(
                lead(),
                seen(),
                seenRecorded(),
                refused(),
                refusedRecorded(),
                ratified(),
                conference(),
                otherChildren());
    }

    private static Check lead() {
        return Check.of(
                        "INV-26",
                        "nothing of an enquiry begins before a manager has named a qualified and supervised lead",
                        "section-47-enquiry userTask_appointEnquiryLead: team-manager; appoint-enquiry-lead",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(
                                    demanded(List.of("startedByDecision"), "lead", "qualified", "supervisor")
                                            .apply(pathway));
                            paths.places(Paths.calls("section-47-enquiry"))
                                    .forEach(call -> findings.addAll(nothingBefore(
                                            paths,
                                            call,
                                            paths.asks("qualified", "lead"),
                                            place -> call.equals(place.caller())
                                                    && place.step().waits(),
                                            "begins before the enquiry has a lead")));
                            findings.addAll(offeredTo(paths.asking("qualified", "lead"), "team-manager"));
                            findings.addAll(offeredTo(paths.asking("determination"), "social-worker"));
                            return findings;
                        })
                .bentBy(
                        Bends.optional("appoint-enquiry-lead", "qualified"),
                        Bends.leaveOut("section-47-enquiry", "userTask_appointEnquiryLead")
                                .foundAt("userTask_gatherEnquiryInformation"),
                        Bends.group("section-47-enquiry", "userTask_determineEnquiryOutcome", "police-ppu"));
    }

    private static Check seen() {
        return Check.of(
                        "INV-27",
                        "no determination before somebody was to see the child",
                        "section-47-enquiry callActivity_accessToChild; access-to-child userTask_seeChild",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            return nothingBefore(
                                    paths,
                                    paths.start(),
                                    paths.asks("childSeen", "accessRefused"),
                                    paths.asks("determination"),
                                    "is decided before anybody was to see the child");
                        })
                .bentBy(
                        Bends.leaveOut("section-47-enquiry", "callActivity_accessToChild")
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.redirect(
                                        "section-47-enquiry",
                                        "flow_familyAndAgenciesHeard_enquiryWorkDone",
                                        "gateway_determinationDue")
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.leaveOut("access-to-child", "userTask_seeChild")
                                .foundAt("userTask_determineEnquiryOutcome"));
    }

    private static Check seenRecorded() {
        return Check.of(
                        "INV-27",
                        "wherever it is asked whether the child was seen, a child not seen needs the reason; a visit has wishes and feelings",
                        "every form with childSeen; see-child",
                        Asks.all(
                                demanded(List.of("childSeen"), "childSeen"),
                                demanded(List.of("childSeen"), Map.of("childSeen", "no"), "reasonNotSeen"),
                                demanded(
                                        List.of("childSeen", "accessRefused"),
                                        Map.of("childSeen", "yes"),
                                        "seenAlone",
                                        "howHeard",
                                        "wishesAndFeelings"),
                                demanded(List.of("childSeen", "seenAlone"), Map.of("childSeen", "yes"), "seenAlone"),
                                demanded(
                                        List.of("childSeen", "accessRefused"),
                                        Map.of("childSeen", "no"),
                                        "whatIsDoneToSeeChild"),
                                demanded(
                                        List.of("seenAlone", "reasonNotAlone"),
                                        Map.of("childSeen", "yes", "seenAlone", "no"),
                                        "reasonNotAlone"),
                                demanded(List.of("determination"), "weightGiven"),
                                demanded(List.of("continuingRisk"), "wishesAndFeelings")))
                .bentBy(
                        Bends.optional("see-child", "wishesAndFeelings"),
                        Bends.hidden("see-child", "reasonNotSeen", "=childSeen != \"no\" or accessRefused = \"yes\""),
                        Bends.optional("initial-checks", "reasonNotSeen"),
                        Bends.unasked("see-child", "whatIsDoneToSeeChild"));
    }

    private static Check refused() {
        return Check.of(
                        "INV-28",
                        "refused access goes to a manager who decides on a legal route before anything is determined",
                        "access-result; access-to-child userTask_decideLegalRoute: team-manager, PR-09",
                        pathway -> {
                            Paths paths = Paths.of(pathway).assuming("accessRefused", "yes");
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    paths,
                                    paths.asking("accessRefused"),
                                    paths.asks("legalRoute"),
                                    "no legal route is considered"));
                            findings.addAll(offeredTo(paths.asking("legalRoute"), "team-manager"));
                            paths.asking("legalRoute").forEach(task -> findings.addAll(watched(task, "PR-09")));
                            return findings;
                        })
                .bentBy(
                        Bends.output("access-result", 1, "notSeen").foundAt("userTask_seeChild"),
                        Bends.redirect(
                                        "access-to-child",
                                        "flow_childSeen_decideLegalRoute",
                                        "endEvent_childNotSeenWithReason")
                                .foundAt("userTask_seeChild"),
                        Bends.group("access-to-child", "userTask_decideLegalRoute", "social-worker"));
    }

    private static Check refusedRecorded() {
        return Check.of(
                        "INV-28",
                        "it is said whether access was refused; the route has advice and reasons, and no order a reason of its own",
                        "see-child: accessRefused; decide-legal-route",
                        Asks.all(
                                demanded(List.of("accessRefused"), "accessRefused"),
                                demanded(
                                        List.of("legalRoute"), "legalRoute", "legalAdvice", "reasons", "interimSafety"),
                                demanded(List.of("legalRoute"), Map.of("legalRoute", "notNeeded"), "reasonNoOrder")))
                .bentBy(
                        Bends.optional("see-child", "accessRefused"),
                        Bends.optional("decide-legal-route", "reasonNoOrder"),
                        Bends.hidden("decide-legal-route", "legalAdvice", "=policeProtectionConsidered = \"yes\""));
    }

    private static Check ratified() {
        return Check.of(
                        "INV-29",
                        "one determination; that nothing was substantiated stands only when a manager ratifies it",
                        "enquiry-outcome; section-47-enquiry userTask_ratifyDetermination: team-manager, gateway_ratified",
                        pathway -> {
                            Paths found = Paths.of(pathway).assuming("determination", "D1");
                            Paths sentBack = found.assuming("ratified", "no");
                            List<Finding> findings =
                                    new ArrayList<>(demanded(List.of("determination"), "determination", "reasons")
                                            .apply(pathway));
                            findings.addAll(demanded(List.of("ratified"), "ratified", "ratifiedBy", "reasons")
                                    .apply(pathway));
                            findings.addAll(everyCasePasses(
                                    found,
                                    found.asking("determination"),
                                    found.asks("ratified"),
                                    "D1 is not ratified"));
                            findings.addAll(offeredTo(found.asking("ratified"), "team-manager"));
                            sentBack.asking("ratified").stream()
                                    .filter(task -> sentBack.wayRound(task, sentBack.asks("determination"))
                                            .isPresent())
                                    .map(task -> task.finding("an unratified determination stands"))
                                    .forEach(findings::add);
                            return findings;
                        })
                .bentBy(
                        Bends.output("enquiry-outcome", 3, "careAndSupport")
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.redirect(
                                        "section-47-enquiry",
                                        "flow_whatFollows_ratifyDetermination",
                                        "gateway_outcomeToBeTold")
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.redirect(
                                        "section-47-enquiry",
                                        "flow_ratified_determinationDue",
                                        "gateway_outcomeToBeTold")
                                .foundAt("userTask_ratifyDetermination"),
                        Bends.group("section-47-enquiry", "userTask_ratifyDetermination", "social-worker"),
                        Bends.optional("determine-enquiry-outcome", "determination"));
    }

    private static Check conference() {
        return Check.of(
                        "INV-29",
                        "continuing risk always leads to a conference",
                        "enquiry-outcome; safeguarding-case gateway_atContinuingRisk",
                        pathway -> {
                            Paths paths = Paths.of(pathway).assuming("determination", "D3");
                            return everyCasePasses(
                                    paths,
                                    paths.asking("determination"),
                                    paths.asks("conferenceStart"),
                                    "D3 without a conference");
                        })
                .bentBy(
                        Bends.redirect("safeguarding-case", "flow_atContinuingRisk_conference", "gateway_support")
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.keepBack("safeguarding-case", "callActivity_section47", "determination")
                                .foundAt("userTask_determineEnquiryOutcome"));
    }

    private static Check otherChildren() {
        return Check.of(
                        "INV-30",
                        "brothers, sisters and other children are considered in checks, discussion, meeting, enquiry and conference",
                        "siblingsConsidered, siblingsAccount, siblingsDecision of the forms that decide",
                        Asks.all(
                                demanded(List.of("checksDone"), "siblingsConsidered", "siblingsAccount"),
                                demanded(List.of("discussionDecision"), "siblingsConsidered", "siblingsAccount"),
                                demanded(List.of("meetingS47"), "siblingsConsidered"),
                                demanded(List.of("parentsConsulted"), "siblingsConsidered"),
                                demanded(List.of("determination"), "siblingsDecision"),
                                demanded(List.of("continuingRisk"), "siblingsDecision")))
                .bentBy(
                        Bends.optional("initial-checks", "siblingsAccount"),
                        Bends.hidden(
                                "strategy-discussion-record", "siblingsConsidered", "=discussionDecision = \"nfa\""),
                        Bends.unasked("determine-enquiry-outcome", "siblingsDecision"),
                        Bends.optional("record-conference-decision", "siblingsDecision"));
    }
}
