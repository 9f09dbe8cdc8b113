package cymru.diogelu.bench;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.walk.PackagedFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long the check takes for sets that are made to keep it busy, as large as they may be, beside the packaged models; all in
 * one run, the best of three each.
 */
public final class HostileModels {

    private static final ModelCheck CHECK = new ModelCheck(Provisions.load(), Agencies.load());
    private static final int TIMES = 3;

    private static final String PROCEDURE =
            """
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn" id="d">
            <b:process id="%s">%s</b:process></b:definitions>
            """;
    private static final String CALL =
            """
            <b:callActivity id="call%1$s" calledElement="%1$s"><b:extensionElements><c:in source="v" target="v"/>\
            <c:out source="v" target="v"/></b:extensionElements></b:callActivity>
            """;
    private static final String TABLE =
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d%1$s"><decision id="t%1$s"><decisionTable id="tt%1$s" hitPolicy="UNIQUE">
            %2$s%3$s</decisionTable></decision></definitions>
            """;

    private HostileModels() {}

    public static void main(String[] arguments) {
        Map<String, Map<String, byte[]>> sets = new LinkedHashMap<>();
        sets.put("the packaged models", PackagedFiles.all());
        sets.put("80 procedures that call one another all", procedures(80, HostileModels::callsAll));
        sets.put("20 procedures in a chain, 340 conditions in each", procedures(20, HostileModels::callsNext));
        sets.put("10 procedures of 230 gateways, all with ways back", procedures(10, HostileModels::loops));
        sets.put("5 tables of 800 cells, many values in each", tables(5, 20, 39));
        sets.put("5 tables of 800 cells, 266 rows of 3 columns", tables(5, 3, 266));
        sets.put("100 expressions as deep as they may be", procedures(100, HostileModels::deep));
        sets.put("texts as long as they may be", procedures(100, HostileModels::blanks));
        sets.put("beyond the bounds: 800 procedures", procedures(800, HostileModels::callsAll));
        double packaged = 0;
        System.out.println("| Set | Seconds | Times the packaged models | Findings |\n|---|---|---|---|");
        for (Map.Entry<String, Map<String, byte[]>> set : sets.entrySet()) {
            double seconds = Double.MAX_VALUE;
            int findings = 0;
            for (int time = 0; time < TIMES; time++) {
                long begin = System.nanoTime();
                findings = CHECK.check(new ModelFiles(set.getValue())).size();
                seconds = Math.min(seconds, (System.nanoTime() - begin) / 1e9);
            }
            packaged = packaged == 0 ? seconds : packaged;
            System.out.printf("| %s | %.2f | %.1f | %,d |%n", set.getKey(), seconds, seconds / packaged, findings);
        }
    }

    private interface Body {
        String of(int number, int all);
    }

    private static Map<String, byte[]> procedures(int all, Body body) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int number = 0; number < all; number++) {
            put(
                    files,
                    "processes/p%d/p%d.bpmn".formatted(number, number),
                    PROCEDURE.formatted("p" + number, body.of(number, all)));
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String callsAll(int number, int all) {
        return IntStream.range(0, all)
                .mapToObj(other -> CALL.formatted("p" + other))
                .collect(Collectors.joining());
    }

    private static String callsNext(int number, int all) {
        return CALL.formatted("p" + (number + 1)) + conditions(340);
    }

    private static String conditions(int many) {
        return IntStream.range(0, many)
                .mapToObj(at ->
                        "<b:sequenceFlow id='f%d' sourceRef='g' targetRef='g'><b:conditionExpression>${v == 'x%d'}</b:conditionExpression></b:sequenceFlow>"
                                .formatted(at, at))
                .collect(Collectors.joining());
    }

    private static String loops(int number, int all) {
        return IntStream.range(0, 230)
                .mapToObj(at ->
                        "<b:exclusiveGateway id='g%1$d'/><b:sequenceFlow id='f%1$d' sourceRef='g%1$d' targetRef='g%2$d'/><b:sequenceFlow id='r%1$d' sourceRef='g%1$d' targetRef='g0'/>"
                                .formatted(at, at + 1))
                .collect(Collectors.joining());
    }

    private static String deep(int number, int all) {
        return "<b:sequenceFlow id='f'><b:conditionExpression>${%s}</b:conditionExpression></b:sequenceFlow>"
                .formatted("(".repeat(1_900) + "a" + ")".repeat(1_900));
    }

    private static String blanks(int number, int all) {
        return IntStream.range(0, 90)
                .mapToObj(at ->
                        "<b:sequenceFlow id='f%d'><b:conditionExpression>${a%s== 1</b:conditionExpression></b:sequenceFlow>"
                                .formatted(at, " ".repeat(3_900)))
                .collect(Collectors.joining());
    }

    private static Map<String, byte[]> tables(int all, int columns, int rows) {
        String inputs = IntStream.range(0, columns)
                .mapToObj(at ->
                        "<input id='i%1$d'><inputExpression id='e%1$d' typeRef='string'><text>v%1$d</text></inputExpression></input>"
                                .formatted(at))
                .collect(Collectors.joining());
        String body = IntStream.range(0, rows)
                .mapToObj(row -> "<rule id='r%d'>".formatted(row)
                        + IntStream.range(0, columns)
                                .mapToObj(at -> "<inputEntry id='c%d_%d'><text>\"a%d\",\"b%d\"</text></inputEntry>"
                                        .formatted(row, at, (row + at) % 13, row % 7))
                                .collect(Collectors.joining())
                        + "</rule>")
                .collect(Collectors.joining());
        Map<String, byte[]> files = new TreeMap<>();
        for (int number = 0; number < all; number++) {
            put(files, "processes/t/t%d.dmn".formatted(number), TABLE.formatted(number, inputs, body));
        }
        return files;
    }
}
