package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Advice and assistance with consent; a refusal never stands in the way of a report. */
final class AdviceChecks {

    private AdviceChecks() {}

    static List<Check> all() {
        return List.of(consent(), refusal(), recorded());
    }

    private static Check consent() {
        return Check.of(
                        "INV-16",
                        "no referral before consent was asked for, and none where it was not given",
                        "information-advice-assistance gateway_consentGiven",
                        pathway -> {
                            Paths paths = Paths.of(pathway);
                            Paths refused = paths.assuming("consent", "refused", "notCompetent");
                            List<Finding> findings = new ArrayList<>(nothingBefore(
                                    paths,
                                    paths.start(),
                                    paths.asks("consent", "consentRelation"),
                                    paths.asks("iaaReferralSentAt"),
                                    "goes out before consent was asked for"));
                            refused.asking("iaaReferralSentAt").stream()
                                    .map(task -> task.finding("goes out without consent"))
                                    .forEach(findings::add);
                            return findings;
                        })
                .bentBy(
                        Bends.redirect(
                                        "information-advice-assistance",
                                        "flow_needsToAssess_seekConsent",
                                        "userTask_sendReferral")
                                .foundAt("userTask_sendReferral"),
                        Bends.redirect(
                                        "information-advice-assistance",
                                        "flow_consentGiven_testRiskAgain",
                                        "userTask_sendReferral")
                                .foundAt("userTask_sendReferral"));
    }

    private static Check refusal() {
        return Check.of(
                        "INV-16",
                        "a refusal that leaves the child at risk, or in doubt, leads to a report or, after one, to a discussion",
                        "refusal-outcome; report-or-support gateway_riskAfterAll; strategy-discussion-due",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>(testedAgain(pathway));
                            for (String duty : List.of("iaa", "report")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("reportDuty", duty)
                                        .assuming("route", "iaa")
                                        .assuming("consent", "refused")
                                        .assuming("iaaOutcome", "report");
                                findings.addAll(everyCasePasses(
                                        paths,
                                        paths.asking("consent", "consentRelation"),
                                        paths.asks("riskRetest"),
                                        "the risk is not tested again"));
                                findings.addAll(everyCasePasses(
                                        paths,
                                        paths.asking("riskRetest"),
                                        place -> paths.asks("causeForConcern").test(place)
                                                || paths.asks("discussionDecision")
                                                        .test(place),
                                        "a refusal is the end"));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.cell("refusal-outcome", 2, 2, "\"yes\",\"unknown\""),
                        Bends.redirect("report-or-support", "flow_riskAfterAll_riskPassedOn", "gateway_decided")
                                .foundAt("gateway_strategyDue"),
                        Bends.redirect(
                                        "information-advice-assistance",
                                        "flow_consentGiven_testRiskAgain",
                                        "endEvent_refusedSafe")
                                .foundAt("userTask_seekConsent"),
                        Bends.output("strategy-discussion-due", 4, "no").foundAt("gateway_strategyDue"));
    }

    /** Harm that is suspected or not ruled out outweighs whoever thinks the child still safe. */
    private static List<Finding> testedAgain(Pathway pathway) {
        Table table = pathway.table("refusal-outcome");
        return List.of("yes", "suspected", "unknown").stream()
                .filter(harm -> !"report".equals(table.output(Map.of("riskRetest", "stillSafe", "criterionA", harm))))
                .map(harm -> table.finding("criterion A = " + harm + " is no report"))
                .toList();
    }

    private static Check recorded() {
        return Check.of(
                        "INV-16",
                        "consent has a name, a relation and a form; a refusal has a second test of the risk with reasons",
                        "iaa-consent; refusal-risk-test; refusal-outcome",
                        Asks.all(
                                demanded(List.of("consent", "consentRelation"), "consent"),
                                demanded(
                                        List.of("consent", "consentRelation"),
                                        Map.of("consent", "given"),
                                        "consentBy",
                                        "consentRelation",
                                        "consentAt",
                                        "howRecorded"),
                                demanded(List.of("riskRetest"), "riskRetest", "criterionA", "retestReasons"),
                                demanded(
                                        List.of("preventativeOutcome"),
                                        Map.of("preventativeOutcome", "made"),
                                        "consentBy")))
                .bentBy(
                        Bends.optional("iaa-consent", "consentBy"),
                        Bends.hidden("iaa-consent", "howRecorded", "=consentRelation = \"child\""),
                        Bends.optional("refusal-risk-test", "retestReasons"));
    }
}
