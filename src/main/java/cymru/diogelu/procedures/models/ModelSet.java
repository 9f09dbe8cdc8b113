package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.language.Bilingual;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All models and forms that were deployed together: a case is walked by one such set from its first step to its end. */
public final class ModelSet {

    private static final Pattern RULE = Pattern.compile("<rule\\s[^>]*?id=\"([^\"]+)\"");

    private final Map<String, ProcedureModel> procedures = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Set<String> rules = new LinkedHashSet<>();

    /**
     * Reads a set of files.
     *
     * @param files content by path, such as {@code forms/section-130-report/make-report.form}
     * @throws BrokenModel naming the file, the element and the reason
     */
    public static ModelSet read(Forms reader, Map<String, byte[]> files) {
        ModelSet set = new ModelSet();
        files.forEach((path, content) -> {
            if (path.endsWith(".form")) {
                set.add(reader, path, content, files.get(path.replaceAll("\\.form$", ".cy.json")));
            } else if (path.endsWith(".bpmn")) {
                set.add(new ModelReader(path, content).read(), path);
            } else if (path.endsWith(".dmn")) {
                set.addRules(content);
            }
        });
        return set;
    }

    private void add(ProcedureModel procedure, String path) {
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
        } catch (BrokenForm broken) {
            throw new BrokenModel(path, "form", String.valueOf(broken.getMessage()));
        }
    }

    private void addRules(byte[] decision) {
        Matcher rule = RULE.matcher(new String(decision, StandardCharsets.UTF_8));
        while (rule.find()) {
            rules.add(rule.group(1));
        }
    }

    /** The ids of all rows of all decision tables. */
    public Set<String> rules() {
        return Set.copyOf(rules);
    }

    public Map<String, ProcedureModel> procedures() {
        return Map.copyOf(procedures);
    }

    public Optional<Form> form(@Nullable String id) {
        return Optional.ofNullable(id).map(forms::get);
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
