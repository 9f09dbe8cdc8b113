package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which texts a variable can hold in a procedure: options of forms, outputs of tables, literals that calls hand over. */
final class PossibleTexts {

    private final Models models;
    private final Variables variables;

    PossibleTexts(Models models) {
        this.models = models;
        this.variables = new Variables(models);
    }

    /** Collects the texts of one variable from wherever it can come. */
    private final class Search {

        private final Set<String> texts = new TreeSet<>();
        private final Set<List<String>> seen = new HashSet<>();
        private final Deque<Runnable> ahead = new ArrayDeque<>();
        private boolean open;

        /** Remembers a place to look at; calls can be longer than the stack is deep. */
        void follow(Procedure procedure, String variable) {
            if (seen.add(List.of(procedure.id(), variable))) {
                ahead.add(() -> {
                    procedure.nodes().forEach(node -> own(node, variable));
                    variables.callers(procedure).forEach(call -> handedIn(call, variable));
                });
            }
        }

        /** Empty where the variable can hold anything, or where nothing is known to set it. */
        Optional<Set<String>> found() {
            while (!ahead.isEmpty()) {
                ahead.remove().run();
            }
            return open || texts.isEmpty() ? Optional.empty() : Optional.of(texts);
        }

        private void own(Node node, String variable) {
            models.form(node.form()).ifPresent(form -> Variables.routed(form)
                    .filter(component -> Variables.variable(component).equals(variable))
                    .forEach(this::options));
            if (node.camunda("resultVariable").equals(variable)) {
                models.decision(node.camunda("decisionRef")).ifPresentOrElse(this::outputs, () -> open = true);
            }
            node.repetition()
                    .filter(repetition -> repetition
                            .attribute(Bpmn.CAMUNDA, "elementVariable")
                            .equals(variable))
                    .map(repetition -> Variables.collection(repetition.attribute(Bpmn.CAMUNDA, "collection")))
                    .ifPresent(list -> follow(node.procedure(), list));
            Extensions.of(node.xml(), "out")
                    .filter(out -> out.attribute("target").equals(variable))
                    .forEach(out -> models.procedure(node.xml().attribute("calledElement"))
                            .ifPresentOrElse(called -> follow(called, out.attribute("source")), () -> open = true));
        }

        private void handedIn(Node call, String variable) {
            Extensions.of(call.xml(), "in")
                    .filter(in -> in.attribute("target").equals(variable))
                    .forEach(in -> {
                        if (in.attribute("source").isEmpty()) {
                            texts.add(in.attribute("sourceExpression"));
                        } else {
                            follow(call.procedure(), in.attribute("source"));
                        }
                    });
        }

        private void options(Map<?, ?> component) {
            Optional<Set<String>> options = FormFile.options(component);
            options.ifPresentOrElse(texts::addAll, () -> open = true);
        }

        private void outputs(Decision decision) {
            cells(decision).forEach(cell -> {
                if (FeelTexts.isText(cell)) {
                    texts.addAll(FeelTexts.texts(cell));
                } else {
                    open = true;
                }
            });
        }
    }

    /** The cells that a table gives out. */
    private static Stream<String> cells(Decision decision) {
        return decision.table()
                .all()
                .filter(element -> element.is(Dmn.MODEL, "outputEntry") || element.is(Dmn.MODEL, "defaultOutputEntry"))
                .map(element -> element.text(Dmn.MODEL, "text"))
                .filter(cell -> !cell.isEmpty());
    }

    /** Empty where it can hold anything, or where nothing is known to set it. */
    Optional<Set<String>> of(Procedure procedure, String variable) {
        return found(List.of(procedure), variable);
    }

    /** What it can hold in any of some procedures. */
    Optional<Set<String>> found(List<Procedure> procedures, String variable) {
        Search search = new Search();
        procedures.forEach(procedure -> search.follow(procedure, variable));
        return search.found();
    }

    /** What a form's expression can meet: an answer of this name in any form, or what procedures hold under it. */
    Optional<Set<String>> anywhere(String variable) {
        Search search = new Search();
        models.procedures().forEach(procedure -> search.follow(procedure, variable));
        models.forms().stream()
                .flatMap(FormFile::components)
                .filter(component -> FormFile.asks(component)
                        && Variables.variable(component).equals(variable))
                .forEach(search::options);
        return search.found();
    }

    /** The procedures that ask a table. */
    List<Node> askers(Decision decision) {
        return models.procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .filter(node -> node.camunda("decisionRef").equals(decision.id()))
                .toList();
    }
}
