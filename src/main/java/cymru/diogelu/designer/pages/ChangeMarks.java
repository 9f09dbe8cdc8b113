package cymru.diogelu.designer.pages;

import cymru.diogelu.diagrams.FlowMark;
import cymru.diogelu.diagrams.Marks;
import cymru.diogelu.diagrams.StepMark;
import cymru.diogelu.diagrams.StepMark.State;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** What is drawn into the two pictures of a procedure: at each element the numbers of the sentences that are about it. */
final class ChangeMarks {

    private final List<Change> changes;
    private final Set<String> before;
    private final Set<String> after;
    private final MessageSource messages;
    private final Locale locale;

    /**
     * @param changes of one procedure, in the order of their numbers, which begin with 1
     * @param before the ids that the picture before shows
     * @param after the ids that the picture after shows
     */
    ChangeMarks(List<Change> changes, Set<String> before, Set<String> after, MessageSource messages, Locale locale) {
        this.changes = changes;
        this.before = before;
        this.after = after;
        this.messages = messages;
        this.locale = locale;
    }

    Marks inBefore() {
        return marks(before, Change::element);
    }

    Marks inAfter() {
        return marks(after, Change::elementAfter);
    }

    /** Where a change is first seen in the picture before; empty where it is not. */
    String placeBefore(Change change) {
        return first(before, change.element(), change);
    }

    /** Where a change is first seen in the picture after; empty where it is not. */
    String placeAfter(Change change) {
        return first(after, change.elementAfter(), change);
    }

    private static String first(Set<String> shown, String element, Change change) {
        return shown.stream()
                .filter(id -> id.equals(element) || change.redrawn().contains(id))
                .findFirst()
                .orElse("");
    }

    private Marks marks(Set<String> shown, Function<Change, String> element) {
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (int number = 1; number <= changes.size(); number++) {
            Change change = changes.get(number - 1);
            List<Integer> one = List.of(number);
            Stream.concat(Stream.of(element.apply(change)), change.redrawn().stream())
                    .filter(shown::contains)
                    .forEach(id -> numbers.merge(id, one, ChangeMarks::joined));
        }
        Map<String, StepMark> steps = new HashMap<>();
        Map<String, FlowMark> flows = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        numbers.forEach((id, told) -> {
            State state = state(id, told);
            steps.put(id, new StepMark(state, 0, listed(told), note(state, told)));
            flows.put(id, FlowMark.changed(state, listed(told), note(state, told)));
            links.put(id, "#change-" + told.get(0));
        });
        return new Marks(steps, flows, links, false);
    }

    private static List<Integer> joined(List<Integer> some, List<Integer> more) {
        List<Integer> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private State state(String id, List<Integer> told) {
        if (!before.contains(id) && told.stream().anyMatch(number -> is(number, Change.Kind.ADDED))) {
            return State.ADDED;
        }
        if (!after.contains(id) && told.stream().anyMatch(number -> is(number, Change.Kind.REMOVED))) {
            return State.REMOVED;
        }
        boolean moved =
                told.stream().allMatch(number -> is(number, Change.Kind.MOVED) || is(number, Change.Kind.LAYOUT));
        return moved ? State.MOVED : State.CHANGED;
    }

    private boolean is(int number, Change.Kind kind) {
        return changes.get(number - 1).kind() == kind;
    }

    private String note(State state, List<Integer> told) {
        String sentences = told.stream()
                .map(number -> changes.get(number - 1).sentence().in(Language.of(locale)))
                .collect(Collectors.joining(" "));
        return messages.getMessage("models.mark." + state, null, locale) + ": " + sentences;
    }
}
