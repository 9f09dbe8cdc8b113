package cymru.diogelu.modelcheck.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the forms and tables of a set can give to a variable before a step asks for it, followed through calls. Which way
 * a case really takes is not worked out: only values that something on the way names are taken as dealt with there.
 */
public final class Given {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Models models;
    private final Set<Object> values = new LinkedHashSet<>();
    private final Set<String> settled = new LinkedHashSet<>();
    private final Set<List<String>> seen = new HashSet<>();
    private boolean list;
    private boolean open;

    private Given(Models models) {
        this.models = models;
    }

    /** @param tasks the steps that ask for the variable */
    public static Given to(Models models, List<Node> tasks, String variable) {
        Given given = new Given(models);
        tasks.forEach(task -> {
            given.settled.addAll(Settled.onTheWay(task, variable));
            given.follow(task.procedure(), variable);
        });
        return given;
    }

    /** Whether everything that sets the variable says which values it gives. */
    public boolean known() {
        return !open && !values.isEmpty();
    }

    /** Texts, {@code true} and {@code false}. */
    public Set<Object> values() {
        return values;
    }

    /** Whether the variable holds several of the values at once. */
    public boolean list() {
        return list;
    }

    /** The values that something on the way to the step deals with. */
    public Set<String> settled() {
        return settled;
    }

    private void follow(Procedure procedure, String variable) {
        if (!seen.add(List.of(procedure.id(), variable))) {
            return;
        }
        procedure.nodes().forEach(node -> {
            form(node, variable);
            table(node, variable);
            if (node.kind() == NodeKind.CALL_ACTIVITY) {
                answer(node, variable);
            }
        });
        callers(procedure).forEach(caller -> Extensions.of(caller.xml(), "in")
                .filter(in -> in.attribute("target").equals(variable))
                .forEach(in -> pass(in, caller.procedure(), Optional.of(caller))));
    }

    private Stream<Node> callers(Procedure called) {
        return models.procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.CALL_ACTIVITY))
                .filter(call -> call.xml().attribute("calledElement").equals(called.id()));
    }

    private void answer(Node call, String variable) {
        Extensions.of(call.xml(), "out")
                .filter(out -> out.attribute("target").equals(variable))
                .forEach(out -> models.procedure(call.xml().attribute("calledElement"))
                        .ifPresentOrElse(called -> pass(out, called, Optional.empty()), () -> open = true));
    }

    /** @param call the step of a caller that hands the variable over; empty where a called procedure answers with it */
    private void pass(XmlElement mapping, Procedure from, Optional<Node> call) {
        String constant = mapping.attribute("sourceExpression");
        String source = mapping.attribute("source");
        if (!source.isEmpty()) {
            settled.addAll(
                    call.map(step -> Settled.beforeCall(step, source)).orElseGet(() -> Settled.setAnew(from, source)));
            follow(from, source);
        } else if (constant.contains("{") || constant.isEmpty()) {
            open = true;
        } else {
            values.add(constant);
        }
    }

    private void form(Node node, String variable) {
        models.form(node.form()).stream()
                .flatMap(FormFile::components)
                .filter(component -> FormFile.text(component, "key").equals(variable)
                        && "true".equals(FormFile.properties(component).get("routes")))
                .forEach(this::question);
    }

    private void question(Map<?, ?> component) {
        String type = FormFile.text(component, "type");
        list |= type.equals("checklist") || type.equals("taglist");
        if (type.equals("checkbox")) {
            values.addAll(List.of(true, false));
        } else if (component.get("values") instanceof List<?> options) {
            options.forEach(option -> {
                if (option instanceof Map<?, ?> choice) {
                    values.add(FormFile.text(choice, "value"));
                }
            });
        } else {
            open = true;
        }
    }

    private void table(Node node, String variable) {
        if (node.kind() == NodeKind.BUSINESS_RULE_TASK
                && node.camunda("resultVariable").equals(variable)) {
            models.decision(node.camunda("decisionRef")).ifPresentOrElse(this::outputs, () -> open = true);
        }
    }

    private void outputs(Decision decision) {
        list |= decision.hitPolicy().equals("COLLECT");
        decision.rules().stream()
                .flatMap(rule -> Decision.conclusions(rule).stream().limit(1))
                .forEach(output -> {
                    if (output.matches("\"[^\"]*\"")) {
                        values.add(output.substring(1, output.length() - 1));
                    } else if (output.equals("true") || output.equals("false")) {
                        values.add(Boolean.valueOf(output));
                    } else {
                        open = true;
                    }
                });
    }

    /** The texts that a table compares a variable with. */
    public static Set<String> named(Decision decision, String variable) {
        Set<String> named = new LinkedHashSet<>();
        List<XmlElement> inputs = decision.inputs();
        for (int column = 0; column < inputs.size(); column++) {
            String expression = Decision.expression(inputs.get(column));
            if (expression.equals(variable)) {
                int cell = column;
                decision.rules().stream()
                        .flatMap(rule ->
                                Decision.conditions(rule).stream().skip(cell).limit(1))
                        .forEach(text -> named.addAll(texts(text)));
            } else if (expression.matches("(?s).*\\b" + Pattern.quote(variable) + "\\b.*")) {
                named.addAll(texts(expression));
            }
        }
        return named;
    }

    private static Set<String> texts(String expression) {
        return TEXT.matcher(expression).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
