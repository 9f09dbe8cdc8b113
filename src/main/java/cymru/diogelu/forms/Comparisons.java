package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import cymru.diogelu.language.Bilingual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the dates of a form are compared with by name, and what that is called in a sentence. */
final class Comparisons {

    private final Messages messages;
    private final Faults faults;
    private final Map<String, Question> dates = new HashMap<>();
    private final Map<String, Bilingual> words = new HashMap<>();

    private Comparisons(Messages messages, Faults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    /**
     * The words by name.
     *
     * @param faults where a date is named that is compared with what is neither a date of the form outside its lists nor
     *     anything that has words here as known of a case, or that has a sentence of its own that nobody wrote
     */
    static Map<String, Bilingual> words(List<Component> components, Messages messages, Faults faults) {
        var comparisons = new Comparisons(messages, faults);
        comparisons.collect(components, "");
        comparisons.name(components);
        return Map.copyOf(comparisons.words);
    }

    private void collect(List<Component> components, String around) {
        for (var component : components) {
            var path = around + String.join(".", component.path());
            if (component instanceof Question question
                    && question.kind() instanceof MomentKind moment
                    && moment.subtype() != MomentKind.Subtype.TIME) {
                dates.put(path, question);
            } else if (!(component instanceof Rows)) {
                collect(component.components(), path.isEmpty() ? "" : path + ".");
            }
        }
    }

    private void name(List<Component> components) {
        for (var component : components) {
            if (component instanceof Question question && question.kind() instanceof MomentKind moment) {
                name(question, moment.bounds());
            }
            name(component.components());
        }
    }

    private void name(Question question, Bounds bounds) {
        bounds.all().forEach(bound -> {
            if (bound instanceof Bound.Named named) {
                faults.attempt(() -> words.put(named.name(), words(question, named.name())));
            }
        });
        var says = bounds.says();
        if (!says.isEmpty() && !(says.matches("too(Early|Late)\\.\\w+") && messages.has(says))) {
            faults.add(question.traits().source().broken("there is no sentence '%s' for a date".formatted(says)));
        }
    }

    private Bilingual words(Question question, String name) {
        var date = dates.get(name);
        if (date != null) {
            return messages.known("answer", date.label());
        }
        var known = name.replace("clock:", "");
        if (!messages.has("known." + known)) {
            throw question.traits()
                    .source()
                    .broken("compares with '%s', which is no date of the form and has no words as known"
                            .formatted(name));
        }
        return messages.known(known, question.label());
    }
}
