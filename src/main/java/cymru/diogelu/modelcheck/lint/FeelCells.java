package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.forms.Feel;
import cymru.diogelu.forms.RefusedFeel;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.stream.Stream;

/** Every cell of a table is FEEL that ends: one that is not would stop the first case that comes to its row. */
final class FeelCells implements Rule {

    private static final String ID = "feel-cells";
    private static final Told NOT_FEEL = Told.error(
            ID,
            "This cell is no FEEL: %s. A text stands in quotation marks, and every bracket is closed.",
            "Nid FEEL mo'r gell hon: %s. Saif testun mewn dyfynodau, a chaeir pob cromfach.");
    private static final Told TOO_LONG = Told.error(
            ID,
            "This cell is longer than %s characters. Part the table into several.",
            "Mae'r gell hon yn hwy na %s nod. Rhannwch y tabl yn sawl un.");
    private static final Told TOO_DEEP = Told.error(
            ID,
            "This cell has more than %s brackets inside one another. Write it more simply.",
            "Mae gan y gell hon fwy na %s cromfach y naill y tu mewn i'r llall. Ysgrifennwch hi'n symlach.");
    private static final Told FUNCTION = Told.error(
            ID, "This cell calls ‘%s’, which a table may not.", "Mae'r gell hon yn galw ‘%s’, na chaiff tabl ei alw.");
    private static final Told ENDLESS = Told.error(
            ID,
            "This cell could count for too long: %s. A table counts through no range, nests no loops and defines nothing.",
            "Gallai'r gell hon gyfrif am ormod o amser: %s. Nid yw tabl yn cyfrif drwy ystod, yn nythu dolenni nac yn"
                    + " diffinio dim.");
    private static final Told EMPTY = Told.error(
            ID,
            "A column has to ask something: write the variable that it compares.",
            "Rhaid i golofn ofyn rhywbeth: ysgrifennwch y newidyn y mae'n ei gymharu.");

    private final Feel feel = new Feel();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().roots().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".dmn"))
                .flatMap(entry -> entry.getValue().all().flatMap(element -> check(entry.getKey(), element)));
    }

    private Stream<Finding> check(String file, XmlElement element) {
        String text = element.text(Dmn.MODEL, "text");
        return switch (element.type()) {
            case "inputExpression" ->
                text.isEmpty() ? Stream.of(EMPTY.at(file, element)) : read(file, element, text, false);
            case "outputEntry", "defaultOutputEntry" -> read(file, element, text, false);
            case "inputEntry", "inputValues", "outputValues" -> read(file, element, text, true);
            default -> Stream.empty();
        };
    }

    private Stream<Finding> read(String file, XmlElement element, String text, boolean tests) {
        try {
            if (tests && !text.isEmpty()) {
                feel.tests(text);
            } else if (!text.isEmpty()) {
                feel.expression(text);
            }
            return Stream.empty();
        } catch (RefusedFeel refused) {
            return Stream.of(told(refused.reason()).at(file, element, refused.detail()));
        }
    }

    private static Told told(RefusedFeel.Reason reason) {
        return switch (reason) {
            case NOT_FEEL -> NOT_FEEL;
            case TOO_LONG -> TOO_LONG;
            case TOO_DEEP -> TOO_DEEP;
            case OTHER_FUNCTION -> FUNCTION;
            case ENDLESS -> ENDLESS;
        };
    }
}
