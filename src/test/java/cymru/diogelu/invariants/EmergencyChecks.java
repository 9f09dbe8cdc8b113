package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.nothingBefore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Danger comes first, and nothing holds protection up. */
final class EmergencyChecks {

    private static final String CALL = "incidentRef";

    private EmergencyChecks() {}

    static List<Check> all() {
        return List.of(
                callFirst(), dangerFoundLater(), dangerIsAsked(), nothingHoldsUpTheReport(), consentIsNoCondition());
    }

    private static Check callFirst() {
        return Check.of(
                        "INV-01",
                        "a child in danger: nothing is waited for before the call to 999",
                        "safeguarding-case gateway_inDanger; danger-now; immediate-danger userTask_call999",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String danger : List.of("immediateDanger", "offlineMeetingPlanned")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming(danger, "yes")
                                        .assuming("called999", "no");
                                Predicate<Place> call = call(paths);
                                String sentence = "with %s = yes something comes before 999".formatted(danger);
                                findings.addAll(nothingBefore(
                                        paths,
                                        paths.start(),
                                        call,
                                        place -> place.step().waits(),
                                        sentence));
                                findings.addAll(everyCasePasses(
                                        paths,
                                        List.of(paths.start()),
                                        call,
                                        "with %s = yes a case gets round 999".formatted(danger)));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.redirect("safeguarding-case", "flow_inDanger_immediateDanger", "gateway_readyToReport")
                                .foundAt("userTask_makeReport"),
                        Bends.output("danger-now", 2, "no").foundAt("gateway_inDanger"),
                        Bends.leaveOut("immediate-danger", "userTask_call999").foundAt("userTask_recordPoliceResponse"),
                        Bends.redirect("safeguarding-case", "flow_concernRaised_decideDanger", "gateway_readyToReport")
                                .foundAt("userTask_makeReport"));
    }

    private static Check dangerFoundLater() {
        return Check.of(
                        "INV-01",
                        "danger found in a report, at the decision or in a discussion goes to 999 as well",
                        "section-130-report gateway_dangerNow; initial-route row 1; strategy-decision",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String question : List.of("dangerNow", "discussionDecision")) {
                                Paths paths = Paths.of(pathway)
                                        .assuming("reportDuty", "report")
                                        .assuming("dangerNow", "yes")
                                        .assuming("discussionDecision", "emergency");
                                findings.addAll(everyCasePasses(
                                        paths,
                                        paths.asking(question),
                                        call(paths),
                                        "danger found here does not lead to 999"));
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.redirect("section-130-report", "flow_dangerNow_immediateDanger", "gateway_safeToGoOn")
                                .and(Bends.withoutRow("initial-route", 1))
                                .foundAt("gateway_strategyDue"),
                        Bends.output("after-strategy-discussion", 1, "noGrounds")
                                .foundAt("userTask_holdDiscussion"));
    }

    private static Check dangerIsAsked() {
        return Check.of(
                        "INV-01",
                        "every first look at a concern, report or decision has to say whether the child is in danger",
                        "concern: immediateDanger, offlineMeetingPlanned; report-screening, initial-decision: dangerNow",
                        Asks.all(
                                demanded(List.of("immediateDanger"), "immediateDanger", "offlineMeetingPlanned"),
                                demanded(List.of("dangerNow"), "dangerNow")))
                .bentBy(
                        Bends.optional("concern", "immediateDanger"),
                        Bends.optional("report-screening", "dangerNow"),
                        Bends.hidden("initial-decision", "dangerNow", "=decision = \"notAtRisk\""));
    }

    private static Check nothingHoldsUpTheReport() {
        return Check.of(
                        "INV-02",
                        "a report that is due waits for nothing but the call to 999",
                        "safeguarding-case gateway_besideTheReport; report-or-support gateway_reportDue",
                        pathway -> {
                            Paths paths = Paths.of(pathway).assuming("reportDuty", "report");
                            return paths.asking("causeForConcern").stream()
                                    .flatMap(report -> heldUpBy(paths, report).stream())
                                    .toList();
                        })
                .bentBy(
                        Bends.redirect(
                                        "safeguarding-case",
                                        "flow_readyToReport_besideTheReport",
                                        "callActivity_parallelDuties")
                                .and(Bends.redirect(
                                        "safeguarding-case",
                                        "flow_parallelDuties_allDutiesDone",
                                        "gateway_besideTheReport"))
                                .and(Bends.delete("safeguarding-case", "flow_besideTheReport_parallelDuties"))
                                .foundAt("callActivity_parallelDuties"),
                        Bends.redirect(
                                        "safeguarding-case",
                                        "flow_policeCalled_readyToReport",
                                        "endEvent_emergencySettled")
                                .and(Bends.redirect(
                                        "safeguarding-case",
                                        "flow_immediateDanger_emergencySettled",
                                        "gateway_readyToReport"))
                                .foundAt("callActivity_immediateDanger"));
    }

    private static List<Finding> heldUpBy(Paths paths, Place report) {
        return paths.leadingTo(report).stream()
                .filter(place -> place.step().waits() && !call(paths).test(place))
                .map(EmergencyChecks::held)
                .toList();
    }

    private static Finding held(Place place) {
        Place outermost = place;
        for (Place caller = place.caller(); caller != null; caller = caller.caller()) {
            outermost = caller;
        }
        return outermost.finding("the report waits for " + place.step().id());
    }

    private static Check consentIsNoCondition() {
        return Check.of(
                        "INV-02",
                        "a report may go without consent, and says why",
                        "report-child-at-risk: consentSought, consentReason",
                        pathway -> pathway.formsAsking("causeForConcern", "consentSought").stream()
                                .flatMap(form -> withoutConsent(pathway, form).stream())
                                .toList())
                .bentBy(
                        Bends.withoutOption("report-child-at-risk", "consentSought", "notSought-urgent"),
                        Bends.withoutOption("report-child-at-risk", "consentSought", "yes-refused"));
    }

    private static List<Finding> withoutConsent(Pathway pathway, FormFile form) {
        List<Finding> findings = new ArrayList<>();
        for (String answer : List.of("yes-refused", "notSought-unsafe", "notSought-urgent")) {
            if (new Questions(pathway).refusesAnswer(form, "consentSought", answer, Map.of())) {
                findings.add(form.finding("consentSought", "a report cannot go with " + answer));
            }
        }
        return findings;
    }

    private static Predicate<Place> call(Paths paths) {
        return place -> paths.asks("called999At", CALL).test(place);
    }
}
