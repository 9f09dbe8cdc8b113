package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Deed;
import cymru.diogelu.modelcheck.ModelProofs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells as a story how a case comes to break a statutory rule, so that the engine shows it: it holds once the rule is kept. */
public final class CounterexampleStory {

    /** A Monday morning; nobody has to tell what holidays do. */
    private static final String BEGINNING = "2026-03-02T10:15:00Z";

    private static final String SOMEBODY = "education.W06000015";

    private CounterexampleStory() {}

    /**
     * A file of the scenario book.
     *
     * @param found something with deeds that lead to it
     */
    public static String yaml(ModelProofs.Found found) {
        List<Deed> deeds = found.deeds();
        Map<String, Object> story = new LinkedHashMap<>();
        story.put("given", given(deeds.get(0)));
        story.put("otherwise", "anything");
        story.put("steps", deeds.stream().skip(1).map(CounterexampleStory::step).toList());
        story.put("keeps", List.of(found.subject()));
        return StoryText.of(
                new Bilingual("A case keeps " + found.subject(), "Mae achos yn cadw " + found.subject()), story);
    }

    private static Map<String, Object> given(Deed concern) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("at", BEGINNING);
        given.put("by", SOMEBODY);
        given.put("concern", concern.answers());
        addTo(given, concern);
        return given;
    }

    private static Map<String, Object> step(Deed deed) {
        Map<String, Object> step = new LinkedHashMap<>();
        if (deed.what() == Deed.Kind.PASSED) {
            step.put("passes", deed.element());
            return step;
        }
        step.put("submit", deed.element());
        if (!deed.member().isEmpty()) {
            step.put("about", deed.member());
        }
        if (!deed.answers().isEmpty()) {
            step.put("answers", deed.answers());
        }
        addTo(step, deed);
        return step;
    }

    private static void addTo(Map<String, Object> step, Deed deed) {
        if (!deed.answered().isEmpty()) {
            step.put("answered", deed.answered());
        }
        if (!deed.blank().isEmpty()) {
            step.put("blank", deed.blank());
        }
    }
}
