package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Feel;
import cymru.diogelu.forms.Field;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * What each procedure reads of a case, against what its forms, decisions and callers give it. A name that is misspelt
 * would otherwise stop the first case that comes to it, or, in a decision, pass for an unanswered question.
 */
final class ModelVariables {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*([A-Za-z]\\w*)\\s*(?:[=!<>].*)?}");
    private static final Pattern FROM = Pattern.compile("group\\.from\\(\\s*'(\\w+)'");

    /** What the functions of the modelling language read themselves. */
    private static final Map<String, Set<String>> READ_BY_FUNCTIONS = Map.of(
            "group.escalation(", Set.of("provision", "overdueElement"),
            "overdue.done(", Set.of("overdueElement"),
            "deadline.extended(", Set.of("newDue"));

    private final Feel feel = new Feel();
    private final ModelSet set;
    private final Map<String, Procedure> procedures = new TreeMap<>();

    /** @param reads the variables that it reads, each with the first element that does */
    private record Procedure(
            String file, Map<String, String> reads, Set<String> sets, Collection<CallActivity> calls) {}

    private ModelVariables(ModelSet set) {
        this.set = set;
    }

    /** @throws BrokenModel naming the element that reads what nothing sets, or the call that does not hand it over */
    static void check(Map<String, BpmnModelInstance> models, ModelSet set) {
        ModelVariables variables = new ModelVariables(set);
        models.forEach(variables::read);
        variables.procedures.forEach(variables::checkReads);
        variables.procedures.values().forEach(variables::checkCalls);
        FormVariables.check(set.forms(), variables.given());
    }

    /** Every name that some procedure sets or hands over. */
    private Set<String> given() {
        Set<String> given = new HashSet<>();
        procedures.values().forEach(procedure -> {
            given.addAll(procedure.sets());
            procedure.calls().forEach(call -> given.addAll(targets(call)));
        });
        return given;
    }

    private void read(String file, BpmnModelInstance model) {
        var calls = model.getModelElementsByType(CallActivity.class);
        String id =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        procedures.put(id, new Procedure(file, reads(model), sets(model), calls));
    }

    private Set<String> sets(BpmnModelInstance model) {
        Set<String> names = new HashSet<>();
        model.getModelElementsByType(UserTask.class).forEach(task -> addRouted(task.getCamundaFormRef(), names));
        model.getModelElementsByType(StartEvent.class).forEach(start -> addRouted(start.getCamundaFormRef(), names));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(rule -> names.add(rule.getCamundaResultVariable()));
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(repetition -> names.add(repetition.getCamundaElementVariable()));
        model.getModelElementsByType(CallActivity.class).forEach(call -> ModelReader.extensions(call, CamundaOut.class)
                .forEach(out -> names.add(out.getCamundaTarget())));
        return names;
    }

    private void addRouted(@Nullable String form, Set<String> names) {
        set.form(form).ifPresent(found -> found.fields().stream()
                .filter(Field::routes)
                .map(field -> field.path().substring(field.path().lastIndexOf('.') + 1))
                .forEach(names::add));
    }

    private Map<String, String> reads(BpmnModelInstance model) {
        Map<String, String> reads = new LinkedHashMap<>();
        model.getModelElementsByType(ConditionExpression.class)
                .forEach(condition -> addExpression(condition, condition.getTextContent(), reads));
        model.getModelElementsByType(TimeDate.class).forEach(date -> addExpression(date, date.getTextContent(), reads));
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> addExpression(task, task.getCamundaCandidateGroups(), reads));
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(repetition -> addCollection(repetition, reads));
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> ModelReader.extensions(call, CamundaIn.class).stream()
                        .map(CamundaIn::getCamundaSource)
                        .filter(Objects::nonNull)
                        .forEach(source -> reads.putIfAbsent(source, call.getId())));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(rule -> addInputs(rule, reads));
        return reads;
    }

    private static void addExpression(ModelElementInstance part, String expression, Map<String, String> reads) {
        String place = place(part);
        Matcher variable = VARIABLE.matcher(expression.strip());
        if (variable.matches()) {
            reads.putIfAbsent(variable.group(1), place);
        }
        Matcher from = FROM.matcher(expression);
        if (from.find()) {
            reads.putIfAbsent(from.group(1), place);
        }
        READ_BY_FUNCTIONS.forEach((function, names) -> {
            if (expression.contains(function)) {
                names.forEach(name -> reads.putIfAbsent(name, place));
            }
        });
    }

    private static void addCollection(MultiInstanceLoopCharacteristics repetition, Map<String, String> reads) {
        String name = String.valueOf(repetition.getCamundaCollection())
                .replaceAll("[$#{}]", "")
                .strip();
        reads.putIfAbsent(name, place(repetition));
    }

    private void addInputs(BusinessRuleTask rule, Map<String, String> reads) {
        set.decision(rule.getCamundaDecisionRef()).ifPresent(table -> table.inputs().keySet().stream()
                .flatMap(input -> Feel.variables(feel.expression(input)).stream())
                .forEach(name -> reads.putIfAbsent(name, rule.getId())));
    }

    private void checkCalls(Procedure caller) {
        for (CallActivity call : caller.calls()) {
            Procedure called = Objects.requireNonNull(procedures.get(call.getCalledElement()));
            Set<String> known = new HashSet<>(called.sets());
            known.addAll(targets(call));
            called.reads()
                    .keySet()
                    .forEach(name ->
                            require(known, name, caller.file(), call, "does not hand over '%s', which '%s' reads"));
            ModelReader.extensions(call, CamundaOut.class)
                    .forEach(out -> require(
                            known,
                            out.getCamundaSource(),
                            caller.file(),
                            call,
                            "takes back '%s', which '%s' never sets"));
        }
    }

    private static void require(Set<String> known, String name, String file, CallActivity call, String fault) {
        if (!known.contains(name)) {
            throw new BrokenModel(file, call.getId(), fault.formatted(name, call.getCalledElement()));
        }
    }

    private void checkReads(String id, Procedure procedure) {
        Set<String> known = new HashSet<>(procedure.sets());
        procedures.values().stream()
                .flatMap(caller -> caller.calls().stream())
                .filter(call -> id.equals(call.getCalledElement()))
                .forEach(call -> known.addAll(targets(call)));
        procedure.reads().forEach((name, element) -> {
            if (!known.contains(name)) {
                throw new BrokenModel(procedure.file(), element, "reads '%s', which nothing sets".formatted(name));
            }
        });
    }

    private static Set<String> targets(CallActivity call) {
        Set<String> targets = new HashSet<>();
        ModelReader.extensions(call, CamundaIn.class).forEach(in -> targets.add(in.getCamundaTarget()));
        return targets;
    }

    /** The step, event or flow around a part of it. */
    private static String place(ModelElementInstance part) {
        ModelElementInstance at = part;
        while (!(at instanceof FlowElement)) {
            at = at.getParentElement();
        }
        return ((FlowElement) at).getId();
    }
}
