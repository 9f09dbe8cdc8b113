package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;
import static cymru.diogelu.invariants.Asks.offeredTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conference and the child's advocate at it. */
final class ConferenceChecks {

    private ConferenceChecks() {}

    static List<Check> all() {
        return List.of(registered(), postponed(), offered(), offeredAgain(), offerRecorded(), opening());
    }

    private static Check registered() {
        return Check.of(
                        "INV-31",
                        "a child at continuing risk is registered, with category, plan, co-ordinator, core group and review date",
                        "conference-decision; initial-child-protection-conference userTask_agreeOutlinePlan; agree-outline-plan",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            Paths any = Paths.of(pathway);
                            for (Paths paths :
                                    List.of(any.assuming("continuingRisk", "yes"), any.assuming("decision", "2"))) {
                                findings.addAll(everyCasePasses(
                                        paths,
                                        paths.asking("continuingRisk"),
                                        paths.asks("categories"),
                                        "no plan for the register"));
                            }
                            findings.addAll(demanded(List.of("continuingRisk"), "continuingRisk", "decision", "reasons")
                                    .apply(pathway));
                            findings.addAll(demanded(
                                            List.of("categories"),
                                            "categories",
                                            "coordinator",
                                            "coreGroup",
                                            "coreGroupDate",
                                            "reviewDate",
                                            "outlinePlan")
                                    .apply(pathway));
                            return findings;
                        })
                .bentBy(
                        Bends.output("conference-decision", 2, "careAndSupport").foundAt("gateway_whichDecision"),
                        Bends.leaveOut("initial-child-protection-conference", "userTask_agreeOutlinePlan")
                                .foundAt("userTask_recordConferenceDecision"),
                        Bends.optional("agree-outline-plan", "categories"),
                        Bends.optional("agree-outline-plan", "coreGroup"),
                        Bends.unasked("agree-outline-plan", "reviewDate"));
    }

    private static Check postponed() {
        return Check.of(
                        "INV-32",
                        "only the chair postpones, with safety meanwhile and a new date, and the conference comes back to the chair",
                        "initial-child-protection-conference userTask_openConference: conference-chair; open-conference",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            Paths later = paths.assuming("conferenceStart", "postponed");
                            List<Finding> findings =
                                    new ArrayList<>(offeredTo(paths.asking("conferenceStart"), "conference-chair"));
                            later.asking("conferenceStart").stream()
                                    .filter(task -> later.wayRound(
                                                    task,
                                                    place -> !place.equals(task)
                                                            && later.asks("conferenceStart")
                                                                    .test(place))
                                            .isPresent())
                                    .map(task -> task.finding("a postponed conference is lost"))
                                    .forEach(findings::add);
                            later.asking("continuingRisk").stream()
                                    .map(task -> task.finding("a postponed conference decides"))
                                    .forEach(findings::add);
                            findings.addAll(demanded(
                                            List.of("conferenceStart"),
                                            Map.of("conferenceStart", "postponed"),
                                            "reasonPostponed",
                                            "interimSafety",
                                            "newDate")
                                    .apply(pathway));
                            return findings;
                        })
                .bentBy(
                        Bends.group("initial-child-protection-conference", "userTask_openConference", "team-manager"),
                        Bends.redirect(
                                        "initial-child-protection-conference",
                                        "flow_goesAhead_conferenceDue",
                                        "userTask_recordConferenceDecision")
                                .foundAt("userTask_recordConferenceDecision"),
                        Bends.optional("open-conference", "interimSafety"),
                        Bends.optional("open-conference", "newDate"));
    }

    private static Check offered() {
        return Check.of(
                        "INV-34",
                        "a looked-after child and a child on the way to a conference are offered an advocate by the service itself",
                        "advocacy-due; initial-child-protection-conference callActivity_offerAdvocacy; ipa-active-offer: advocacy-provider",
                        pathway -> {
                            Paths cared = Paths.of(pathway).assuming("legalStatus", List.of("lookedAfter"));
                            Paths risk = Paths.of(pathway).assuming("determination", "D3");
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    cared,
                                    List.of(cared.start()),
                                    cared.asks("advocacyResponse"),
                                    "looked after, no offer"));
                            findings.addAll(everyCasePasses(
                                    risk,
                                    risk.asking("determination"),
                                    risk.asks("advocacyResponse"),
                                    "conference, no offer"));
                            findings.addAll(offeredTo(risk.asking("advocacyResponse"), "advocacy-provider"));
                            return findings;
                        })
                .bentBy(
                        Bends.output("advocacy-due", 1, "no").foundAt("gateway_emergency"),
                        Bends.withhold("safeguarding-case", "callActivity_parallelDuties", "legalStatus")
                                .foundAt("gateway_emergency"),
                        Bends.leaveOut("ipa-active-offer", "userTask_makeAdvocacyOffer")
                                .foundAt("startEvent_concernRaised"),
                        Bends.group("ipa-active-offer", "userTask_makeAdvocacyOffer", "social-worker"));
    }

    private static Check offeredAgain() {
        return Check.of(
                        "INV-34",
                        "an offer without an answer is made again, also at the next stage",
                        "advocacy-next-step; ipa-active-offer gateway_childAnswered; conference gateway_advocacyTakenUp",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String answer : List.of("thinking", "notReached")) {
                                Paths paths = Paths.of(pathway).assuming("advocacyResponse", answer);
                                paths.asking("advocacyResponse").stream()
                                        .filter(task -> endsWithoutAnotherOffer(paths, task))
                                        .map(task -> task.finding(answer + " is taken for an answer"))
                                        .forEach(findings::add);
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.output("advocacy-next-step", 4, "nextStage").foundAt("userTask_makeAdvocacyOffer"),
                        Bends.redirect(
                                        "ipa-active-offer",
                                        "flow_childAnswered_timeGiven",
                                        "endEvent_offerPassedToNextStage")
                                .foundAt("userTask_makeAdvocacyOffer"),
                        Bends.leaveOut("initial-child-protection-conference", "callActivity_offerAdvocacyAgain")
                                .foundAt("userTask_makeAdvocacyOffer"));
    }

    private static boolean endsWithoutAnotherOffer(Paths paths, Place offer) {
        Paths possible = paths.assuming("nextOffer", "offerAgain");
        return possible.wayRound(
                        offer,
                        place -> !place.equals(offer)
                                && (possible.asks("advocacyResponse").test(place)
                                        || possible.asks("nextOffer").test(place)))
                .isPresent();
    }

    private static Check offerRecorded() {
        return Check.of(
                        "INV-34",
                        "the child's own answer is recorded, by the service, and when the offer is made again",
                        "make-advocacy-offer",
                        Asks.all(
                                demanded(
                                        List.of("advocacyResponse"),
                                        "advocacyResponse",
                                        "offerMadeAt",
                                        "offerMadeBy",
                                        "madeByService"),
                                demanded(
                                        List.of("advocacyResponse"),
                                        Map.of("advocacyResponse", "declined"),
                                        "nextOfferStage"),
                                demanded(
                                        List.of("advocacyResponse"),
                                        Map.of("advocacyResponse", "notReached"),
                                        "reasonNotReached")))
                .bentBy(
                        Bends.optional("make-advocacy-offer", "advocacyResponse"),
                        Bends.optional("make-advocacy-offer", "madeByService"),
                        Bends.hidden("make-advocacy-offer", "nextOfferStage", "=advocacyResponse = \"declined\""));
    }

    private static Check opening() {
        return Check.of(
                        "INV-35",
                        "a conference opens only with a result of the offer or a reason for none, and decides only after it opened",
                        "open-conference: reasonNoAdvocacyResult; conference callActivity_offerAdvocacy",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(nothingBefore(
                                    paths,
                                    paths.start(),
                                    paths.asks("conferenceStart", "reasonNoAdvocacyResult"),
                                    paths.asks("continuingRisk"),
                                    "a conference decides that was never opened"));
                            pathway.formsAsking("conferenceStart")
                                    .forEach(form -> findings.addAll(unanswered(pathway, form)));
                            return findings;
                        })
                .bentBy(
                        Bends.optional("open-conference", "reasonNoAdvocacyResult"),
                        Bends.hidden("open-conference", "reasonNoAdvocacyResult", "=quorate = \"yes\""),
                        Bends.redirect(
                                        "initial-child-protection-conference",
                                        "flow_conferenceDue_openConference",
                                        "userTask_recordConferenceDecision")
                                .foundAt("userTask_recordConferenceDecision"));
    }

    /** Without any result on record the reason is demanded. */
    private static List<Finding> unanswered(Pathway pathway, FormFile form) {
        Map<String, Object> none = new HashMap<>(Map.of("conferenceStart", "goesAhead"));
        none.put("advocacyResponse", null);
        return new Questions(pathway).demands(form, "reasonNoAdvocacyResult", none);
    }
}
