package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.forms.Feel;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.ModelWords;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each procedure of a set reads of a case, and what its forms, tables and callers give it. */
final class Variables {

    private final Feel feel = new Feel();
    private final Models models;
    private final Map<String, List<Node>> calls;
    private final Map<Procedure, List<Read>> reads = new HashMap<>();
    private final Map<Procedure, Set<String>> sets = new HashMap<>();

    Variables(Models models) {
        this.models = models;
        this.calls = models.procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.CALL_ACTIVITY))
                .collect(Collectors.groupingBy(call -> call.xml().attribute("calledElement")));
    }

    /** @param element what reads the variable */
    record Read(String variable, XmlElement element) {}

    /** Every place at which a procedure reads a variable. */
    Stream<Read> reads(Procedure procedure) {
        return reads.computeIfAbsent(procedure, this::readsOf).stream();
    }

    private List<Read> readsOf(Procedure procedure) {
        Stream<Read> expressions =
                procedure.process().all().filter(Variables::asks).flatMap(element -> read(element, element.text()));
        Stream<Read> groups =
                procedure.nodes(NodeKind.USER_TASK).flatMap(task -> read(task.xml(), task.camunda("candidateGroups")));
        Stream<Read> nodes = procedure.nodes().stream()
                .flatMap(node ->
                        Stream.of(repeated(node), handed(node), asked(node)).flatMap(found -> found));
        return Stream.of(expressions, groups, nodes)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private static boolean asks(XmlElement element) {
        return element.is(Bpmn.MODEL, "conditionExpression") || element.is(Bpmn.MODEL, "timeDate");
    }

    private static Stream<Read> read(XmlElement element, String text) {
        return ModelWords.readBy(Expression.of(text)).stream().map(name -> new Read(name, element));
    }

    private static Stream<Read> repeated(Node node) {
        return node.repetition().stream()
                .map(repetition -> repetition.attribute(Bpmn.CAMUNDA, "collection"))
                .map(Variables::collection)
                .filter(name -> !name.isEmpty())
                .map(name -> new Read(name, node.xml()));
    }

    /** Camunda takes the name of a list with braces and without. */
    static String collection(String text) {
        return text.replaceAll("[$#{}]", "").strip();
    }

    private static Stream<Read> handed(Node node) {
        return Extensions.of(node.xml(), "in")
                .map(in -> in.attribute("source"))
                .filter(source -> !source.isEmpty())
                .map(source -> new Read(source, node.xml()));
    }

    private Stream<Read> asked(Node node) {
        return node.kind() == NodeKind.BUSINESS_RULE_TASK
                ? models.decision(node.camunda("decisionRef")).stream()
                        .flatMap(decision -> decision.inputs().stream())
                        .flatMap(input -> names(Decision.expression(input)).stream())
                        .map(name -> new Read(name, node.xml()))
                : Stream.empty();
    }

    /** The variables of an expression in FEEL; none where it cannot be read, which another rule names. */
    Set<String> names(String expression) {
        try {
            return expression.isBlank() ? Set.of() : Feel.variables(feel.expression(expression));
        } catch (IllegalArgumentException unreadable) {
            return Set.of();
        }
    }

    /** What the procedure's own steps set. */
    Set<String> sets(Procedure procedure) {
        return sets.computeIfAbsent(procedure, this::setsOf);
    }

    private Set<String> setsOf(Procedure procedure) {
        Set<String> names = new HashSet<>();
        for (Node node : procedure.nodes()) {
            models.form(node.form())
                    .ifPresent(form -> routed(form).map(Variables::variable).forEach(names::add));
            names.add(node.camunda("resultVariable"));
            node.repetition().ifPresent(repetition -> names.add(repetition.attribute(Bpmn.CAMUNDA, "elementVariable")));
            Extensions.of(node.xml(), "out").forEach(out -> names.add(out.attribute("target")));
        }
        return names;
    }

    /** The components of a form whose answers become variables. */
    static Stream<Map<?, ?>> routed(FormFile form) {
        return form.components().filter(component -> "true"
                .equals(FormFile.properties(component).get("routes")));
    }

    /** The variable that an answer becomes. */
    static String variable(Map<?, ?> component) {
        String name = FormFile.name(component);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The steps of the whole set that call a procedure. */
    List<Node> callers(Procedure called) {
        return calls.getOrDefault(called.id(), List.of());
    }

    /** What a call hands over. */
    static Set<String> targets(Node call) {
        Set<String> targets = new HashSet<>();
        Extensions.of(call.xml(), "in").forEach(in -> targets.add(in.attribute("target")));
        return targets;
    }

    /** Every name that some procedure sets or hands over. */
    Set<String> given() {
        Set<String> given = new HashSet<>();
        for (Procedure procedure : models.procedures()) {
            given.addAll(sets(procedure));
            procedure.nodes(NodeKind.CALL_ACTIVITY).forEach(call -> given.addAll(targets(call)));
        }
        return given;
    }
}
