package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormJsTests {

    private static final int ANSWERS_PER_FORM = 60;
    private static final Path KNOWN = Path.of("src/test/resources/forms/known-differences.json");

    @Test
    void judgesAsFormJsDoesButForTheExplainedDifferences() {
        var found = differences();
        var known = KnownDifference.list(KNOWN);
        var used = new HashSet<String>();
        var unexplained = new ArrayList<Difference>();
        for (var difference : found) {
            var reasons =
                    known.stream().filter(entry -> entry.explains(difference)).toList();
            reasons.forEach(entry -> used.add(entry.name()));
            if (reasons.isEmpty()) {
                unexplained.add(difference);
            }
        }

        found.forEach(d -> System.out.println("DIFF\t" + d.form() + "\t" + d.type() + "\t" + d.key() + "\t" + d.side()
                + "\t" + d.code() + "\t" + d.raw() + "\t" + d.detail()));
        assertThat(unexplained).as("differences that nobody has explained").isEmpty();
        assertThat(known)
                .as("explained differences that no longer occur")
                .allMatch(entry -> used.contains(entry.name()));
    }

    private static List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        try (var formJs = new FormJs()) {
            for (var item : Corpus.items()) {
                var cases = cases(item);
                List<FormJs.Verdict> there;
                try {
                    there = formJs.judge(cases);
                } catch (RuntimeException e) {
                    System.out.println(
                            "CRASH\t" + item.name() + "\t" + String.valueOf(e).replace("\n", " "));
                    continue;
                }
                for (int round = 0; round < cases.size(); round++) {
                    var here = verdict(item.form(), cases.get(round));
                    differences.addAll(Difference.between(
                            item, here, there.get(round), cases.get(round).answers()));
                }
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
        var errors = new TreeSet<>(Sample.codes(judgement));
        return new FormJs.Verdict(errors, Leaves.of(judgement.accepted()));
    }
}
