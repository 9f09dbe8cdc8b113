package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Models.Fault;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files of two sets that are not the same byte for byte: those that can be read for comparison, and the others. */
final class Differing {

    private static final Sentence UNREADABLE = new Sentence(
            "The file cannot be compared, because it cannot be read: %s",
            "Ni ellir cymharu’r ffeil, am na ellir ei darllen: %s");
    private static final Sentence LARGE = new Sentence("it has %s bytes.", "mae ganddi %s beit.");
    private static final Sentence OTHER =
            new Sentence("What the file says changes.", "Mae’r hyn y mae’r ffeil yn ei ddweud yn newid.");
    private static final Sentence ADDED = new Sentence("The file is added.", "Ychwanegir y ffeil.");
    private static final Sentence REMOVED = new Sentence("The file is removed.", "Dileir y ffeil.");
    private static final String WELSH = ".cy.json";

    private final Models before;
    private final Models after;
    private final SetNames beforeNames;
    private final SetNames afterNames;
    private final Set<String> files = new TreeSet<>();
    private final Map<String, Fault> faults = new TreeMap<>();

    Differing(Models before, Models after) {
        this.before = before;
        this.after = after;
        this.beforeNames = SetNames.of(before);
        this.afterNames = SetNames.of(after);
        files.addAll(before.files().keySet());
        files.addAll(after.files().keySet());
        files.removeIf(
                file -> Arrays.equals(before.files().get(file), after.files().get(file)));
        Stream.concat(before.faults().stream(), after.faults().stream())
                .filter(fault -> fault.fault() == Models.Kind.UNREADABLE || fault.fault() == Models.Kind.TOO_LARGE)
                .forEach(fault -> faults.put(fault.file(), fault));
        for (Models models : List.of(before, after)) {
            models.files().forEach((file, content) -> {
                if (file.endsWith(WELSH) && content.length > Models.LARGEST_FILE) {
                    faults.put(file, new Fault(file, 0, Models.Kind.TOO_LARGE, "" + content.length));
                }
            });
        }
    }

    SetNames beforeNames() {
        return beforeNames;
    }

    SetNames afterNames() {
        return afterNames;
    }

    Map<String, Document> before() {
        return documents(before, beforeNames);
    }

    Map<String, Document> after() {
        return documents(after, afterNames);
    }

    private Map<String, Document> documents(Models models, SetNames names) {
        Map<String, Document> documents = new TreeMap<>();
        models.roots().forEach((file, root) -> {
            if (files.contains(file) && !faults.containsKey(file)) {
                documents.put(file, document(file, root));
            }
        });
        for (FormFile form : models.forms()) {
            String welsh = FormFile.welshOf(form.file());
            boolean told = !faults.containsKey(welsh);
            boolean differs = files.contains(form.file()) || told && files.contains(welsh);
            if (differs && !faults.containsKey(form.file())) {
                FormFile read = told ? form : new FormFile(form.file(), form.json(), Optional.empty());
                documents.put(form.file(), FormParts.read(read, names.form(form.id())));
            }
        }
        return documents;
    }

    private static Document document(String file, XmlElement root) {
        return root.name().namespace().equals(Bpmn.MODEL)
                ? ProcedureParts.read(file, root)
                : DecisionParts.read(file, root);
    }

    /** What is to be said of files that are not compared part by part. */
    List<Change> otherFiles() {
        List<Change> changes = new ArrayList<>();
        for (String file : files) {
            Fault fault = faults.get(file);
            if (fault != null) {
                boolean large = fault.fault() == Models.Kind.TOO_LARGE;
                Object reason = large ? LARGE.plain(fault.reason()) : fault.reason();
                changes.add(new Change(Kind.UNREADABLE, file, fault.line(), UNREADABLE.of(reason)));
            } else if (!read(before, file) || !read(after, file)) {
                boolean old = before.files().containsKey(file);
                boolean now = after.files().containsKey(file);
                Kind kind = old && now ? Kind.CHANGED : now ? Kind.ADDED : Kind.REMOVED;
                changes.add(new Change(kind, file, 0, (old && now ? OTHER : now ? ADDED : REMOVED).of()));
            }
        }
        return changes;
    }

    /** Whether all of a file that is there is told part by part; the Welsh of a form is told with its form. */
    private static boolean read(Models models, String file) {
        if (!models.files().containsKey(file)) {
            return true;
        }
        String form = file.endsWith(WELSH) ? file.substring(0, file.length() - WELSH.length()) + ".form" : file;
        return models.roots().containsKey(form)
                || models.forms().stream().anyMatch(found -> found.file().equals(form));
    }

    /** Of a form and its Welsh the one that differs. */
    String differingOf(String file) {
        return files.contains(file) ? file : FormFile.welshOf(file);
    }
}
