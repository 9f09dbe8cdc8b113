package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.watched;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reasonable cause leads to a report, to the right authority, in writing, and gaps never lower it. */
final class ReportChecks {

    private static final List<String> REASONABLE = List.of("yes", "suspected", "unknown");

    private ReportChecks() {}

    static List<Check> all() {
        return List.of(
                reportIsMade(),
                bothPartsAreAsked(),
                homeAuthority(),
                authorityIsNamed(),
                writing(),
                gaps(),
                anonymous());
    }

    private static Check reportIsMade() {
        return Check.of(
                        "INV-05",
                        "whoever suspects a child at risk, or does not know, makes a report",
                        "report-duty; report-or-support gateway_reportDue, gateway_riskAfterAll",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String harm : REASONABLE) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("criterionA", harm)
                                        .assuming("criterionB", REASONABLE.toArray());
                                findings.addAll(everyCasePasses(
                                        paths,
                                        List.of(paths.start()),
                                        report(paths),
                                        "criterion A = " + harm + ": no report"));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.cell("report-duty", 4, 4, "\"yes\"")
                                .and(Bends.cell("report-duty", 5, 4, "not(\"yes\")"))
                                .foundAt("gateway_reportDue"),
                        Bends.output("report-duty", 4, "record").foundAt("gateway_reportDue"),
                        Bends.redirect("report-or-support", "flow_reportDue_report", "gateway_decided")
                                .foundAt("startEvent_concernRaised"));
    }

    private static Check bothPartsAreAsked() {
        return Check.of(
                        "INV-05",
                        "both parts of the test have to be answered, and may be answered with a suspicion",
                        "concern, report-child-at-risk, initial-checks: criterionA, criterionB",
                        Asks.all(
                                demanded(List.of("criterionA", "criterionB"), "criterionA", "criterionB"),
                                pathway -> pathway.formsAsking("criterionA").stream()
                                        .filter(form -> !form.asked("criterionA")
                                                .orElseThrow()
                                                .options()
                                                .containsAll(REASONABLE))
                                        .map(form -> form.finding("criterionA", "a suspicion cannot be said"))
                                        .toList()))
                .bentBy(
                        Bends.optional("concern", "criterionA"),
                        Bends.withoutOption("report-child-at-risk", "criterionA", "suspected"),
                        Bends.withoutOption("concern", "criterionA", "unknown"));
    }

    private static Check homeAuthority() {
        return Check.of(
                        "INV-06",
                        "an authority elsewhere is told when the child lives there, or nobody knows where",
                        "home-authority; parallel-duties userTask_tellHomeAuthority",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String home : List.of("W06000016", "outsideWales", "unknown")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("homeLaCode", home)
                                        .assuming("locatedLaCode", "W06000015");
                                findings.addAll(everyCasePasses(
                                        paths,
                                        List.of(paths.start()),
                                        paths.asks("homeAuthorityTold"),
                                        home + " is not told"));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.output("home-authority", 3, "no").foundAt("startEvent_concernRaised"),
                        Bends.output("home-authority", 1, "no").foundAt("startEvent_concernRaised"),
                        Bends.redirect("parallel-duties", "flow_whatElse_tellHomeAuthority", "gateway_dutiesDone")
                                .foundAt("startEvent_concernRaised"));
    }

    private static Check authorityIsNamed() {
        return Check.of(
                        "INV-06",
                        "a concern says where each child is, and a report to which authority it goes",
                        "concern: locatedLaCode, homeLaCode; report-child-at-risk: receivingLaCode",
                        Asks.all(
                                demanded(List.of("locatedLaCode"), "locatedLaCode", "homeLaCode"),
                                demanded(List.of("causeForConcern"), "receivingLaCode")))
                .bentBy(
                        Bends.optional("concern", "locatedLaCode"),
                        Bends.optional("report-child-at-risk", "receivingLaCode"));
    }

    private static Check writing() {
        return Check.of(
                        "INV-07",
                        "a spoken report is confirmed in writing, watched by the limit of DL-02",
                        "written-confirmation; report-acknowledgement userTask_confirmReport, DL-02",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String mode : List.of("phone", "inPerson")) {
                                Paths paths = Paths.of(pathway).assuming("reportMode", mode);
                                findings.addAll(everyCasePasses(
                                        paths,
                                        paths.asking("reportMode"),
                                        paths.asks("writtenConfirmedAt"),
                                        mode + " is enough"));
                            }
                            Paths.of(pathway)
                                    .asking("writtenConfirmedAt")
                                    .forEach(task -> findings.addAll(watched(task, "DL-02")));
                            return findings;
                        })
                .bentBy(
                        Bends.cell("written-confirmation", 1, 1, "\"phone\"")
                                .and(Bends.cell("written-confirmation", 2, 1, "\"form\",\"email\",\"inPerson\""))
                                .foundAt("userTask_makeReport"),
                        Bends.redirect(
                                        "report-acknowledgement",
                                        "flow_confirmationDue_confirmReport",
                                        "gateway_inWriting")
                                .foundAt("userTask_makeReport"),
                        Bends.timer("report-acknowledgement", "boundaryEvent_confirmReportDL02", "DL-04")
                                .foundAt("userTask_confirmReport"),
                        Bends.attribute(
                                "report-acknowledgement", "boundaryEvent_confirmReportDL02", "cancelActivity", "true"),
                        Bends.delete("report-acknowledgement", "boundaryEvent_confirmReportDL02")
                                .foundAt("userTask_confirmReport"));
    }

    private static Check gaps() {
        return Check.of(
                        "INV-08",
                        "an unknown answer leads no lower than a suspicion, and no table reads who reported or how",
                        "report-duty, child-at-risk, refusal-outcome, initial-route",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (Table table : pathway.tables()) {
                                findings.addAll(lowered(pathway, table));
                                table.words().stream()
                                        .filter(
                                                Set.of("raisedByRole", "reporterNamed", "reporterContact", "agency")
                                                        ::contains)
                                        .map(word -> table.finding("reads " + word))
                                        .forEach(findings::add);
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.cell("report-duty", 4, 4, "\"yes\",\"suspected\""),
                        Bends.cell("initial-route", 5, 5, "\"yes\""),
                        Bends.cell("refusal-outcome", 2, 2, "\"yes\",\"suspected\""),
                        Bends.input("report-duty", 2, "reporterNamed = \"no\""));
    }

    /** A row that asks for a suspicion or for harm and would be missed by somebody who does not know. */
    private static List<Finding> lowered(Pathway pathway, Table table) {
        List<Finding> findings = new ArrayList<>();
        for (String question : List.of("criterionA", "criterionB", "significantHarm", "childSafeNow")) {
            if (table.words().contains(question)) {
                String worst = question.equals("childSafeNow") ? "no" : "yes";
                if (!outputs(pathway, table, question, "unknown").equals(outputs(pathway, table, question, worst))) {
                    findings.add(table.finding("%s = unknown is taken for less than %s".formatted(question, worst)));
                }
            }
        }
        return findings;
    }

    private static List<Object> outputs(Pathway pathway, Table table, String question, Object answer) {
        Map<String, Set<Object>> inputs = new LinkedHashMap<>();
        table.words().forEach(word -> inputs.put(word, new LinkedHashSet<>(pathway.offered(word))));
        inputs.values().removeIf(Set::isEmpty);
        inputs.remove(question);
        return Table.combinations(smallest(inputs).keySet(), smallest(inputs)).stream()
                .map(combination -> {
                    Map<String, Object> all = new LinkedHashMap<>(combination);
                    all.put(question, answer);
                    return table.output(all);
                })
                .toList();
    }

    /** Of each other question two answers are enough to see a difference: the calmest and one more. */
    private static Map<String, Set<Object>> smallest(Map<String, Set<Object>> inputs) {
        Map<String, Set<Object>> few = new LinkedHashMap<>();
        inputs.forEach((word, values) -> {
            Set<Object> kept = new LinkedHashSet<>();
            values.stream()
                    .filter(value ->
                            Set.of("no", "none", "stillSafe", "notAtRisk").contains(value))
                    .forEach(kept::add);
            values.stream().limit(1).forEach(kept::add);
            few.put(word, kept);
        });
        return few;
    }

    private static Check anonymous() {
        return Check.of(
                        "INV-08",
                        "nobody has to give a name, a birth date or a school before a concern or report can go",
                        "concern, report-child-at-risk: what is not required",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (FormFile form : pathway.formsAsking("criterionA", "criterionB")) {
                                form.asked().stream()
                                        .filter(asked -> Set.of(
                                                        "reporterContact", "dob", "school", "genderOrSex", "knownAs")
                                                .contains(asked.key()))
                                        .filter(asked -> new Questions(pathway)
                                                .demands(form, asked.key(), Map.of("reporterNamed", "no"))
                                                .isEmpty())
                                        .map(asked -> form.finding(asked.key(), "has to be known"))
                                        .forEach(findings::add);
                            }
                            return findings;
                        })
                .bentBy(Bends.required("concern", "school"), Bends.required("report-child-at-risk", "reporterContact"));
    }

    static Predicate<Place> report(Paths paths) {
        return paths.asks("causeForConcern");
    }
}
