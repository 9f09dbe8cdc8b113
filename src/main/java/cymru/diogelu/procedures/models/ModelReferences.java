package cymru.diogelu.procedures.models;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sure, before a set of models is deployed, that whatever one file names exists in the set or in the registers. */
@Component
class ModelReferences {

    private static final Pattern PROVISION = Pattern.compile("deadline\\.\\w+\\(\\s*'([^']+)'(?:\\s*,\\s*(\\d+))?");
    private static final Pattern ROLE = Pattern.compile("group\\.named\\(\\s*'([^']+)'");

    private static final Pattern DATE = Pattern.compile("\\$\\{\\s*deadline\\.\\w+\\(.*\\)\\s*}");
    private static final Pattern GROUP = Pattern.compile("\\$\\{\\s*group\\.\\w+\\(.*\\)\\s*}");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Provisions provisions;
    private final Agencies agencies;

    ModelReferences(Provisions provisions, Agencies agencies) {
        this.provisions = provisions;
        this.agencies = agencies;
    }

    /** @throws BrokenModel naming the file, the element and what it names in vain */
    void check(Map<String, byte[]> files, ModelSet set) {
        KnownDates.check(set);
        set.forms().forEach(form -> form.fields().forEach(field -> check(form, field, set)));
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        files.forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                AllowedParts.check(path, content);
                models.put(path, new ModelReader(path, content).model());
            } else if (path.endsWith(".dmn")) {
                DecisionCells.check(path, content);
            }
        });
        models.forEach((path, model) -> check(path, model, set));
        models.forEach(EndlessWays::check);
        ProcedureCalls.check(models);
        Escalations.check(models);
        ModelVariables.check(models, set);
    }

    private void check(Form form, Field field, ModelSet set) {
        checkClocks(form, field, set);
        field.departsFrom()
                .ifPresent(decision ->
                        require(set.decision(decision).isPresent(), form.file(), field.path(), "table " + decision));
    }

    /** A clock that is misspelt starts nothing: its limit would run from another event without a word. */
    private void checkClocks(Form form, Field field, ModelSet set) {
        Stream<String> named = field.clock().stream().flatMap(names -> Stream.of(names.split(" ")));
        named.filter(clock -> provisions.all().stream()
                        .map(Provision::limit)
                        .filter(Objects::nonNull)
                        .noneMatch(limit -> clock.equals(limit.startsAt())))
                .filter(clock -> set.forms().stream()
                        .flatMap(other -> other.fields().stream())
                        .noneMatch(other -> other.comparesWith().contains("clock:" + clock)))
                .findFirst()
                .ifPresent(clock -> {
                    throw new BrokenModel(
                            form.file(),
                            field.path(),
                            "starts the clock '%s', which nothing asks for".formatted(clock));
                });
    }

    private void check(String file, BpmnModelInstance model, ModelSet set) {
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            requireForm(file, task.getId(), task.getCamundaFormRef(), set);
            requireRole(file, task.getId(), String.valueOf(task.getCamundaCandidateGroups()));
            requireOwnSet(file, task, "formRefBinding");
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            if (start.getCamundaFormRef() != null) {
                requireForm(file, start.getId(), start.getCamundaFormRef(), set);
            }
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            require(set.procedure(call.getCalledElement()).isPresent(), file, call.getId(), call.getCalledElement());
            requireOwnSet(file, call, "calledElementBinding");
            requireEscalation(file, call, model);
        }
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            String decision = rule.getCamundaDecisionRef();
            require(set.decision(decision).isPresent(), file, rule.getId(), decision);
            requireOwnSet(file, rule, "decisionRefBinding");
        }
        for (TimeDate date : model.getModelElementsByType(TimeDate.class)) {
            requireProvision(file, date);
        }
    }

    private static void requireForm(String file, String element, @Nullable String form, ModelSet set) {
        require(set.form(form).isPresent(), file, element, "form " + form);
    }

    /** Open cases stay with the set they began under only as long as everything is asked of the same set. */
    private static void requireOwnSet(String file, BaseElement element, String binding) {
        if (!"deployment".equals(element.getAttributeValueNs(CAMUNDA, binding))) {
            throw new BrokenModel(
                    file, element.getId(), "needs the binding 'deployment' (camunda:%s)".formatted(binding));
        }
    }

    /** A late step is found by its id: after a task has been renamed its delay would pass in silence. */
    private void requireEscalation(String file, CallActivity call, BpmnModelInstance model) {
        for (CamundaIn in : ModelReader.extensions(call, CamundaIn.class)) {
            String word = in.getCamundaSourceExpression();
            if ("overdueElement".equals(in.getCamundaTarget())) {
                require(model.getModelElementById(word) instanceof UserTask, file, call.getId(), "task " + word);
            }
            if ("provision".equals(in.getCamundaTarget()) && word != null) {
                require(limit(word).isPresent(), file, call.getId(), "limit " + word);
            }
        }
    }

    private Optional<Provision> limit(String id) {
        return provisions.find(id).filter(found -> found.kind() == Provision.Kind.LIMIT);
    }

    private void requireRole(String file, String element, String groups) {
        if (!GROUP.matcher(groups).matches()) {
            throw new BrokenModel(
                    file,
                    element,
                    "is offered to '%s'; a task is offered by a function such as ${group.named('front-door')}"
                            .formatted(groups));
        }
        Matcher role = ROLE.matcher(groups);
        if (role.find()) {
            require(knownRole(role.group(1)), file, element, "role " + role.group(1));
        }
    }

    private boolean knownRole(String key) {
        return agencies.roles().stream().anyMatch(role -> role.key().equals(key));
    }

    private void requireProvision(String file, TimeDate date) {
        String element = date.getParentElement().getAttributeValue("id");
        if (!DATE.matcher(date.getTextContent().strip()).matches()) {
            throw new BrokenModel(
                    file,
                    element,
                    "waits for '%s'; a date is asked of the register, such as ${deadline.due('DL-03')}"
                            .formatted(date.getTextContent().strip()));
        }
        Matcher named = PROVISION.matcher(date.getTextContent());
        if (named.find()) {
            Provision provision =
                    limit(named.group(1)).orElseThrow(() -> missing(file, element, "limit " + named.group(1)));
            if (named.group(2) != null) {
                int reminder = Integer.parseInt(named.group(2));
                boolean exists =
                        reminder >= 1 && reminder <= provision.reminders().size();
                require(exists, file, element, "reminder %d of %s".formatted(reminder, provision.id()));
            }
        }
    }

    private static BrokenModel missing(String file, String element, @Nullable String named) {
        return new BrokenModel(file, element, "names '%s', which does not exist".formatted(named));
    }

    private static void require(boolean exists, String file, String element, @Nullable String named) {
        if (!exists) {
            throw missing(file, element, named);
        }
    }
}
