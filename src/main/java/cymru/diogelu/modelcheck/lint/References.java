package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.lint.Named.Thing;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import cymru.diogelu.statute.Provision;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever one part of the set names exists in its file, in the set or in the registers. */
final class References implements Rule {

    static final String ID = "references";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        Stream<Finding> procedures = models.procedures().stream().flatMap(procedure -> Stream.of(
                        procedure.nodes().stream().flatMap(node -> named(node, models)),
                        procedure.nodes().stream().flatMap(References::around),
                        procedure.flows().stream().flatMap(flow -> ends(procedure, flow)),
                        drawn(procedure),
                        procedure.nodes().stream().flatMap(node -> roles(node, subject)),
                        dates(procedure, subject),
                        limits(procedure, subject))
                .flatMap(found -> found));
        return Stream.concat(procedures, models.forms().stream().flatMap(form -> departures(form, models)));
    }

    private static Stream<Finding> named(Node node, Models models) {
        String form = node.form();
        String decision = node.camunda("decisionRef");
        String called = node.xml().attribute("calledElement");
        return switch (node.kind()) {
            case USER_TASK ->
                Named.mandatory(node, Thing.FORM, form, models.form(form).isPresent());
            case START_EVENT ->
                Named.optional(node, Thing.FORM, form, models.form(form).isPresent());
            case BUSINESS_RULE_TASK ->
                Named.mandatory(
                        node, Thing.TABLE, decision, models.decision(decision).isPresent());
            case CALL_ACTIVITY ->
                Stream.concat(
                        Named.mandatory(
                                node,
                                Thing.PROCEDURE,
                                called,
                                models.procedure(called).isPresent()),
                        overdue(node));
            default -> Stream.empty();
        };
    }

    /** A late step is found by its id: after a task has been renamed its delay would pass in silence. */
    private static Stream<Finding> overdue(Node call) {
        return Extensions.of(call.xml(), "in")
                .filter(in -> handsOverWords(in, "overdueElement"))
                .map(in -> in.attribute("sourceExpression"))
                .flatMap(task -> Named.mandatory(call, Thing.TASK, task, isTask(call.procedure(), task)));
    }

    /** Words that stand in the call, even if none were written, and no variable of the case. */
    private static boolean handsOverWords(XmlElement in, String target) {
        return in.attribute("target").equals(target) && in.attribute("source").isEmpty();
    }

    private static boolean isTask(Procedure procedure, String id) {
        return procedure
                .node(id)
                .filter(node -> node.kind() == NodeKind.USER_TASK)
                .isPresent();
    }

    private static Stream<Finding> around(Node node) {
        String way = node.xml().attribute("default");
        boolean leaves = node.outgoing().stream().anyMatch(flow -> flow.id().equals(way));
        Stream<Finding> otherwise = Named.optional(node, Thing.FLOW, way, leaves);
        Stream<Finding> border = node.kind() == NodeKind.BOUNDARY_EVENT ? border(node) : Stream.empty();
        Stream<Finding> event = node.definition().stream().flatMap(definition -> raised(node, definition));
        return Stream.of(otherwise, border, event).flatMap(found -> found);
    }

    private static Stream<Finding> border(Node event) {
        String step = event.xml().attribute("attachedToRef");
        boolean exists = event.procedure()
                .node(step)
                .filter(node -> node.kind().task() || node.kind() == NodeKind.CALL_ACTIVITY)
                .isPresent();
        return Named.mandatory(event, Thing.STEP, step, exists);
    }

    private static Stream<Finding> raised(Node event, XmlElement definition) {
        return switch (definition.type()) {
            case "escalationEventDefinition" ->
                listed(event, "escalation", definition.attribute("escalationRef"), Thing.ESCALATION);
            case "messageEventDefinition" ->
                listed(event, "message", definition.attribute("messageRef"), Thing.MESSAGE);
            default -> Stream.empty();
        };
    }

    private static Stream<Finding> listed(Node event, String kind, String id, Thing thing) {
        boolean exists = event.procedure().root().children(Bpmn.MODEL, kind).anyMatch(found -> found.id()
                .equals(id));
        return Named.mandatory(event, thing, id, exists);
    }

    private static Stream<Finding> ends(Procedure procedure, Flow flow) {
        return Stream.of(flow.source(), flow.target())
                .flatMap(end -> Named.mandatory(
                        procedure,
                        flow.xml(),
                        Thing.STEP,
                        end,
                        procedure.node(end).isPresent()));
    }

    /** The lines to notes. */
    private static Stream<Finding> drawn(Procedure procedure) {
        Set<String> ids = procedure.process().all().map(XmlElement::id).collect(Collectors.toSet());
        return procedure.process().children(Bpmn.MODEL, "association").flatMap(line -> Stream.of(
                        line.attribute("sourceRef"), line.attribute("targetRef"))
                .flatMap(end -> Named.mandatory(procedure, line, Thing.ELEMENT, end, ids.contains(end))));
    }

    private static Stream<Finding> roles(Node node, Subject subject) {
        Expression group = Expression.of(node.camunda("candidateGroups"));
        return group.name().equals("group.named")
                ? group.texts().stream()
                        .flatMap(role -> Named.mandatory(
                                node,
                                Thing.ROLE,
                                role,
                                subject.agencies().findRole(role).isPresent()))
                : Stream.empty();
    }

    /** Those of events and those of reminders, which stand in listeners. */
    private static Stream<Finding> dates(Procedure procedure, Subject subject) {
        return procedure
                .process()
                .all(Bpmn.MODEL, "timerEventDefinition")
                .flatMap(timer -> date(procedure, timer, Expression.of(timer.text(Bpmn.MODEL, "timeDate")), subject));
    }

    private static Stream<Finding> date(Procedure procedure, XmlElement timer, Expression date, Subject subject) {
        if (!date.calls("deadline") || date.texts().isEmpty()) {
            return Stream.empty();
        }
        String id = date.texts().get(0);
        Optional<Provision> limit = limit(id, subject);
        if (limit.isEmpty()) {
            return Named.mandatory(procedure, timer, Thing.LIMIT, id, false);
        }
        int reminders = limit.get().reminders().size();
        return date.literals().stream()
                .skip(1)
                .filter(number -> number.matches("-?\\d{1,9}"))
                .filter(number -> Integer.parseInt(number) < 1 || Integer.parseInt(number) > reminders)
                .flatMap(number -> Named.mandatory(procedure, timer, Thing.REMINDER, id + ", " + number, false));
    }

    /** What calls hand over as the limit of a late step. */
    private static Stream<Finding> limits(Procedure procedure, Subject subject) {
        return procedure.nodes(NodeKind.CALL_ACTIVITY).flatMap(call -> Extensions.of(call.xml(), "in")
                .filter(in -> handsOverWords(in, "provision"))
                .map(in -> in.attribute("sourceExpression"))
                .flatMap(id -> Named.mandatory(
                        call, Thing.LIMIT, id, limit(id, subject).isPresent())));
    }

    private static Optional<Provision> limit(String id, Subject subject) {
        return subject.provisions().find(id).filter(found -> found.kind() == Provision.Kind.LIMIT);
    }

    /** The table whose suggestion somebody departs from. */
    private static Stream<Finding> departures(FormFile form, Models models) {
        return form.components()
                .filter(component -> FormFile.properties(component).get("departsFrom") instanceof String table
                        && models.decision(table).isEmpty())
                .map(component -> Named.missing(
                        form.file(),
                        FormFile.name(component),
                        form.json().line(component),
                        Thing.TABLE,
                        FormFile.text(FormFile.properties(component), "departsFrom")));
    }
}
