package cymru.diogelu.modelcheck.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A BPMN file as its procedure: nodes and the flows between them. What does not fit together is left to the rules. */
public final class Procedure {

    private final String file;
    private final XmlElement root;
    private final XmlElement process;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<String, List<Flow>> bySource;
    private final Map<String, List<Flow>> byTarget;
    private final Map<String, List<Node>> byStep;

    /**
     * @param root the definitions
     * @param process the one process in them
     */
    Procedure(String file, XmlElement root, XmlElement process) {
        this.file = file;
        this.root = root;
        this.process = process;
        for (XmlElement element : process.children()) {
            if (element.is(Bpmn.MODEL, "sequenceFlow")) {
                flows.putIfAbsent(element.id(), new Flow(element));
            } else if (NodeKind.of(element).isPresent()) {
                nodes.putIfAbsent(element.id(), new Node(this, element));
            }
        }
        bySource = flows.values().stream().collect(Collectors.groupingBy(Flow::source));
        byTarget = flows.values().stream().collect(Collectors.groupingBy(Flow::target));
        byStep = nodes(NodeKind.BOUNDARY_EVENT)
                .collect(Collectors.groupingBy(event -> event.xml().attribute("attachedToRef")));
    }

    public String file() {
        return file;
    }

    public String id() {
        return process.id();
    }

    public XmlElement root() {
        return root;
    }

    public XmlElement process() {
        return process;
    }

    /** In the order of the file. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    public Stream<Node> nodes(NodeKind kind) {
        return nodes.values().stream().filter(node -> node.kind() == kind);
    }

    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    public List<Flow> flows() {
        return List.copyOf(flows.values());
    }

    public Optional<Flow> flow(String id) {
        return Optional.ofNullable(flows.get(id));
    }

    /** The flows that leave a node, as the engine reads them: by their ends, not by what the node lists. */
    List<Flow> from(String node) {
        return bySource.getOrDefault(node, List.of());
    }

    List<Flow> to(String node) {
        return byTarget.getOrDefault(node, List.of());
    }

    List<Node> attachedTo(String node) {
        return byStep.getOrDefault(node, List.of());
    }
}
