package cymru.diogelu.modelcheck.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of models as far as it can be read. Files that cannot, and things that stand twice, are kept aside for the rules
 * to name; everything else is judged all the same.
 */
public final class Models {

    /** A model that a person can draw and read is far smaller. */
    public static final int LARGEST_FILE = 1_000_000;

    private static final int MOST_FILES = 2_000;

    /** All files of a set together; beyond it none is read. */
    private static final long LARGEST_SET = 12_000_000;

    private final Map<String, byte[]> files;
    private final List<Procedure> procedures = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<FormFile> forms = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, XmlElement> roots = new TreeMap<>();

    /**
     * A file that cannot be read as what its name says.
     *
     * @param fault which kind of fault, for the rule that names it
     */
    public record Fault(String file, int line, Kind fault, String reason) {}

    /** What keeps a file from being read. */
    public enum Kind {
        /** It is no XML or no JSON, or XML that could read other files. */
        UNREADABLE,
        TOO_LARGE,
        /** With the files before it, it is more than a set may be. */
        TOO_LARGE_TOGETHER,
        /** Its content is not what its name says. */
        OTHER_CONTENT,
        /** It holds none or more than one of what it should hold one of. */
        NOT_ONE
    }

    private Models(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** @param files content by path, such as {@code forms/section-130-report/make-report.form} */
    public static Models read(Map<String, byte[]> files) {
        Models models = new Models(files);
        long bytes = 0;
        for (Map.Entry<String, byte[]> file :
                models.files.entrySet().stream().limit(MOST_FILES).toList()) {
            bytes += file.getValue().length;
            if (bytes > LARGEST_SET) {
                models.faults.add(new Fault(file.getKey(), 0, Kind.TOO_LARGE_TOGETHER, String.valueOf(LARGEST_SET)));
                break;
            }
            models.read(file.getKey(), file.getValue());
        }
        return models;
    }

    private void read(String file, byte[] content) {
        if (content.length > LARGEST_FILE) {
            faults.add(new Fault(file, 0, Kind.TOO_LARGE, String.valueOf(content.length)));
            return;
        }
        try {
            if (file.endsWith(".bpmn")) {
                readProcedure(file, root(file, content));
            } else if (file.endsWith(".dmn")) {
                readDecisions(file, root(file, content));
            } else if (file.endsWith(".form")) {
                forms.add(new FormFile(file, JsonText.read(content), welsh(FormFile.welshOf(file))));
            }
        } catch (Unreadable broken) {
            faults.add(new Fault(file, broken.line(), Kind.UNREADABLE, broken.reason()));
        }
    }

    private XmlElement root(String file, byte[] content) throws Unreadable {
        XmlElement root = XmlReading.read(content);
        roots.put(file, root);
        return root;
    }

    private void readProcedure(String file, XmlElement root) {
        List<XmlElement> processes = root.children(Bpmn.MODEL, "process").toList();
        if (!root.is(Bpmn.MODEL, "definitions")) {
            faults.add(new Fault(file, root.line(), Kind.OTHER_CONTENT, root.type()));
        } else if (processes.size() != 1) {
            faults.add(new Fault(file, root.line(), Kind.NOT_ONE, String.valueOf(processes.size())));
        } else {
            procedures.add(new Procedure(file, root, processes.get(0)));
        }
    }

    private void readDecisions(String file, XmlElement root) {
        if (!root.is(Dmn.MODEL, "definitions")) {
            faults.add(new Fault(file, root.line(), Kind.OTHER_CONTENT, root.type()));
            return;
        }
        root.children(Dmn.MODEL, "decision").forEach(decision -> {
            List<XmlElement> tables =
                    decision.children(Dmn.MODEL, "decisionTable").toList();
            if (tables.size() == 1) {
                decisions.add(new Decision(file, decision, tables.get(0)));
            } else {
                faults.add(new Fault(file, decision.line(), Kind.NOT_ONE, String.valueOf(tables.size())));
            }
        });
    }

    /** A broken translation is named when its own file is read. */
    private Optional<JsonText> welsh(String file) {
        byte[] content = files.get(file);
        if (content == null || content.length > LARGEST_FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonText.read(content));
        } catch (Unreadable broken) {
            faults.add(new Fault(file, broken.line(), Kind.UNREADABLE, broken.reason()));
            return Optional.empty();
        }
    }

    /** All files as they were handed in, by path. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** The outermost elements of all BPMN and DMN files that are XML, by path, whatever is inside. */
    public Map<String, XmlElement> roots() {
        return roots;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** In the order of their files. */
    public List<Procedure> procedures() {
        return List.copyOf(procedures);
    }

    public Optional<Procedure> procedure(String id) {
        return procedures.stream()
                .filter(procedure -> procedure.id().equals(id))
                .findFirst();
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    public Optional<Decision> decision(String id) {
        return decisions.stream().filter(decision -> decision.id().equals(id)).findFirst();
    }

    public List<FormFile> forms() {
        return List.copyOf(forms);
    }

    public Optional<FormFile> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }
}
