package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.reading.Models;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Splits and joins as nobody should draw them: the game plays them as a bare engine does. */
class GameOnSmallModelsTests {

    private static final String MODEL =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_small" targetNamespace="urn:small">
              <bpmn:process id="small" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="start" />%s
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static ProcessEngine engine;

    @BeforeAll
    static void open() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:small;DB_CLOSE_DELAY=-1")
                .setProcessEngineName("small")
                .buildProcessEngine();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aParallelJoinCountsWhoComesAndNotByWhichWay() {
        Both both = new Both(
                """
                <bpmn:parallelGateway id="fork" />
                <bpmn:exclusiveGateway id="merge" />
                <bpmn:userTask id="beside" />
                <bpmn:parallelGateway id="join" />
                <bpmn:userTask id="behind" />
                """,
                "start fork",
                "fork merge",
                "fork merge",
                "fork beside",
                "merge join",
                "beside join",
                "join behind");

        assertThat(both.engine()).containsExactly("behind", "beside");
        assertThat(both.game()).containsExactly("behind", "beside");
    }

    @Test
    void anInclusiveJoinDoesNotWaitForWhoCouldComeByALimitOnly() {
        Both both = new Both(
                """
                <bpmn:inclusiveGateway id="fork" />
                <bpmn:userTask id="first" />
                <bpmn:userTask id="second" />
                <bpmn:boundaryEvent id="limit" attachedToRef="second">
                  <bpmn:timerEventDefinition>
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:inclusiveGateway id="join" />
                <bpmn:userTask id="behind" />
                """,
                "start fork",
                "fork first",
                "fork second",
                "first join",
                "limit join",
                "join behind");

        both.answer("first");

        assertThat(both.engine()).containsExactly("behind", "second");
        assertThat(both.game()).containsExactly("behind", "second");
    }

    @Test
    void anInclusiveJoinIsNotPassedWhenTheLastOfTheOthersGoesElsewhere() {
        Both both = new Both(
                """
                <bpmn:inclusiveGateway id="fork" />
                <bpmn:userTask id="first" />
                <bpmn:userTask id="second" />
                <bpmn:exclusiveGateway id="choice" default="choice_end" />
                <bpmn:endEvent id="end" />
                <bpmn:inclusiveGateway id="join" />
                <bpmn:userTask id="behind" />
                """,
                "start fork",
                "fork first",
                "fork second",
                "first join",
                "second choice",
                "choice end",
                "choice join never",
                "join behind");

        both.answer("first");
        both.answer("second");

        assertThat(both.engine()).isEmpty();
        assertThat(both.game()).isEmpty();
        assertThat(both.engineHasEnded()).isFalse();
        assertThat(both.stand.ended()).isFalse();
    }

    @Test
    void aWayIsFollowedToWhereItWaitsBeforeTheNextIsTaken() {
        Both both = new Both(
                """
                <bpmn:parallelGateway id="fork" />
                <bpmn:userTask id="first" />
                <bpmn:userTask id="second" />
                """,
                "start fork",
                "fork first",
                "fork second");

        assertThat(both.stand.scene().happened())
                .extracting(noted -> noted.kind() + " " + noted.id())
                .containsExactly(
                        "STARTED small",
                        "TAKEN small/start_fork",
                        "TAKEN small/fork_first",
                        "ENTERED small/first",
                        "TAKEN small/fork_second",
                        "ENTERED small/second");
    }

    /** The same model in a bare engine and in the game. */
    private static final class Both {

        private final String instance;
        private final GameCase game;
        private GameCase.Stand stand;

        /** @param flows from and to; with a third word, one that is never taken */
        Both(String nodes, String... flows) {
            String model = MODEL.formatted(nodes + flows(flows));
            engine.getRepositoryService()
                    .createDeployment()
                    .addString("small.bpmn", model)
                    .deploy();
            this.instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("small", Map.of("answer", "other"))
                    .getId();
            Net all =
                    new Net(Models.read(Map.of("processes/small/small.bpmn", model.getBytes(StandardCharsets.UTF_8))));
            Net net = all.from(all.procedure("small").orElseThrow());
            this.game = new GameCase(net, Slice.whole(net), new Random(1));
            this.stand = game.begin(game.beginning()).get(0);
        }

        private static String flows(String... flows) {
            StringBuilder drawn = new StringBuilder();
            for (String flow : flows) {
                String[] ends = flow.split(" ");
                String id = ends[0] + "_" + ends[1];
                String same = drawn.indexOf("\"" + id + "\"") < 0 ? id : id + "_again";
                drawn.append("<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>"
                        .formatted(same, ends[0], ends[1], ends.length < 3 ? "" : NEVER));
            }
            return drawn.toString();
        }

        void answer(String task) {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(task)
                    .singleResult();
            engine.getTaskService().complete(open.getId());
            Move move = game.moves(stand).stream()
                    .filter(one ->
                            one.what() == Move.Kind.ANSWERED && one.step().endsWith("/" + task))
                    .findFirst()
                    .orElseThrow();
            stand = game.after(stand, move).get(0);
        }

        List<String> engine() {
            return engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                    .map(Task::getTaskDefinitionKey)
                    .sorted()
                    .toList();
        }

        boolean engineHasEnded() {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .singleResult()
                    == null;
        }

        List<String> game() {
            return stand.scene().waits().stream()
                    .filter(wait -> wait.startsWith("task "))
                    .map(wait -> wait.substring(wait.lastIndexOf(' ') + 1))
                    .toList();
        }
    }

    private static final String NEVER =
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${answer == 'never'}</bpmn:conditionExpression>";
}
