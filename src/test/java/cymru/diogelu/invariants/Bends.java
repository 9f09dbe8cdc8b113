package cymru.diogelu.invariants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Ways to bend models, as a careless change in the modeller would. Each names the element at which the law is then expected
 * to be seen broken: the changed one, unless {@link Bend#foundAt} says another.
 */
final class Bends {

    private Bends() {}

    /** A flow leads somewhere else. */
    static Bend redirect(String procedure, String flow, String target) {
        return bpmn(procedure, "lead %s to %s".formatted(flow, target), flow, xml -> Xml.byId(xml, flow)
                .setAttribute("targetRef", target));
    }

    /** A task is left out: what led to it leads to what came after it. */
    static Bend leaveOut(String procedure, String step) {
        return bpmn(procedure, "leave out " + step, step, xml -> {
            String next = flows(xml).stream()
                    .filter(flow -> flow.getAttribute("sourceRef").equals(step))
                    .map(flow -> flow.getAttribute("targetRef"))
                    .findFirst()
                    .orElseThrow();
            flows(xml).stream()
                    .filter(flow -> flow.getAttribute("targetRef").equals(step))
                    .forEach(flow -> flow.setAttribute("targetRef", next));
        });
    }

    /** An element is deleted, with the flows that lead from it. */
    static Bend delete(String procedure, String step) {
        return bpmn(procedure, "delete " + step, step, xml -> {
            List<Element> gone = new ArrayList<>(flows(xml).stream()
                    .filter(flow -> flow.getAttribute("sourceRef").equals(step))
                    .toList());
            gone.add(Xml.byId(xml, step));
            gone.forEach(element -> element.getParentNode().removeChild(element));
        });
    }

    static Bend attribute(String procedure, String step, String name, String value) {
        return bpmn(procedure, "set %s of %s to %s".formatted(name, step, value), step, xml -> {
            Element element = Xml.byId(xml, step);
            element.setAttribute(element.hasAttribute("camunda:" + name) ? "camunda:" + name : name, value);
        });
    }

    static Bend group(String procedure, String task, String role) {
        return attribute(procedure, task, "candidateGroups", "${group.named('%s')}".formatted(role));
    }

    /** A timer asks for the date of another limit. */
    static Bend timer(String procedure, String event, String provision) {
        return bpmn(procedure, "let %s ask for %s".formatted(event, provision), event, xml -> Xml.all(
                        Xml.byId(xml, event), "timeDate")
                .get(0)
                .setTextContent("${deadline.due('%s')}".formatted(provision)));
    }

    static Bend condition(String procedure, String flow, String condition) {
        return bpmn(procedure, "let %s ask for %s".formatted(flow, condition), flow, xml -> Xml.all(
                        Xml.byId(xml, flow), "conditionExpression")
                .get(0)
                .setTextContent(condition));
    }

    /** A called procedure is no longer given a variable. */
    static Bend withhold(String procedure, String call, String variable) {
        return bpmn(
                procedure,
                "give %s no %s".formatted(call, variable),
                call,
                xml -> remove(Xml.byId(xml, call), "in", variable));
    }

    /** A called procedure no longer hands a variable back. */
    static Bend keepBack(String procedure, String call, String variable) {
        return bpmn(
                procedure,
                "take no %s from %s".formatted(variable, call),
                call,
                xml -> remove(Xml.byId(xml, call), "out", variable));
    }

    private static void remove(Element call, String mapping, String variable) {
        Xml.all(call, mapping).stream()
                .filter(element -> element.getAttribute("target").equals(variable))
                .forEach(element -> element.getParentNode().removeChild(element));
    }

    private static List<Element> flows(Document xml) {
        return Xml.all(xml, "sequenceFlow");
    }

    private static Bend bpmn(String procedure, String what, String element, Consumer<Document> edit) {
        return new Bend(what, element, pathway -> pathway.bent(pathway.file(procedure + ".bpmn"), xml(edit)));
    }

    private static UnaryOperator<String> xml(Consumer<Document> edit) {
        return text -> {
            Document document = Xml.read(text);
            edit.accept(document);
            return Xml.write(document);
        };
    }

    static Bend withoutRow(String table, int row) {
        return dmn(table, "delete row %d of %s".formatted(row, table), xml -> {
            Element rule = row(xml, row);
            rule.getParentNode().removeChild(rule);
        });
    }

    static Bend output(String table, int row, String value) {
        return dmn(
                table,
                "let row %d of %s say %s".formatted(row, table, value),
                xml -> text(Xml.all(row(xml, row), "outputEntry").get(0), "\"" + value + "\""));
    }

    static Bend cell(String table, int row, int column, String value) {
        return dmn(
                table,
                "let row %d of %s ask for %s".formatted(row, table, value),
                xml -> text(Xml.all(row(xml, row), "inputEntry").get(column - 1), value));
    }

    static Bend input(String table, int column, String expression) {
        return dmn(
                table,
                "let column %d of %s read %s".formatted(column, table, expression),
                xml -> text(Xml.all(xml, "inputExpression").get(column - 1), expression));
    }

    private static Element row(Document xml, int row) {
        return Xml.all(xml, "rule").get(row - 1);
    }

    private static void text(Element holder, String value) {
        Xml.all(holder, "text").get(0).setTextContent(value);
    }

    private static Bend dmn(String table, String what, Consumer<Document> edit) {
        return new Bend(what, table, pathway -> pathway.bent(pathway.file(table + ".dmn"), xml(edit)));
    }

    static Bend optional(String form, String key) {
        return question(form, key, "make %s of %s optional".formatted(key, form), json -> {
            if (json.get("type").equals("dynamiclist")) {
                object(json, "properties").put("minRows", "0");
            } else {
                object(json, "validate").put("required", false);
            }
        });
    }

    /** A question must always be answered. */
    static Bend required(String form, String key) {
        return question(form, key, "make %s of %s required".formatted(key, form), json -> {
            object(json, "validate").put("required", true);
            json.remove("conditional");
        });
    }

    static Bend hidden(String form, String key, String condition) {
        return question(
                form, key, "hide %s of %s where %s".formatted(key, form, condition), json -> object(json, "conditional")
                        .put("hide", condition));
    }

    static Bend property(String form, String key, String name, String value) {
        return question(form, key, "set %s of %s in %s to '%s'".formatted(name, key, form, value), json -> object(
                        json, "properties")
                .put(name, value));
    }

    /** Another option is offered, in both languages. */
    static Bend option(String form, String key, String value, String english, String welsh) {
        Bend offered =
                question(form, key, "offer '%s' for %s of %s".formatted(english, key, form), json -> options(json)
                        .add(new LinkedHashMap<>(Map.of("value", value, "label", english))));
        return offered.and(welsh(
                form, components -> object(object(components, key), "options").put(value, welsh)));
    }

    static Bend withoutOption(String form, String key, String value) {
        Bend gone = question(
                form, key, "no longer offer '%s' for %s of %s".formatted(value, key, form), json -> options(json)
                        .removeIf(option -> option.get("value").equals(value)));
        return gone.and(welsh(form, components -> {
            String place = components.keySet().stream()
                    .filter(name -> name.equals(key) || name.endsWith("." + key))
                    .findFirst()
                    .orElseThrow();
            object(object(components, place), "options").remove(value);
        }));
    }

    /** A question is no longer asked. */
    static Bend unasked(String form, String key) {
        Bend gone = form(form, "no longer ask %s in %s".formatted(key, form), key, json -> remove(json, key));
        return gone.and(welsh(
                form,
                components -> components.keySet().removeIf(name -> name.equals(key) || name.endsWith("." + key))));
    }

    private static boolean remove(Map<String, Object> holder, String key) {
        boolean here = FormFile.components(holder)
                .removeIf(json -> key.equals(json.get("key")) || key.equals(json.get("path")));
        return here
                || FormFile.components(holder).stream()
                        .anyMatch(inner -> inner.containsKey("components") && remove(inner, key));
    }

    /** A component is put at the end of a form. */
    static Bend added(String form, Map<String, Object> component) {
        String type = String.valueOf(component.get("type"));
        return form(
                form,
                "put a component of type %s into %s".formatted(type, form),
                String.valueOf(component.get("id")),
                json -> FormFile.components(json).add(component));
    }

    private static Bend question(String form, String key, String what, Consumer<Map<String, Object>> edit) {
        return form(form, what, key, json -> edit.accept(find(json, key)));
    }

    private static Map<String, Object> find(Map<String, Object> holder, String key) {
        for (Map<String, Object> component : FormFile.components(holder)) {
            if (key.equals(component.get("key")) || key.equals(component.get("path"))) {
                return component;
            }
            Map<String, Object> inside = component.containsKey("components") ? find(component, key) : Map.of();
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return Map.of();
    }

    private static Bend form(String form, String what, String element, Consumer<Map<String, Object>> edit) {
        return new Bend(what, element, pathway -> pathway.bent(pathway.file(form + ".form"), json(edit)));
    }

    private static Bend welsh(String form, Consumer<Map<String, Object>> edit) {
        return new Bend(
                "its Welsh",
                form,
                pathway -> pathway.bent(
                        pathway.file(form + ".cy.json"), json(json -> edit.accept(object(json, "components")))));
    }

    private static UnaryOperator<String> json(Consumer<Map<String, Object>> edit) {
        return text -> {
            Map<String, Object> json = FormFile.read(text);
            edit.accept(json);
            return FormFile.write(json);
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> options(Map<String, Object> json) {
        return (List<Map<String, Object>>) json.get("values");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.computeIfAbsent(name, missing -> new LinkedHashMap<String, Object>());
    }
}
