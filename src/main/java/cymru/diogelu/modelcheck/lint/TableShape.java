package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table can be read by somebody who did not write it: short, labelled, and with the reason of each row. */
final class TableShape implements Rule {

    private static final String ID = "table-shape";
    private static final int MOST_ROWS = 24;
    private static final Pattern SOURCE =
            Pattern.compile("(?s)([A-Z]{2,}-\\d+[a-z]?(, [A-Z]{2,}-\\d+[a-z]?)*|[Pp]ractice): \\S.*");

    private static final Told POLICY = Told.error(
            ID,
            "The hit policy is %1$s, not UNIQUE; say why in the decision's description, naming %1$s, or make the rows"
                    + " exclude one another.",
            "%1$s yw'r ‘hit policy’, nid UNIQUE; dywedwch pam yn nisgrifiad y penderfyniad, gan enwi %1$s, neu gwnewch"
                    + " i'r rhesi gau ei gilydd allan.");
    private static final Told LONG = Told.warning(
            ID,
            "This table has %s rows; nobody sees at a glance what more than " + MOST_ROWS + " rows decide, so part it.",
            "Mae gan y tabl hwn %s rhes; nid oes neb yn gweld ar unwaith beth y mae mwy na " + MOST_ROWS
                    + " rhes yn ei benderfynu, felly rhannwch ef.");
    private static final Told NO_SOURCE = Told.error(
            ID,
            "The annotation of row %s should begin with a provision's id or ‘practice’, a colon and the reason.",
            "Dylai nodyn rhes %s ddechrau gydag id darpariaeth neu ‘practice’, colon a'r rheswm.");
    private static final Told NO_LABEL = Told.warning(
            ID,
            "This column has no label; say in words what stands in it.",
            "Nid oes label ar y golofn hon; dywedwch mewn geiriau beth sydd ynddi.");
    private static final Told NO_TYPE = Told.warning(
            ID,
            "This column has no type; choose one, and ‘Any’ for a list.",
            "Nid oes math gan y golofn hon; dewiswch un, ac ‘Any’ ar gyfer rhestr.");
    private static final Told NO_OUTPUT = Told.error(
            ID,
            "Row %s gives no answer in one of its columns; write the value that it gives.",
            "Nid yw rhes %s yn rhoi ateb yn un o'i cholofnau; ysgrifennwch y gwerth y mae'n ei roi.");
    private static final Told UNEVEN = Told.error(
            ID,
            "Row %s has another number of cells than the table has columns.",
            "Mae gan res %s nifer gwahanol o gelloedd i nifer colofnau'r tabl.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().decisions().stream()
                .flatMap(decision -> Stream.of(policy(decision), length(decision), columns(decision), rows(decision))
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> policy(Decision decision) {
        String policy = decision.hitPolicy();
        boolean said = decision.xml().text(Dmn.MODEL, "description").contains(policy);
        return policy.equals("UNIQUE") || said
                ? Stream.empty()
                : Stream.of(POLICY.at(decision.file(), decision.table(), policy));
    }

    private static Stream<Finding> length(Decision decision) {
        int rows = decision.rules().size();
        return rows > MOST_ROWS ? Stream.of(LONG.at(decision.file(), decision.table(), rows)) : Stream.empty();
    }

    private static Stream<Finding> columns(Decision decision) {
        Stream<Finding> inputs = decision.inputs().stream()
                .flatMap(input -> column(
                        decision.file(),
                        input,
                        input.child(Dmn.MODEL, "inputExpression")
                                .map(expression -> expression.attribute("typeRef"))
                                .orElse("")));
        Stream<Finding> outputs = decision.outputs().stream()
                .flatMap(output -> column(decision.file(), output, output.attribute("typeRef")));
        return Stream.concat(inputs, outputs);
    }

    private static Stream<Finding> column(String file, XmlElement column, String type) {
        Stream<Finding> label =
                column.attribute("label").isBlank() ? Stream.of(NO_LABEL.at(file, column)) : Stream.empty();
        return type.isBlank() ? Stream.concat(label, Stream.of(NO_TYPE.at(file, column))) : label;
    }

    private static Stream<Finding> rows(Decision decision) {
        List<XmlElement> rows = decision.rules();
        return rows.stream().flatMap(row -> row(decision, row, rows.indexOf(row) + 1));
    }

    private static Stream<Finding> row(Decision decision, XmlElement row, int number) {
        List<String> answers = Decision.conclusions(row);
        boolean even = answers.size() == decision.outputs().size()
                && Decision.conditions(row).size() == decision.inputs().size();
        boolean source =
                SOURCE.matcher(row.text(Dmn.MODEL, "description").strip()).matches();
        return Stream.of(
                        even ? null : UNEVEN,
                        answers.stream().anyMatch(String::isEmpty) ? NO_OUTPUT : null,
                        source ? null : NO_SOURCE)
                .flatMap(Stream::ofNullable)
                .map(told -> told.at(decision.file(), row, number));
    }
}
