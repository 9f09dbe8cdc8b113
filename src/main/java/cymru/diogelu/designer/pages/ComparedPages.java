package cymru.diogelu.designer.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.diagrams.Caption;
import cymru.diogelu.diagrams.Diagram;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.NotBpmn;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A procedure as it was and as it would be, drawn beside each other, with what changes marked and said. */
@Controller
class ComparedPages {

    private final ModelDesk desk;
    private final ModelSets sets;
    private final MessageSource messages;

    ComparedPages(ModelDesk desk, ModelSets sets, MessageSource messages) {
        this.desk = desk;
        this.sets = sets;
        this.messages = messages;
    }

    /**
     * One of the two pictures.
     *
     * @param begin the id in the picture of the first thing that is marked; empty where nothing is
     */
    record Picture(String svg, String begin) {}

    /**
     * What changes.
     *
     * @param before the id of its place in the picture before; empty where it is not to be seen there
     * @param after the same in the picture after
     */
    record Told(Kind kind, String sentence, String before, String after) {}

    @GetMapping("/models/proposals/{number}/compared")
    String compared(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam String file,
            Model model,
            Locale locale) {
        Viewer viewer = person.viewer();
        Proposal proposal =
                desk.find(viewer, number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Change> changes = desk.changes(viewer, proposal).stream()
                .filter(change -> change.file().equals(file) && file.endsWith(".bpmn"))
                .toList();
        if (changes.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean readable = changes.stream().noneMatch(change -> change.kind() == Kind.UNREADABLE);
        Optional<Diagram> before = readable
                ? diagram(desk.deployed(viewer, proposal.base()), file, former(file, changes), locale)
                : Optional.empty();
        Optional<Diagram> after = readable ? diagram(desk.files(viewer, number), file, "", locale) : Optional.empty();
        model.addAttribute("number", number);
        model.addAttribute(
                "name",
                after.or(() -> before)
                        .map(Diagram::name)
                        .filter(name -> !name.isBlank())
                        .orElse(file));
        draw(changes, before, after, model, locale);
        return "model-compared";
    }

    private void draw(
            List<Change> changes, Optional<Diagram> before, Optional<Diagram> after, Model model, Locale locale) {
        ChangeMarks marks = new ChangeMarks(changes, shown(before), shown(after), messages, locale);
        List<Told> told = changes.stream()
                .map(change -> new Told(
                        change.kind(),
                        change.sentence().in(Language.of(locale)),
                        place("before", marks.placeBefore(change)),
                        place("after", marks.placeAfter(change))))
                .toList();
        model.addAttribute("changes", told);
        model.addAttribute("before", picture("before", before, marks.inBefore(), first(told, Told::before), locale));
        model.addAttribute("after", picture("after", after, marks.inAfter(), first(told, Told::after), locale));
    }

    private static String place(String picture, String id) {
        return id.isEmpty() ? "" : picture + "-" + id;
    }

    private static String first(List<Told> changes, Function<Told, String> place) {
        return changes.stream()
                .map(place)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Set<String> shown(Optional<Diagram> diagram) {
        return diagram.map(Diagram::shown).orElse(Set.of());
    }

    /** How the file was called, where its procedure may have had another id. */
    private static String former(String file, List<Change> changes) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return changes.stream()
                .filter(change -> change.kind() == Kind.ID_CHANGED && name.equals(change.elementAfter() + ".bpmn"))
                .map(change -> change.element() + ".bpmn")
                .findFirst()
                .orElse(name);
    }

    /** Of the file at a path, else of one that has a name anywhere; empty where there is none that can be drawn. */
    private Optional<Diagram> diagram(ModelFiles files, String path, String name, Locale locale) {
        return Optional.ofNullable(files.byPath().get(path))
                .or(() -> files.byPath().entrySet().stream()
                        .filter(file -> !name.isEmpty() && file.getKey().endsWith("/" + name))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .flatMap(content -> sets.drawing(path, content, Language.of(locale)))
                .flatMap(ComparedPages::read);
    }

    private static Optional<Diagram> read(byte[] bpmn) {
        try {
            return Optional.of(Diagram.read(bpmn));
        } catch (NotBpmn broken) {
            return Optional.empty();
        }
    }

    private @Nullable Picture picture(
            String prefix, Optional<Diagram> diagram, Marks marks, String begin, Locale locale) {
        if (diagram.isEmpty()) {
            return null;
        }
        String title = messages.getMessage("models.compared." + prefix, null, locale);
        String description = messages.getMessage("models.compared.description", null, locale);
        Caption caption = new Caption(diagram.get().name() + ": " + title, description, Language.of(locale), prefix);
        return new Picture(diagram.get().svg(caption, marks), begin);
    }
}
