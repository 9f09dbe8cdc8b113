package cymru.diogelu.modelcheck.reading;

import java.util.List;

/** A decision of a DMN file with its one table. */
public record Decision(String file, XmlElement xml, XmlElement table) {

    public String id() {
        return xml.id();
    }

    public String name() {
        return xml.attribute("name");
    }

    /** {@code UNIQUE} where the file does not say, as DMN has it. */
    public String hitPolicy() {
        String policy = table.attribute("hitPolicy");
        return policy.isEmpty() ? "UNIQUE" : policy;
    }

    public List<XmlElement> inputs() {
        return table.children(Dmn.MODEL, "input").toList();
    }

    /** What a column asks: an expression in FEEL. */
    public static String expression(XmlElement input) {
        return input.child(Dmn.MODEL, "inputExpression")
                .map(expression -> expression.text(Dmn.MODEL, "text"))
                .orElse("");
    }

    public List<XmlElement> outputs() {
        return table.children(Dmn.MODEL, "output").toList();
    }

    public List<XmlElement> rules() {
        return table.children(Dmn.MODEL, "rule").toList();
    }

    /** The cells of a rule that compare the columns, in their order; an empty one or {@code -} takes everything. */
    public static List<String> conditions(XmlElement rule) {
        return rule.children(Dmn.MODEL, "inputEntry")
                .map(entry -> entry.text(Dmn.MODEL, "text"))
                .toList();
    }

    /** The expressions that a rule gives out, in the order of the columns. */
    public static List<String> conclusions(XmlElement rule) {
        return rule.children(Dmn.MODEL, "outputEntry")
                .map(entry -> entry.text(Dmn.MODEL, "text"))
                .toList();
    }

    /** Whether a cell takes every value. */
    public static boolean takesAll(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }
}
