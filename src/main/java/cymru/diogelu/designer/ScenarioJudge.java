package cymru.diogelu.designer;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.designer.Scenario.Expectation;
import cymru.diogelu.designer.Scenario.Offered;
import cymru.diogelu.designer.Scenario.Recorded;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.trace.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a walked case with what its story expects, and adds to the faults what is not so. */
record ScenarioJudge(
        Scenario scenario,
        String reference,
        Procedures procedures,
        Cases cases,
        Ledger ledger,
        Conformance conformance,
        List<Bilingual> faults) {

    /** @param step the number of the step after which it must hold; the concern is nought */
    void check(Expectation expect, int step) {
        List<OpenTask> open = procedures.tasksOfCase(reference);
        expect.offered().stream()
                .filter(offered -> open.stream().noneMatch(task -> matches(task, offered)))
                .map(offered -> StoryFaults.notOffered(
                        offered, open.stream().map(ScenarioJudge::describe).toList()))
                .forEach(fault -> faults.add(StoryFaults.after(step, fault)));
        expect.notOffered().stream()
                .filter(named -> open.stream().anyMatch(task -> is(task, named)))
                .forEach(named -> faults.add(StoryFaults.after(step, StoryFaults.offeredStill(named))));
        expect.recorded().stream()
                .filter(recorded -> entries().stream().noneMatch(entry -> matches(entry, recorded)))
                .forEach(recorded -> faults.add(StoryFaults.after(step, StoryFaults.notRecorded(recorded))));
    }

    private static String describe(OpenTask task) {
        return task.process() + "/" + task.element() + " to " + task.group() + " due " + task.due();
    }

    private static boolean matches(OpenTask task, Offered offered) {
        return is(task, offered.task())
                && (offered.to() == null || offered.to().equals(task.group()))
                && (offered.due() == null || offered.due().toInstant().equals(task.due()));
    }

    private static boolean matches(Entry entry, Recorded recorded) {
        return entry.kind().equals(recorded.kind())
                && recorded.with().entrySet().stream()
                        .allMatch(with -> Objects.equals(
                                String.valueOf(with.getValue()),
                                String.valueOf(
                                        with.getKey().equals("element")
                                                ? entry.subject().element()
                                                : entry.body().get(with.getKey()))));
    }

    void checkEnd() {
        String outcome = cases.find(new CaseReference(reference)).orElseThrow().outcome();
        boolean saysNothingOfIt =
                scenario.outcome() == null && !scenario.keeps().isEmpty();
        if (!saysNothingOfIt && !Objects.equals(outcome, scenario.outcome())) {
            faults.add(StoryFaults.outcome(scenario.outcome(), outcome, openElements()));
        }
        Set<String> reached = entries().stream()
                .filter(entry -> entry.subject().element() != null)
                .map(entry -> entry.subject().process() + "/" + entry.subject().element())
                .collect(Collectors.toSet());
        scenario.passed().stream()
                .filter(element -> !reached.contains(element))
                .forEach(element -> faults.add(StoryFaults.neverReached(element)));
        scenario.avoided().stream()
                .filter(reached::contains)
                .forEach(element -> faults.add(StoryFaults.reached(element)));
        checkLaw();
    }

    /** Whether the case has broken none of the statutory rules that the story names. */
    void checkLaw() {
        if (scenario.keeps().isEmpty()) {
            return;
        }
        List<RuleFinding> law = conformance.of(entries());
        for (String id : scenario.keeps()) {
            Optional<RuleFinding> found = law.stream()
                    .filter(finding -> finding.rule().id().equals(id))
                    .findFirst();
            if (found.isEmpty()) {
                faults.add(StoryFaults.noRule(id));
            }
            found.filter(finding -> finding.verdict() == Verdict.BROKEN)
                    .ifPresent(finding -> faults.add(StoryFaults.broken(finding.rule())));
        }
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!reference.isEmpty()) {
            ledger.forEach(reference, entries::add);
        }
        return entries;
    }

    static boolean is(OpenTask task, String named) {
        return named.equals(task.element()) || named.equals(task.process() + "/" + task.element());
    }

    List<String> openElements() {
        return procedures.tasksOfCase(reference).stream()
                .map(task -> task.process() + "/" + task.element() + (task.about() == null ? "" : " " + task.about()))
                .toList();
    }
}
