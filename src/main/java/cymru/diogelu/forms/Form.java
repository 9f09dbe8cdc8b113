package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form that has been read and found sound, in both languages. Answers and facts are nested maps and lists as JSON has
 * them; facts are what conditions may read besides the answers and what fields show before anybody answers, and are never
 * taken for answers. Safe to share between threads.
 */
public final class Form {

    private final String id;
    private final Map<String, Object> json;
    private final Level level;
    private final Shape shape;
    private final Messages messages;
    private final Set<String> names;
    private final String file;
    private final Map<String, Bilingual> words;

    /** @param words what the dates are called that others are compared with, by name */
    Form(
            String id,
            String file,
            Map<String, Object> json,
            Level level,
            Map<String, Bilingual> words,
            Messages messages) {
        this.id = id;
        this.file = file;
        this.words = words;
        this.json = json;
        this.level = level;
        this.shape = Shape.of(level.components());
        this.messages = messages;
        this.names = Names.of(json, fields());
    }

    public String id() {
        return id;
    }

    /** The file that it was read from. */
    public String file() {
        return file;
    }

    /** The Camunda Form JSON with every text in the given language. */
    public Map<String, Object> localised(Language language) {
        return Localised.of(json, level.components(), language);
    }

    /** The form as a page shows it; fields without an answer show what the facts say, else their default. */
    public RenderModel render(Language language, Map<String, Object> facts, Map<String, Object> answers) {
        var filling = Filling.resumed(level, answers, facts);
        Visibility.settle(filling);
        var rendering = new Rendering(language, Scope.of(filling.data()));
        return new RenderModel(id, language, rendering.of(filling.entries()));
    }

    /**
     * Finds every mistake at once. Answers to hidden, disabled and read-only fields and to expressions are dropped.
     *
     * @param now the instant of the submission, for dates that may not lie in the future or the past
     */
    public Judgement judge(Map<String, Object> answers, Map<String, Object> facts, Instant now) {
        return new Judge(messages, words, now).judge(this, answers, facts);
    }

    /** Every place for an answer in the order of the form, lists before what their rows hold. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        Fields.collect(level.components(), "", fields);
        return List.copyOf(fields);
    }

    /** What of the facts the form shows, reads or compares dates with, for whoever may see no others. */
    public Map<String, Object> needed(Map<String, Object> facts) {
        var needed = new LinkedHashMap<>(facts);
        needed.keySet().retainAll(names);
        return needed;
    }

    Level level() {
        return level;
    }

    Shape shape() {
        return shape;
    }
}
