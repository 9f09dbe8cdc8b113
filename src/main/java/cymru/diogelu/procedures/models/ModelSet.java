package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.procedures.DecisionTable;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All models and forms that were deployed together: a case is walked by one such set from its first step to its end. */
public final class ModelSet {

    /** The procedure that every case begins with, one instance a child. */
    public static final String ROOT = "safeguarding-case";

    /** The form that a concern is raised with. */
    public static final String START_FORM = "concern";

    /** A model that a person can draw and read is far smaller. */
    private static final int LARGEST_FILE = 1_000_000;

    private final Map<String, ProcedureModel> procedures = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Bilingual> options = new HashMap<>();
    private final Map<String, Bilingual> labels = new HashMap<>();
    private final Map<String, Bilingual> ways = new HashMap<>();
    private final Map<String, DecisionTable> decisions = new LinkedHashMap<>();

    /**
     * Reads a set of files.
     *
     * @param files content by path, such as {@code forms/section-130-report/make-report.form}
     * @throws BrokenModel naming the file, the element and the reason
     */
    public static ModelSet read(Forms reader, Map<String, byte[]> files) {
        ModelSet set = new ModelSet();
        files.forEach((path, content) -> {
            if (content.length > LARGEST_FILE) {
                throw new BrokenModel(path, "file", "is larger than %d bytes".formatted(LARGEST_FILE));
            }
            if (path.endsWith(".form")) {
                set.add(reader, path, content, files.get(path.replaceAll("\\.form$", ".cy.json")));
            } else if (path.endsWith(".bpmn")) {
                set.add(new ModelReader(path, content).read(), path);
            } else if (path.endsWith(".dmn")) {
                new DecisionReader(path).read(content).forEach(table -> set.add(table, path));
            }
        });
        return set;
    }

    private void add(ProcedureModel procedure, String path) {
        procedure.words().forEach(ways::putIfAbsent);
        if (procedures.put(procedure.id(), procedure) != null) {
            throw new BrokenModel(path, procedure.id(), "another file holds a process of the same id");
        }
    }

    private void add(Forms reader, String path, byte[] content, byte @Nullable [] welsh) {
        try {
            Form form = reader.read(
                    path, new ByteArrayInputStream(content), welsh == null ? null : new ByteArrayInputStream(welsh));
            if (forms.put(form.id(), form) != null) {
                throw new BrokenModel(path, form.id(), "another file holds a form of the same id");
            }
            form.fields().stream().filter(Field::routes).forEach(field -> add(field, options));
            form.fields().forEach(field -> add(field, labels));
        } catch (BrokenForm broken) {
            throw new BrokenModel(broken.file(), broken.element(), broken.reason());
        }
    }

    private static void add(Field field, Map<String, Bilingual> words) {
        field.options().forEach((value, label) -> words.putIfAbsent(comparison(field.path(), value), label));
    }

    private void add(DecisionTable table, String path) {
        if (decisions.put(table.id(), table) != null) {
            throw new BrokenModel(path, table.id(), "another file holds a decision of the same id");
        }
    }

    /** The ids of all rows of all decision tables. */
    public Set<String> rules() {
        return decisions.values().stream()
                .flatMap(table -> table.rules().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Map<String, ProcedureModel> procedures() {
        return Map.copyOf(procedures);
    }

    public Collection<Form> forms() {
        return List.copyOf(forms.values());
    }

    public Optional<Form> form(@Nullable String id) {
        return Optional.ofNullable(id).map(forms::get);
    }

    /**
     * What the models call a value: the option of a form where it routes, the name of the way that it opens, else the option
     * of any form that shows it.
     */
    public Optional<Bilingual> word(String variable, String value) {
        String comparison = comparison(variable, value);
        return Optional.ofNullable(
                options.getOrDefault(comparison, ways.getOrDefault(comparison, labels.get(comparison))));
    }

    private static String comparison(String variable, String value) {
        return "%s == '%s'".formatted(variable, value);
    }

    public Collection<DecisionTable> decisions() {
        return List.copyOf(decisions.values());
    }

    public Optional<DecisionTable> decision(@Nullable String id) {
        return Optional.ofNullable(id).map(decisions::get);
    }

    /** The name of an element wherever in the set it stands. */
    public Optional<Bilingual> nameOf(String element) {
        return procedures.values().stream()
                .map(procedure -> procedure.elements().get(element))
                .filter(Objects::nonNull)
                .map(ModelElement::name)
                .filter(Objects::nonNull)
                .findFirst();
    }

    public Optional<ProcedureModel> procedure(String id) {
        return Optional.ofNullable(procedures.get(id));
    }
}
