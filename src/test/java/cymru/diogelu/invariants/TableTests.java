package cymru.diogelu.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TableTests {

    private static final int SAMPLES = 20;
    private static final Pathway PATHWAY = Pathway.ofTheProject();
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @TestFactory
    Stream<DynamicTest> decidesAsTheEngineDoes() {
        return PATHWAY.tables().stream().map(table -> DynamicTest.dynamicTest(table.id(), () -> decidesAlike(table)));
    }

    private static void decidesAlike(Table table) {
        var decision = ENGINE.parseDecision(
                table.id(), new ByteArrayInputStream(PATHWAY.text(table.file()).getBytes(StandardCharsets.UTF_8)));
        Random random = new Random(table.id().hashCode());
        for (int sample = 0; sample < SAMPLES; sample++) {
            Map<String, Object> inputs = inputs(table, random);
            DmnDecisionResult result = ENGINE.evaluateDecision(decision, inputs);
            List<Object> outputs =
                    result.stream().map(row -> (Object) row.getSingleEntry()).toList();

            assertThat(list(table.output(inputs))).as(table.id() + inputs).isEqualTo(outputs);
        }
    }

    private static List<?> list(Object output) {
        return output instanceof List<?> collected ? collected : output == null ? List.of() : List.of(output);
    }

    private static Map<String, Object> inputs(Table table, Random random) {
        Map<String, Object> inputs = new HashMap<>();
        for (String word : new TreeSet<>(table.words())) {
            List<Object> offered = new ArrayList<>(PATHWAY.offered(word));
            inputs.put(word, offered.isEmpty() ? null : offered.get(random.nextInt(offered.size())));
        }
        return inputs;
    }
}
