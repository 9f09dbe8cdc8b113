package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a BPMN file: its procedure, and in that its nodes and ways, those in sub-processes beside the others. */
final class ProcedureParts {

    /** Nodes, ways and what else can be drawn in a procedure, most of which no procedure here may hold. */
    private static final Set<String> DRAWN = Stream.concat(
                    Stream.of(NodeKind.values()).map(NodeKind::element),
                    Stream.of(
                            ("sequenceFlow subProcess transaction adHocSubProcess task sendTask receiveTask manualTask"
                                            + " scriptTask complexGateway textAnnotation association group dataObject"
                                            + " dataObjectReference dataStoreReference")
                                    .split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LISTS = Set.of("incoming", "outgoing");

    /** Which program wrote a file is no matter of its meaning. */
    private static final Set<String> WRITER = Set.of("exporter", "exporterVersion");

    private static final Sentence WAY = new Sentence("the way %s from %s to %s", "y ffordd %s o %s i %s");

    private final String file;
    private final XmlParts xmlParts;
    private final Map<String, Bilingual> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> ways = new HashMap<>();

    private ProcedureParts(String file) {
        this.file = file;
        this.xmlParts = new XmlParts(file);
    }

    static Document read(String file, XmlElement root) {
        ProcedureParts parts = new ProcedureParts(file);
        List<XmlElement> drawn = root.all().filter(ProcedureParts::drawn).toList();
        drawn.stream().filter(xml -> xml.attribute("attachedToRef").isEmpty()).forEach(parts::name);
        drawn.stream().filter(xml -> !xml.attribute("attachedToRef").isEmpty()).forEach(parts::name);
        root.all(Bpmn.MODEL, "sequenceFlow").forEach(parts::nameWay);
        root.children().stream()
                .filter(xml -> !xml.id().isEmpty() && !xml.attribute("name").isBlank() && !Drawing.draws(xml))
                .forEach(parts::name);
        Part definitions = new Part("definitions", file, file, root.line());
        parts.fill(definitions, root);
        WRITER.forEach(definitions.leaves()::remove);
        return new Document(definitions, parts.names, Drawing.of(root));
    }

    private void fill(Part definitions, XmlElement root) {
        xmlParts.read(definitions, root, child -> Drawing.draws(child) || known(child));
        for (XmlElement child : root.children()) {
            if (child.is(Bpmn.MODEL, "process")) {
                definitions.add(process(child));
            } else if (known(child) && !Drawing.draws(child)) {
                definitions.add(thing(child));
            }
        }
    }

    /** Whether there is something to know it by. */
    private static boolean known(XmlElement xml) {
        return !xml.id().isEmpty() || !xml.attribute("name").isBlank();
    }

    private Part process(XmlElement process) {
        Part part = thing(process).like("process");
        things(part, process, "");
        return part;
    }

    private void things(Part procedure, XmlElement holder, String inside) {
        for (XmlElement child : holder.children()) {
            if (drawn(child)) {
                Part part = thing(child);
                if (!inside.isEmpty()) {
                    part.put("inside", inside);
                }
                procedure.add(part);
                things(procedure, child, child.id());
            }
        }
    }

    private Part thing(XmlElement xml) {
        Part part = new Part(XmlParts.kind(xml), xml.id(), file, xml.line());
        xmlParts.read(part, xml, child -> drawn(child) || LISTS.contains(child.type()));
        if (xml.is(Bpmn.MODEL, "sequenceFlow")) {
            part.like("way", xml.attribute("sourceRef"), xml.attribute("targetRef"));
            boolean asked = xml.child(Bpmn.MODEL, "conditionExpression").isPresent();
            part.ordered(asked ? xml.attribute("sourceRef") : "");
        } else {
            listed(part, xml, "incoming");
            listed(part, xml, "outgoing");
            part.like(part.kind(), "");
            if (!xml.attribute("name").isBlank()) {
                part.like(part.kind(), xml.attribute("name"));
            }
        }
        return part.named(
                names.getOrDefault(xml.id(), Names.quoted(xml.attribute("name"), Extensions.welshName(xml), xml.id())));
    }

    /** The engine goes by the ends of ways. What a node lists says something of its own only where it differs. */
    private void listed(Part part, XmlElement xml, String list) {
        List<String> listed =
                xml.children(Bpmn.MODEL, list).map(XmlElement::text).toList();
        Set<String> differing = new TreeSet<>(ways.getOrDefault(list + " " + xml.id(), Set.of()));
        Set<String> unknown = new TreeSet<>(listed);
        unknown.removeAll(differing);
        listed.forEach(differing::remove);
        differing.addAll(unknown);
        if (!listed.isEmpty() && !differing.isEmpty() || listed.size() > new HashSet<>(listed).size()) {
            part.put(list, String.join(" ", differing.isEmpty() ? listed : differing));
        }
    }

    private static boolean drawn(XmlElement xml) {
        return DRAWN.contains(xml.type()) && xml.name().namespace().equals(Bpmn.MODEL);
    }

    private void name(XmlElement xml) {
        Bilingual own = Names.quoted(xml.attribute("name"), Extensions.welshName(xml), xml.id());
        Bilingual step = names.get(xml.attribute("attachedToRef"));
        names.put(
                xml.id(),
                step == null ? own : new Bilingual(own.en() + " of " + step.en(), own.cy() + " yn " + step.cy()));
    }

    private void nameWay(XmlElement flow) {
        String source = flow.attribute("sourceRef");
        String target = flow.attribute("targetRef");
        ways.computeIfAbsent("outgoing " + source, unseen -> new TreeSet<>()).add(flow.id());
        ways.computeIfAbsent("incoming " + target, unseen -> new TreeSet<>()).add(flow.id());
        Bilingual from = names.getOrDefault(source, Names.quoted(source));
        Bilingual to = names.getOrDefault(target, Names.quoted(target));
        Object own = flow.attribute("name").isBlank()
                ? ""
                : Names.quoted(flow.attribute("name"), Extensions.welshName(flow), "");
        names.put(flow.id(), WAY.plain(own, from, to));
    }
}
