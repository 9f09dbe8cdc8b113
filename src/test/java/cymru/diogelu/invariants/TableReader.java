package cymru.diogelu.invariants;

import cymru.diogelu.invariants.Table.Row;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Reads the tables of a DMN file. */
final class TableReader {

    private TableReader() {}

    static List<Table> read(String file, String dmn) {
        List<Table> tables = new ArrayList<>();
        for (Element decision : Xml.all(Xml.read(dmn), "decision")) {
            for (Element table : Xml.all(decision, "decisionTable")) {
                String policy = table.getAttribute("hitPolicy");
                tables.add(new Table(
                        decision.getAttribute("id"),
                        file,
                        policy.isEmpty() ? "UNIQUE" : policy,
                        inputs(table),
                        rows(table)));
            }
        }
        return tables;
    }

    private static List<String> inputs(Element table) {
        return Xml.all(table, "inputExpression").stream().map(TableReader::text).toList();
    }

    private static List<Row> rows(Element table) {
        return Xml.all(table, "rule").stream()
                .map(rule -> new Row(
                        rule.getAttribute("id"),
                        Xml.all(rule, "inputEntry").stream()
                                .map(TableReader::text)
                                .toList(),
                        Xml.all(rule, "outputEntry").stream()
                                .map(TableReader::text)
                                .findFirst()
                                .orElse("")))
                .toList();
    }

    private static String text(Element holder) {
        return Xml.all(holder, "text").stream()
                .map(text -> text.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}
