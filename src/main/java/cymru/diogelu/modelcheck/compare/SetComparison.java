package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two sets of models. */
public final class SetComparison {

    /** What a file is there for. */
    private static final String MAIN = "process|decision|form";

    private static final Sentence ADDED = new Sentence("%s %s is added.", "Ychwanegir %s %s.");
    private static final Sentence REMOVED = new Sentence("%s %s is removed.", "Dileir %s %s.");
    private static final Sentence PLACE =
            new Sentence("The file of %s is now %s; it was %s.", "Ffeil %s bellach yw %s; %s oedd hi o’r blaen.");
    private static final Sentence WRITING = new Sentence(
            "Only how the file of %s is written changes; what it says stays the same.",
            "Dim ond y ffordd y mae ffeil %s wedi’i hysgrifennu sy’n newid; mae’r hyn y mae’n ei ddweud yn aros yr un fath.");

    private final Provisions provisions;
    private final Agencies agencies;

    public SetComparison(Provisions provisions, Agencies agencies) {
        this.provisions = provisions;
        this.agencies = agencies;
    }

    /** Every difference; none for sets whose files are the same. */
    public Stream<Change> compare(Models before, Models after) {
        Differing differing = new Differing(before, after);
        Map<String, Document> left = differing.before();
        Map<String, Document> right = differing.after();
        Renames renames = new Renames();
        Pair set = new Matching(renames).match(whole(left), whole(right), null);
        List<Change> changes = new ArrayList<>(differing.otherFiles());
        set.removed().forEach(file -> changes.addAll(file(Kind.REMOVED, REMOVED, file)));
        set.added().forEach(file -> changes.addAll(file(Kind.ADDED, ADDED, file)));
        for (Pair file : set.kept()) {
            Document old = left.get(file.before().file());
            Document now = right.get(file.after().file());
            if (old != null && now != null) {
                changes.addAll(inside(file, old, now, renames, differing));
            }
        }
        return changes.stream();
    }

    private static Part whole(Map<String, Document> documents) {
        Part set = new Part("set", "", "", 0);
        documents.values().forEach(document -> set.add(known(document.root())));
        return set;
    }

    /** A file that has another path is the same file where what it holds has the same ids, or else the same names. */
    private static Part known(Part file) {
        String ending = file.file().substring(file.file().lastIndexOf('.') + 1);
        String ids = joined(file, Part::id);
        String names = joined(file, part -> part.name().map(Bilingual::en).orElse(""));
        if (!ids.isBlank()) {
            file.like(ending, "ids", ids);
        }
        return names.isBlank() ? file : file.like(ending, "names", names);
    }

    private static String joined(Part file, Function<Part, String> said) {
        return file.children().stream()
                .filter(part -> part.kind().matches(MAIN))
                .map(said)
                .collect(Collectors.joining("\n"));
    }

    private static List<Change> file(Kind kind, Sentence sentence, Part file) {
        return file.children().stream()
                .filter(part -> part.name().isPresent() && part.kind().matches(MAIN))
                .findFirst()
                .map(part -> whole(sentence, part.kind(), part.name().orElseThrow()))
                .or(() -> Optional.of(sentence.of(Nouns.kind("file"), Names.quoted(file.file()))))
                .map(told -> new Change(kind, file.file(), 0, told))
                .stream()
                .toList();
    }

    /** The name of a form that goes by its task says that it is a form. */
    private static Bilingual whole(Sentence sentence, String kind, Bilingual name) {
        return sentence.of(name.en().startsWith("‘") ? Nouns.kind(kind) : "", name);
    }

    private List<Change> inside(Pair file, Document old, Document now, Renames renames, Differing differing) {
        List<Change> changes = new Telling(words(old, now, differing), renames).of(file);
        String path = now.file();
        boolean sameIds = changes.stream().noneMatch(change -> change.kind() == Kind.ID_CHANGED);
        if (!path.equals(old.file()) && sameIds) {
            Bilingual place = PLACE.of(name(file), Names.quoted(path), Names.quoted(old.file()));
            changes.add(new Change(Kind.CHANGED, path, 0, place));
        }
        if (!changes.isEmpty()) {
            return changes;
        }
        // It only follows an id that changed elsewhere, where that is told.
        if (!new Telling(words(old, now, differing), new Renames()).of(file).isEmpty()) {
            return List.of();
        }
        return old.drawing().equals(now.drawing())
                ? List.of(new Change(Kind.WRITING, differing.differingOf(path), 0, WRITING.of(name(file))))
                : List.of(Drawing.change(path, name(file), old.drawing(), now.drawing()));
    }

    /** What people know a file by: its one procedure, table or form. */
    private static Bilingual name(Pair file) {
        return file.kept().stream()
                .map(Pair::before)
                .filter(part -> part.kind().matches(MAIN))
                .flatMap(part -> part.name().stream())
                .findFirst()
                .orElse(Names.quoted(file.before().file()));
    }

    private Words words(Document old, Document now, Differing sets) {
        if (now.file().endsWith(".bpmn")) {
            return new ProcedureWords(old.names(), now.names(), sets, provisions, agencies);
        }
        return now.file().endsWith(".dmn") ? new DecisionWords() : new FormWords(old.names(), now.names());
    }
}
