package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cymru.diogelu.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormJsTests {

    private static final int ANSWERS_PER_FORM = 40;
    static final Path KNOWN = Path.of("src/test/resources/forms/known-differences.json");

    private FormJs formJs;

    @BeforeAll
    void open() {
        formJs = new FormJs();
    }

    @AfterAll
    void close() {
        formJs.close();
    }

    @Test
    void judgesAsFormJsDoesButForTheExplainedDifferences() {
        var known = KnownDifference.list(KNOWN);
        var used = new HashSet<KnownDifference>();
        var unexplained = new ArrayList<Difference>();
        for (var difference : differences()) {
            var reasons =
                    known.stream().filter(entry -> entry.explains(difference)).toList();
            used.addAll(reasons);
            if (reasons.isEmpty()) {
                unexplained.add(difference);
            }
        }

        assertThat(unexplained).as("differences that nobody has explained").isEmpty();
        assertThat(known).as("explained differences that no longer occur").allMatch(used::contains);
    }

    @Test
    void everyFormOfTheProjectOpensInFormJsInBothLanguages() {
        var cases = FormFiles.all().stream()
                .map(FormFiles::read)
                .flatMap(form -> Stream.of(Language.values()).map(form::localised))
                .map(json -> new FormJs.Case(json, Map.of(), Map.of()))
                .toList();

        for (int from = 0; from < cases.size(); from += ANSWERS_PER_FORM) {
            var some = cases.subList(from, Math.min(cases.size(), from + ANSWERS_PER_FORM));
            assertThatCode(() -> formJs.judge(some)).doesNotThrowAnyException();
        }
    }

    private List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        for (var item : Corpus.items()) {
            var cases = cases(item);
            var there = formJs.judge(cases);
            for (int round = 0; round < cases.size(); round++) {
                var here = verdict(item.form(), cases.get(round));
                differences.addAll(Difference.between(
                        item, here, there.get(round), cases.get(round).answers()));
            }
        }
        return differences;
    }

    private static List<FormJs.Case> cases(Corpus.Item item) {
        var generator = new AnswerGenerator(item.name().hashCode());
        return IntStream.range(0, ANSWERS_PER_FORM)
                .mapToObj(round -> new FormJs.Case(
                        item.json(),
                        round % 3 == 0 ? Map.of() : item.facts(),
                        generator.answers(item.form(), round % 2 == 0)))
                .toList();
    }

    private static FormJs.Verdict verdict(Form form, FormJs.Case asked) {
        var judgement = form.judge(asked.answers(), asked.facts(), Sample.NOW);
        return new FormJs.Verdict(new TreeSet<>(Sample.codes(judgement)), Leaves.of(judgement.accepted()));
    }
}
