package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table is asked by its id and answers in one variable, and what is asked right after it is that answer. */
final class DecisionCalls implements Rule {

    private static final String ID = "decision-calls";
    private static final Set<String> MAPPINGS = Set.of("singleEntry", "collectEntries");
    private static final Set<String> LISTS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "not", "and", "or", "eq", "ne");

    private static final Told NO_DECISION = Told.error(
            ID,
            "No table is named here; choose one as ‘Decision ref’.",
            "Ni enwir tabl yma; dewiswch un fel ‘Decision ref’.");
    private static final Told NO_RESULT = Told.error(
            ID,
            "The answer of ‘%s’ is lost; name the variable that takes it as ‘Result variable’.",
            "Collir ateb ‘%s’; enwch y newidyn sy'n ei dderbyn fel ‘Result variable’.");
    private static final Told OTHER_MAPPING = Told.error(
            ID,
            "‘Map decision result’ is ‘%s’; it should be ‘%s’ for this table.",
            "‘%s’ yw ‘Map decision result’; ‘%s’ ddylai fod ar gyfer y tabl hwn.");
    private static final Told ASKS_ANOTHER = Told.error(
            ID,
            "The gateway after a table should ask for its answer, ‘%2$s’, not for ‘%1$s’.",
            "Dylai'r porth ar ôl tabl ofyn am ei ateb, ‘%2$s’, nid am ‘%1$s’.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.BUSINESS_RULE_TASK))
                .flatMap(task -> Stream.concat(
                        call(task, subject.models().decision(task.camunda("decisionRef"))), question(task)));
    }

    private static Stream<Finding> call(Node task, Optional<Decision> decision) {
        String file = task.procedure().file();
        String table = task.camunda("decisionRef");
        String mapping = task.camunda("mapDecisionResult");
        Optional<String> right =
                decision.map(found -> LISTS.contains(found.hitPolicy()) ? "collectEntries" : "singleEntry");
        boolean fits = right.map(mapping::equals).orElse(MAPPINGS.contains(mapping));
        return Stream.of(
                        found(table.isBlank(), NO_DECISION.at(file, task.xml())),
                        found(task.camunda("resultVariable").isBlank(), NO_RESULT.at(file, task.xml(), table)),
                        found(
                                !fits,
                                OTHER_MAPPING.at(
                                        file, task.xml(), mapping, right.orElse("singleEntry / collectEntries"))))
                .flatMap(Optional::stream);
    }

    private static Optional<Finding> found(boolean wrong, Finding finding) {
        return wrong ? Optional.of(finding) : Optional.empty();
    }

    private static Stream<Finding> question(Node task) {
        String result = task.camunda("resultVariable");
        return task.next()
                .filter(next -> next.kind() == NodeKind.EXCLUSIVE_GATEWAY && next.splits() && !result.isBlank())
                .flatMap(gateway -> gateway.outgoing().stream())
                .flatMap(flow -> others(flow, result)
                        .map(other -> ASKS_ANOTHER.at(task.procedure().file(), flow.xml(), other, result)));
    }

    private static Stream<String> others(Flow flow, String result) {
        return VARIABLE.matcher(TEXT.matcher(flow.condition()).replaceAll("''"))
                .results()
                .map(MatchResult::group)
                .filter(word -> !WORDS.contains(word) && !word.equals(result))
                .distinct();
    }
}
