package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Overdue;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which parts of the models name which provision as their source. */
final class Carriers {

    private final Speech speech;
    private final Map<String, Map<String, Set<String>>> byProvision = new TreeMap<>();

    Carriers(Speech speech) {
        this.speech = speech;
        speech.models().procedures().forEach(this::procedure);
        speech.models().forms().forEach(this::form);
        speech.models().decisions().forEach(this::table);
    }

    /** The parts that carry a provision, by the folder of their procedure. */
    Map<String, Set<String>> of(String provision) {
        return byProvision.getOrDefault(provision, Map.of());
    }

    private void procedure(Procedure procedure) {
        Set<String> overdue = Overdue.nodes(procedure);
        procedure.process().all().forEach(element -> {
            Optional<Node> node = procedure.node(element.id());
            String part = node.map(this::node).orElseGet(() -> other(procedure, element));
            provisions(element, node, overdue.contains(element.id()))
                    .forEach(provision -> put(provision, procedure.file(), part));
        });
    }

    /** The escalation of a late step says the same as the timer that it comes from; it counts once, at the timer. */
    private static Stream<String> provisions(XmlElement element, Optional<Node> node, boolean overdue) {
        Stream<String> asked = node.flatMap(Timers::provision).stream();
        return overdue
                ? asked
                : Stream.concat(asked, ProvisionIds.in(Extensions.documentation(element)).stream())
                        .distinct();
    }

    private String node(Node node) {
        return Timers.step(node)
                .filter(step -> node.defines("timerEventDefinition"))
                .map(step -> speech.say("part.limit", speech.name(step.xml()), Page.code(node.id())))
                .orElseGet(() -> named(node.xml()));
    }

    private String other(Procedure procedure, XmlElement element) {
        return element == procedure.process() ? speech.say("part.process") : named(element);
    }

    private String named(XmlElement element) {
        String kind = speech.words().find("kind." + element.type()).orElse(element.type());
        return element.attribute("name").isBlank()
                ? speech.say("part.nameless", kind, Page.code(element.id()))
                : speech.say("part.named", kind, speech.name(element), Page.code(element.id()));
    }

    private void form(FormFile form) {
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        form.components()
                .forEach(component -> ProvisionIds.in(FormFile.text(FormFile.properties(component), "provision"))
                        .forEach(provision -> fields.computeIfAbsent(provision, none -> new LinkedHashSet<>())
                                .add(Page.code(FormFile.name(component)))));
        fields.forEach((provision, names) ->
                put(provision, form.file(), speech.say("part.form", Page.code(form.id()), String.join(", ", names))));
    }

    private void table(Decision decision) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        ProvisionIds.in(description(decision.xml())).forEach(provision -> rows.put(provision, new ArrayList<>()));
        int row = 0;
        for (XmlElement rule : decision.rules()) {
            String number = String.valueOf(++row);
            Set.copyOf(ProvisionIds.in(description(rule)))
                    .forEach(provision -> rows.computeIfAbsent(provision, none -> new ArrayList<>())
                            .add(number));
        }
        rows.forEach((provision, numbers) -> put(provision, decision.file(), rows(decision, numbers)));
    }

    private String rows(Decision decision, List<String> numbers) {
        String table = "%s %s".formatted(speech.table(decision), Page.code(decision.id()));
        return switch (numbers.size()) {
            case 0 -> speech.say("part.table", table);
            case 1 -> speech.say("part.row", table, numbers.get(0));
            default -> speech.say("part.rows", table, String.join(", ", numbers));
        };
    }

    private static String description(XmlElement element) {
        return element.text(Dmn.MODEL, "description");
    }

    private void put(String provision, String file, String part) {
        byProvision
                .computeIfAbsent(provision, none -> new TreeMap<>())
                .computeIfAbsent(Speech.folder(file), none -> new LinkedHashSet<>())
                .add(part);
    }
}
