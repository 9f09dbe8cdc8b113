package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * Plays the record of a case on the drawn models as a game of tokens, without the engine: whoever is entered must have
 * been led to by a flow, whatever flow is taken must start where the case just left. Says every jump.
 */
public final class Replay {

    private final Map<String, BpmnModelInstance> models = new HashMap<>();
    private final Map<String, Integer> tokens = new HashMap<>();
    private final Map<String, Integer> present = new HashMap<>();
    private final Map<String, Integer> passages = new HashMap<>();
    private final Map<String, Instant> leftAt = new HashMap<>();
    private final Set<String> interrupted = new HashSet<>();
    private final Set<String> choices = new HashSet<>();
    private final List<String> jumps = new ArrayList<>();

    public Replay(Path processes) {
        try (Stream<Path> files = Files.walk(processes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                var model = Bpmn.readModelFromStream(new ByteArrayInputStream(Files.readAllBytes(file)));
                models.put(
                        model.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId(),
                        model);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All places where the record leaves the drawing; empty when the case can be replayed. */
    public List<String> jumps(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            String kind = entry.kind();
            if (kind.equals(EntryKind.FLOW_TAKEN.word())) {
                take(entry);
            } else if (kind.equals(EntryKind.ELEMENT_ENTERED.word())) {
                arrive(entry);
                present.merge(place(entry), 1, Integer::sum);
            } else if (kind.equals(EntryKind.ELEMENT_LEFT.word())) {
                leave(entry);
            } else if (kind.equals(EntryKind.ELEMENT_PASSED.word())) {
                arrive(entry);
                // At a join, every token that arrived is an entry of its own.
                passages.merge(place(entry), 1, Integer::sum);
                depart(entry);
            }
        }
        tokens.forEach((place, count) -> {
            if (count != 0 && !choices.contains(place)) {
                jumps.add("%d tokens left on %s".formatted(count, place));
            }
        });
        return List.copyOf(jumps);
    }

    /** Consumes what led here: one token of any incoming flow, or of every one at a join. */
    private void arrive(Entry entry) {
        FlowNode node = node(entry);
        if (node instanceof StartEvent) {
            return;
        }
        if (node instanceof BoundaryEvent boundary) {
            String guarded = run(entry) + "/" + boundary.getAttachedTo().getId();
            // A call may end in the moment in which it hands over: then its end can be recorded first.
            boolean leftJustNow = entry.at().equals(leftAt.get(guarded));
            if (present.getOrDefault(guarded, 0) == 0 && !interrupted.contains(guarded) && !leftJustNow) {
                jumps.add("%d: %s passed while nobody was at %s"
                        .formatted(
                                entry.seq(),
                                node.getId(),
                                boundary.getAttachedTo().getId()));
            }
            return;
        }
        if (repeated(node) && present.getOrDefault(place(entry), 0) > 0) {
            return;
        }
        node.getIncoming().stream()
                .map(flow -> "flow " + run(entry) + "/" + flow.getId())
                .filter(flow -> tokens.getOrDefault(flow, 0) > 0)
                .findFirst()
                .ifPresentOrElse(flow -> tokens.merge(flow, -1, Integer::sum), () -> {
                    if (!repeated(node)) {
                        jumps.add("%d: %s reached without a flow".formatted(entry.seq(), place(entry)));
                    }
                });
    }

    private void leave(Entry entry) {
        leftAt.put(place(entry), entry.at());
        if (present.merge(place(entry), -1, Integer::sum) < 0) {
            jumps.add("%d: %s left without being there".formatted(entry.seq(), place(entry)));
        }
        if (Boolean.TRUE.equals(entry.body().get("interrupted"))) {
            interrupted.add(place(entry));
            // Repetitions that were done before the interruption leave no token behind.
            choices.add("at " + place(entry));
        } else {
            depart(entry);
        }
    }

    private void depart(Entry entry) {
        FlowNode node = node(entry);
        if (!node.getOutgoing().isEmpty()) {
            tokens.put("at " + place(entry), node.getOutgoing().size());
            if (node instanceof InclusiveGateway) {
                // Some of its flows are taken, not all: what is left of the choice is no token that waits.
                choices.add("at " + place(entry));
            }
        }
    }

    private void take(Entry entry) {
        SequenceFlow flow = model(entry).getModelElementById(entry.subject().element());
        String source = "at " + run(entry) + "/" + flow.getSource().getId();
        if (tokens.getOrDefault(source, 0) == 0) {
            jumps.add("%d: flow %s taken, but the case had not left %s"
                    .formatted(entry.seq(), flow.getId(), flow.getSource().getId()));
        }
        boolean joined = flow.getSource() instanceof ParallelGateway
                && passages.getOrDefault(run(entry) + "/" + flow.getSource().getId(), 0)
                                % flow.getSource().getIncoming().size()
                        != 0;
        if (joined) {
            jumps.add("%d: %s left before all had arrived"
                    .formatted(entry.seq(), flow.getSource().getId()));
        }
        boolean splits = flow.getSource() instanceof ParallelGateway || flow.getSource() instanceof InclusiveGateway;
        if (splits) {
            tokens.merge(source, -1, Integer::sum);
        } else {
            tokens.remove(source);
        }
        tokens.merge("flow " + run(entry) + "/" + flow.getId(), 1, Integer::sum);
    }

    private static boolean repeated(FlowNode node) {
        return node.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics.class)
                .iterator()
                .hasNext();
    }

    private FlowNode node(Entry entry) {
        return model(entry).getModelElementById(entry.subject().element());
    }

    private BpmnModelInstance model(Entry entry) {
        return Objects.requireNonNull(models.get(entry.subject().process()));
    }

    private static String place(Entry entry) {
        return run(entry) + "/" + entry.subject().element();
    }

    private static String run(Entry entry) {
        return entry.subject().process() + " " + entry.body().get("run");
    }
}
