package cymru.diogelu.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes each flow that the engine takes, beside the recorders of the program and without their code. */
final class SecondRecording extends AbstractBpmnParseListener implements BeanPostProcessor {

    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();

    /** The flows of a case in the order in which they were taken, each with its procedure. */
    List<String> of(String caseReference) {
        return taken.getOrDefault(caseReference, List.of());
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringProcessEngineConfiguration configuration) {
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(this)));
        }
        return bean;
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
            ExecutionEntity entity = (ExecutionEntity) execution;
            taken.computeIfAbsent(entity.getProcessBusinessKey(), reference -> new ArrayList<>())
                    .add(entity.getProcessDefinition().getKey() + "/" + transition.getId());
        });
    }
}
