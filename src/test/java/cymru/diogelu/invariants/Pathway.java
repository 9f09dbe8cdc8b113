package cymru.diogelu.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of models and forms that belong together, read from their files and never changed. */
final class Pathway {

    private static final int FEW = 8;

    private final Map<String, String> files;
    private final Map<String, Procedure> procedures;
    private final Map<String, List<Table>> tables;
    private final Map<String, FormFile> forms;

    private Pathway(
            Map<String, String> files,
            Map<String, Procedure> procedures,
            Map<String, List<Table>> tables,
            Map<String, FormFile> forms) {
        this.files = files;
        this.procedures = procedures;
        this.tables = tables;
        this.forms = forms;
    }

    /** The models and forms of this project. */
    static Pathway ofTheProject() {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("processes", "forms")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                found.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form|cy\\.json)"))
                        .forEach(file -> files.put(file.toString().replace('\\', '/'), text(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        Pathway pathway = new Pathway(files, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        files.keySet().forEach(pathway::read);
        return pathway;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String path) {
        String text = files.get(path);
        if (path.endsWith(".bpmn")) {
            procedures.put(path, ProcedureReader.read(path, text));
        } else if (path.endsWith(".dmn")) {
            tables.put(path, TableReader.read(path, text));
        } else {
            String form = path.replaceAll("\\.cy\\.json$", ".form");
            forms.put(form, new FormFile(form, files.get(form), files.get(form.replaceAll("\\.form$", ".cy.json"))));
        }
    }

    /**
     * The same models with one file changed.
     *
     * @throws IllegalArgumentException when there is no such file, or the edit changes nothing
     */
    Pathway bent(String path, UnaryOperator<String> edit) {
        String before = files.get(path);
        if (before == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing was changed in " + path);
        }
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(path, after);
        Pathway bent = new Pathway(changed, new TreeMap<>(procedures), new TreeMap<>(tables), new TreeMap<>(forms));
        bent.read(path);
        return bent;
    }

    String text(String path) {
        return files.getOrDefault(path, "");
    }

    Collection<Procedure> procedures() {
        return procedures.values();
    }

    /** @throws IllegalArgumentException when there is none */
    Procedure procedure(String id) {
        return procedures.values().stream()
                .filter(procedure -> procedure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no procedure " + id));
    }

    /** The procedure that no other calls: the whole way of one child. */
    Procedure root() {
        Set<String> called = procedures.values().stream()
                .flatMap(procedure -> procedure.all("callActivity"))
                .map(Step::called)
                .collect(Collectors.toSet());
        return procedures.values().stream()
                .filter(procedure -> !called.contains(procedure.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("every procedure is called by another"));
    }

    Collection<FormFile> forms() {
        return forms.values();
    }

    /** @throws IllegalArgumentException when there is none */
    FormFile form(String id) {
        return forms.values().stream()
                .filter(form -> form.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no form " + id));
    }

    /** The forms that ask all of these. */
    List<FormFile> formsAsking(String... keys) {
        return forms.values().stream().filter(form -> form.asksFor(keys)).toList();
    }

    /** Whether this is a task whose form asks all of these. */
    boolean asks(Step step, String... keys) {
        return step.is("userTask") && step.form() != null && form(step.form()).asksFor(keys);
    }

    Collection<Table> tables() {
        return tables.values().stream().flatMap(List::stream).toList();
    }

    /** @throws IllegalArgumentException when there is none */
    Table table(String id) {
        return tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no decision " + id));
    }

    /** Every answer that some form offers to a question of this name. */
    Set<Object> offered(String key) {
        Set<Object> offered = new LinkedHashSet<>();
        forms.values().forEach(form -> form.asked().stream()
                .filter(question -> question.key().equals(key))
                .forEach(question -> offered.addAll(answers(question))));
        return offered;
    }

    /** Every answer to one question: each option; where several may be ticked each alone, and of few also each two. */
    static List<Object> answers(FormFile.Asked question) {
        if (question.type().equals("checkbox")) {
            return List.of(true, false);
        }
        List<Object> answers = new ArrayList<>();
        List<String> options = question.options();
        for (int first = 0; first < options.size(); first++) {
            answers.add(question.manyAnswers() ? List.of(options.get(first)) : options.get(first));
            for (int second = first + 1;
                    question.manyAnswers() && options.size() <= FEW && second < options.size();
                    second++) {
                answers.add(List.of(options.get(first), options.get(second)));
            }
        }
        return answers;
    }

    /** The path of each form and model by the name people use for it, for changing them. */
    String file(String ending) {
        List<String> found = files.keySet().stream()
                .filter(path -> path.endsWith("/" + ending))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("%d files end in %s".formatted(found.size(), ending));
        }
        return found.get(0);
    }
}
