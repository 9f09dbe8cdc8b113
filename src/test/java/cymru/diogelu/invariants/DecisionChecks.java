package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;
import static cymru.diogelu.invariants.Asks.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What social services decide on a report, with reasons, and what they may not leave out. */
final class DecisionChecks {

    private static final List<String> DECISION = List.of("decision", "significantHarm");

    private DecisionChecks() {}

    static List<Check> all() {
        return List.of(
                decided(),
                reasons(),
                section47(),
                police(),
                policeQuestions(),
                onlineHarm(),
                closing(),
                support(),
                supportAsked(),
                prevention(),
                preventionAsked());
    }

    private static Check decided() {
        return Check.of(
                        "INV-09",
                        "every report is decided on, with the date, watched by the limit of DL-03",
                        "section-130-report userTask_decide, DL-03; initial-decision: decision, decidedAt",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    paths,
                                    paths.asking("causeForConcern"),
                                    paths.asks("decision", "significantHarm"),
                                    "a report is not decided on"));
                            paths.asking("decision", "significantHarm")
                                    .forEach(task -> findings.addAll(watched(task, "DL-03")));
                            findings.addAll(
                                    demanded(DECISION, "decision", "decidedAt").apply(pathway));
                            return findings;
                        })
                .bentBy(
                        Bends.leaveOut("section-130-report", "userTask_decide").foundAt("userTask_makeReport"),
                        Bends.redirect(
                                        "section-130-report",
                                        "flow_makeChecks_placeBehaviour",
                                        "businessRuleTask_setRoute")
                                .foundAt("userTask_makeReport"),
                        Bends.attribute("section-130-report", "boundaryEvent_decideDL03", "cancelActivity", "true"),
                        Bends.delete("section-130-report", "boundaryEvent_decideDL03")
                                .foundAt("userTask_decide"),
                        Bends.optional("initial-decision", "decidedAt"));
    }

    private static Check reasons() {
        return Check.of(
                        "INV-10",
                        "a child found not at risk has a recorded rationale and what support was spoken of",
                        "initial-decision: rationale, supportAdvised; record-without-report: rationale",
                        Asks.all(
                                demanded(DECISION, "rationale"),
                                demanded(DECISION, Map.of("decision", "notAtRisk"), "rationale", "supportAdvised"),
                                demanded(List.of("reportAfterAll"), Map.of("reportAfterAll", "no"), "rationale")))
                .bentBy(
                        Bends.optional("initial-decision", "rationale"),
                        Bends.hidden(
                                "initial-decision",
                                "rationale",
                                "=decision = \"notAtRisk\" and significantHarm = \"no\""),
                        Bends.optional("record-without-report", "rationale"),
                        Bends.hidden("record-without-report", "rationale", "=dspConsulted = \"yes\""));
    }

    private static Check section47() {
        return Check.of(
                        "INV-11",
                        "whatever is decided on a report, the grounds for section 47 were considered, with the reason",
                        "initial-decision: s47Considered, s47Reason",
                        Asks.all(demanded(DECISION, "s47Considered", "s47Reason", "significantHarm"), pathway -> {
                            Paths paths = Paths.of(pathway);
                            return everyCasePasses(
                                    paths,
                                    paths.asking("causeForConcern"),
                                    paths.asks("s47Considered", "s47Reason"),
                                    "nobody considers section 47");
                        }))
                .bentBy(
                        Bends.optional("initial-decision", "s47Considered"),
                        Bends.hidden("initial-decision", "s47Reason", "=decision = \"notAtRisk\""),
                        Bends.unasked("initial-decision", "s47Considered"));
    }

    private static Check police() {
        return Check.of(
                        "INV-12",
                        "a possible crime is discussed with the police before any other step of social services",
                        "section-130-report gateway_possibleCrime, userTask_discussWithPolice, PR-03",
                        pathway -> {
                            Paths paths = Paths.of(pathway)
                                    .assuming("possibleCrime", "yes")
                                    .assuming("dangerNow", "no");
                            List<Finding> findings = new ArrayList<>();
                            for (Place screening : paths.asking("possibleCrime")) {
                                findings.addAll(nothingBefore(
                                        paths,
                                        screening,
                                        paths.asks("policeReached"),
                                        place -> place.caller() == screening.caller()
                                                && place.step().waits(),
                                        "comes before the police"));
                            }
                            findings.addAll(everyCasePasses(
                                    paths,
                                    paths.asking("possibleCrime"),
                                    paths.asks("policeReached"),
                                    "the police are not told"));
                            paths.asking("policeReached").forEach(task -> findings.addAll(watched(task, "PR-03")));
                            return findings;
                        })
                .bentBy(
                        Bends.redirect(
                                        "section-130-report",
                                        "flow_possibleCrime_discussWithPolice",
                                        "gateway_policeKnow")
                                .foundAt("userTask_makeChecks"),
                        Bends.condition(
                                        "section-130-report",
                                        "flow_possibleCrime_policeKnow",
                                        "${possibleCrime == 'yes'}")
                                .foundAt("userTask_makeChecks"),
                        Bends.leaveOut("section-130-report", "userTask_discussWithPolice")
                                .foundAt("userTask_makeChecks"),
                        Bends.delete("section-130-report", "boundaryEvent_discussWithPolicePR03")
                                .foundAt("userTask_discussWithPolice"));
    }

    private static Check policeQuestions() {
        return Check.of(
                        "INV-12",
                        "the front door says whether a crime is possible, why not, and what the police said",
                        "report-screening: possibleCrime, noCrimeReason; police-discussion",
                        Asks.all(
                                demanded(List.of("possibleCrime"), "possibleCrime"),
                                demanded(List.of("possibleCrime"), Map.of("possibleCrime", "no"), "noCrimeReason"),
                                demanded(List.of("policeReached"), "policeReached"),
                                demanded(List.of("policeReached"), Map.of("policeReached", "yes"), "policeDiscussedAt"),
                                demanded(List.of("policeReached"), Map.of("policeReached", "no"), "policeNotReached")))
                .bentBy(
                        Bends.optional("report-screening", "possibleCrime"),
                        Bends.hidden("report-screening", "noCrimeReason", "=dangerNow = \"no\""),
                        Bends.optional("police-discussion", "policeNotReached"));
    }

    private static Check onlineHarm() {
        return Check.of(
                        "INV-13",
                        "no physical contact or a low score of a tool, alone or together, never ends an enquiry",
                        "enquiry-outcome",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (List<String> grounds : List.of(
                                    List.of("noPhysicalContact"),
                                    List.of("lowToolScore"),
                                    List.of("noPhysicalContact", "lowToolScore"))) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("determination", "D1")
                                        .assuming("groundsD1", grounds);
                                List<Place> tasks = paths.asking("determination");
                                tasks.stream()
                                        .filter(task -> paths.reached(task, place -> false).stream()
                                                .anyMatch(place -> place.step().is("endEvent")
                                                        && place.caller() == task.caller()
                                                        && place.procedure() == task.procedure()))
                                        .map(task -> task.finding("an enquiry can end on " + grounds))
                                        .forEach(findings::add);
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.cell("enquiry-outcome", 3, 2, "-")
                                .and(Bends.withoutRow("enquiry-outcome", 4))
                                .foundAt("userTask_determineEnquiryOutcome"),
                        Bends.input(
                                        "enquiry-outcome",
                                        2,
                                        "if groundsD1 = null then 0 else count(groundsD1[item != \"noPhysicalContact\"])")
                                .foundAt("userTask_determineEnquiryOutcome"));
    }

    private static Check closing() {
        return Check.of(
                        "INV-13",
                        "whoever lets a case go below a strategy discussion confirms that the lack of contact did not decide it",
                        "initial-decision, record-without-report, strategy-discussion-record: contactNotDecisive",
                        Asks.all(
                                demanded(DECISION, Map.of("decision", "notAtRisk"), "contactNotDecisive"),
                                demanded(DECISION, Map.of("decision", "iaa"), "contactNotDecisive"),
                                demanded(DECISION, Map.of("decision", "preventative"), "contactNotDecisive"),
                                demanded(
                                        List.of("reportAfterAll"),
                                        Map.of("reportAfterAll", "no"),
                                        "contactNotDecisive"),
                                demanded(
                                        List.of("discussionDecision"),
                                        Map.of("discussionDecision", "nfa"),
                                        "contactNotDecisive")))
                .bentBy(
                        Bends.hidden("initial-decision", "contactNotDecisive", "=decision != \"notAtRisk\""),
                        Bends.optional("record-without-report", "contactNotDecisive"),
                        Bends.unasked("strategy-discussion-record", "contactNotDecisive"));
    }

    private static Check support() {
        return Check.of(
                        "INV-14",
                        "where harm is not significant, preventative support and information for parents are considered",
                        "initial-route; support-due; preventative-referral userTask_considerSupport",
                        pathway -> considered(
                                pathway,
                                Paths.of(pathway)
                                        .assuming("reportDuty", "report")
                                        .assuming("dangerNow", "no")
                                        .assuming("route", "preventative")
                                        .assuming("strategyDue", "no"),
                                "decision",
                                "significantHarm"))
                .bentBy(
                        Bends.output("support-due", 8, "settled").foundAt("userTask_decide"),
                        Bends.redirect("support-and-plan", "flow_decideTrigger_preventative", "gateway_supported")
                                .foundAt("userTask_decide"),
                        Bends.leaveOut("preventative-referral", "userTask_considerSupport")
                                .foundAt("userTask_decide"));
    }

    private static List<Finding> considered(Pathway pathway, Paths paths, String... from) {
        return everyCasePasses(
                paths, paths.asking(from), paths.asks("preventativeOutcome"), "preventative support is not considered");
    }

    private static Check supportAsked() {
        return Check.of(
                        "INV-14",
                        "support and information for parents are recorded, or why not",
                        "preventative-support; initial-decision: preventativeConsidered",
                        Asks.all(
                                demanded(DECISION, Map.of("decision", "preventative"), "preventativeConsidered"),
                                demanded(DECISION, Map.of("decision", "notAtRisk"), "preventativeConsidered"),
                                demanded(DECISION, Map.of("decision", "iaa"), "preventativeConsidered"),
                                demanded(
                                        List.of("preventativeOutcome"),
                                        "preventativeReasons",
                                        "informationGivenToParents"),
                                demanded(
                                        List.of("preventativeOutcome"),
                                        Map.of("informationGivenToParents", List.of("none")),
                                        "informationNotGivenReason")))
                .bentBy(
                        Bends.optional("preventative-support", "informationGivenToParents"),
                        Bends.optional("preventative-support", "informationNotGivenReason"),
                        Bends.hidden("initial-decision", "preventativeConsidered", "=decision = \"notAtRisk\""));
    }

    private static Check prevention() {
        return Check.of(
                        "INV-15",
                        "without grounds for a meeting or an enquiry a preventative referral is considered",
                        "support-due; support-and-plan; preventative-referral",
                        pathway -> considered(
                                pathway,
                                Paths.of(pathway)
                                        .assuming("reportDuty", "report")
                                        .assuming("discussionDecision", "nfa")
                                        .assuming("protectionOrder", "none"),
                                "discussionDecision"))
                .bentBy(
                        Bends.output("support-due", 6, "settled").foundAt("gateway_support"),
                        Bends.keepBack("safeguarding-case", "callActivity_strategyDecision", "strategyResult")
                                .and(Bends.output("support-due", 8, "settled"))
                                .foundAt("userTask_holdDiscussion"),
                        Bends.redirect("safeguarding-case", "flow_support_supportAndPlan", "gateway_allDutiesDone")
                                .foundAt("userTask_holdDiscussion"));
    }

    private static Check preventionAsked() {
        return Check.of(
                        "INV-15",
                        "that a preventative referral was considered is recorded, with the reason",
                        "strategy-discussion-record, record-why-no-plan, preventative-support, initial-decision",
                        Asks.all(
                                demanded(List.of("preventativeOutcome"), "considered", "preventativeReasons"),
                                demanded(
                                        List.of("discussionDecision"),
                                        Map.of("discussionDecision", "nfa"),
                                        "preventativeConsidered",
                                        "preventativeReason"),
                                demanded(DECISION, Map.of("decision", "notAtRisk"), "preventativeReason")))
                .bentBy(
                        Bends.optional("preventative-support", "considered"),
                        Bends.hidden(
                                "strategy-discussion-record", "preventativeReason", "=siblingsConsidered = \"no\""),
                        Bends.unasked("strategy-discussion-record", "preventativeConsidered"));
    }
}
