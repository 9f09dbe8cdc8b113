package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import cymru.diogelu.trace.Conformance;
import cymru.diogelu.walk.LedgerInvariants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:stories;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioBookProcessTests {

    private static final int ALL = 10_000;
    private static final Set<String> LEFT_TO_RANDOM_WALKS =
            Set.of("INV-08.not-known-is-suspected", "INV-27.alone", "INV-38.not-shared", "INV-42.kept");

    private final ScenarioRunner runner;
    private final ScenarioReport report;
    private final Map<String, List<Entry>> records = new LinkedHashMap<>();
    private final StatutoryRules rules;
    private final Deadlines deadlines;

    @Autowired
    ScenarioBookProcessTests(
            ScenarioRunner runner, Cases cases, Ledger ledger, StatutoryRules rules, Deadlines deadlines) {
        this.runner = runner;
        this.rules = rules;
        this.deadlines = deadlines;
        report = runner.run(Path.of("processes/scenarios"));
        cases.after("", ALL).forEach(told -> {
            List<Entry> entries = new ArrayList<>();
            ledger.forEach(told.reference().value(), entries::add);
            records.put(told.reference().value(), entries);
        });
    }

    @Test
    void everyStoryOfTheBookHolds() {
        assertThat(report.holds())
                .as(String.join("\n", report.lines(Language.EN)))
                .isTrue();
    }

    @Test
    void everyFlowEndAndTableRowIsInAStory() {
        assertThat(report.untried())
                .as("no story goes through these flows, ends and rows. Write a story in processes/scenarios that does"
                        + " (docs/scenario-book.md says how), or take out of the model what no case can reach")
                .isEmpty();
    }

    @Test
    void noStoryBreaksAStatutoryRule() {
        List<String> broken = new ArrayList<>();
        records.forEach((reference, entries) -> LedgerInvariants.broken(conformance(entries), entries)
                .forEach(rule -> broken.add(reference + ": " + rule)));

        assertThat(records).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    @Test
    void everyStatutoryRuleButThoseLeftToRandomWalksIsKeptInAStory() {
        Set<String> kept = records.values().stream()
                .flatMap(entries -> conformance(entries).of(entries).stream())
                .filter(finding -> finding.verdict() == Verdict.KEPT)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());

        assertThat(rules.all())
                .extracting(StatutoryRule::id)
                .filteredOn(rule -> !kept.contains(rule))
                .isSubsetOf(LEFT_TO_RANDOM_WALKS);
    }

    @Test
    void aStoryOfAnyAnswersIsJudgedByTheLaw(@TempDir Path book) throws IOException {
        String story =
                """
                name: { en: "A late report", cy: "Adroddiad hwyr" }
                given: { at: "2027-02-01T09:30:00Z", by: education.W06000015, concern: { immediateDanger: "no" } }
                otherwise: anything
                steps:
                  - submit: section-130-report/userTask_makeReport
                    answers: { reporterNamed: "no" }
                    answered: [criterionAEvidence]
                  - passes: section-130-report/boundaryEvent_readReportPR03
                  - submit: escalate-overdue-step/userTask_explainDelay
                    about: userTask_readReport
                  - submit: section-130-report/userTask_decide
                passed: [escalate-overdue-step/userTask_explainDelay]
                keeps: [INV-25.explained]
                """;
        Files.writeString(book.resolve("late.yaml"), story);
        Files.writeString(book.resolve("law.yaml"), story.replace("INV-25.explained", "INV-99.none"));
        Files.writeString(book.resolve("plain.yaml"), story.replace("keeps: [INV-25.explained]", ""));
        Files.writeString(book.resolve("renamed.yaml"), story.replace("userTask_decide", "userTask_gone"));

        List<String> faults = runner.run(book).lines(Language.EN);

        assertThat(faults)
                .anyMatch(line -> line.startsWith("holds") && line.contains("late.yaml"))
                .anyMatch(line -> line.contains("there is no statutory rule 'INV-99.none'"))
                // Without a law to keep, a story has to go its way to the end.
                .anyMatch(line -> line.contains("no open task 'section-130-report/userTask_decide'"))
                .anyMatch(line -> line.contains("no model has an element 'section-130-report/userTask_gone'"));
    }

    /** An open story is looked at where it ends: the clock has gone on to others since. */
    private Conformance conformance(List<Entry> entries) {
        Instant end = entries.get(entries.size() - 1).at();
        return new Conformance(rules, deadlines, Clock.fixed(end, ZoneOffset.UTC));
    }
}
