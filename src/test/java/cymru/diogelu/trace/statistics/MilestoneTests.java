package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MilestoneTests {

    @ParameterizedTest
    @EnumSource
    void theModelsHaveEveryElementThatAMilestoneNames(Milestone milestone) {
        BpmnModelInstance model = model(milestone.process());

        assertThat(model.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(milestone.process());
        assertThat(milestone.elements()).allSatisfy(element -> assertThat((Object) model.getModelElementById(element))
                .as(element)
                .isNotNull());
    }

    static Stream<Measure> timed() {
        return Stream.of(Measure.values()).filter(measure -> measure.element() != null);
    }

    @ParameterizedTest
    @MethodSource("timed")
    void aModelStillSetsTheDateThatAMeasureIsAbout(Measure measure) {
        assertThat(limits()).contains(measure.element() + " " + measure.provision());
    }

    static Stream<Measure> absent() {
        return Stream.of(Measure.values()).filter(measure -> !measure.onRecord() && measure.provision() != null);
    }

    @ParameterizedTest
    @MethodSource("absent")
    void noModelSetsADateForWhatIsSaidNotToBeOnRecord(Measure measure) {
        assertThat(limits()).noneMatch(limit -> limit.endsWith(" " + measure.provision()));
    }

    private static Set<String> limits() {
        Set<String> limits = new HashSet<>();
        for (String process : Path.of("processes").toFile().list()) {
            if (Path.of("processes", process, process + ".bpmn").toFile().exists()) {
                model(process)
                        .getModelElementsByType(BoundaryEvent.class)
                        .forEach(boundary -> boundary.getChildElementsByType(TimerEventDefinition.class).stream()
                                .filter(timer -> timer.getTimeDate() != null)
                                .map(timer ->
                                        timer.getTimeDate().getTextContent().replaceAll(".*\\('(.*)'\\).*", "$1"))
                                .forEach(provision ->
                                        limits.add(boundary.getAttachedTo().getId() + " " + provision)));
            }
        }
        return limits;
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromFile(
                Path.of("processes", process, process + ".bpmn").toFile());
    }
}
