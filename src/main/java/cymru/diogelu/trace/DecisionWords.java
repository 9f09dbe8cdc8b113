package cymru.diogelu.trace;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.DecisionTable;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a recorded evaluation into the words of its decision table, in the version under which the case was walked. */
@Component
public class DecisionWords {

    private static final Set<String> ANSWERS = Set.of("yes", "no");

    /** What a table gives where it has nothing to say of this child. */
    private static final String SILENCE = "none";

    private static final Pattern ID = Pattern.compile("[A-Z]+-\\d+[a-z]?");

    private final WalkedModels models;
    private final Provisions provisions;
    private final Agencies agencies;
    private final MessageSource messages;

    DecisionWords(WalkedModels models, Provisions provisions, Agencies agencies, MessageSource messages) {
        this.models = models;
        this.provisions = provisions;
        this.agencies = agencies;
        this.messages = messages;
    }

    /**
     * One column with what went in or came out.
     *
     * @param key the expression of an input, the name of an output; stable in every language
     * @param text the value as the models call it, where they have a word for it
     */
    public record Value(String key, String label, @Nullable Object value, @Nullable String text) {}

    /**
     * One row that held.
     *
     * @param text what the row says; absent where the table has no such row
     * @param provisions the ids of the provisions that the row cites
     */
    public record Rule(String id, @Nullable String text, List<String> provisions) {}

    /** The name of the table; its id where it is not known. */
    public String name(Entry entry, Language language) {
        return table(entry).map(table -> table.name().in(language)).orElse(id(entry));
    }

    /** The id of the table that was evaluated. */
    public static String id(Entry entry) {
        return String.valueOf(entry.body().get("decision"));
    }

    public List<Value> inputs(Entry entry, Language language) {
        return values(entry, entry.body().get("inputs"), DecisionTable::inputs, language);
    }

    /** What each row that held gave. */
    public List<Value> outputs(Entry entry, Language language) {
        return list(entry.body().get("outputs")).stream()
                .flatMap(row -> values(entry, row, DecisionTable::outputs, language).stream())
                .toList();
    }

    /** Whether the table found nothing to say: its question does not arise in this case. */
    public static boolean silent(Entry entry) {
        return list(entry.body().get("outputs")).stream()
                .allMatch(row -> row instanceof Map<?, ?> given
                        && given.values().stream().allMatch(SILENCE::equals));
    }

    public List<Rule> rules(Entry entry, Language language) {
        Map<String, Bilingual> words = table(entry).map(DecisionTable::rules).orElse(Map.of());
        return list(entry.body().get("rules")).stream()
                .map(String::valueOf)
                .map(id -> rule(id, words.get(id), language))
                .toList();
    }

    private Rule rule(String id, @Nullable Bilingual words, Language language) {
        return words == null ? new Rule(id, null, List.of()) : new Rule(id, words.in(language), cited(words.en()));
    }

    private List<String> cited(String words) {
        return ID.matcher(words)
                .results()
                .map(MatchResult::group)
                .filter(id -> provisions.find(id).isPresent())
                .distinct()
                .toList();
    }

    private List<Value> values(
            Entry entry,
            @Nullable Object recorded,
            Function<DecisionTable, Map<String, Bilingual>> columns,
            Language language) {
        Map<String, Bilingual> labels = table(entry).map(columns).orElse(Map.of());
        List<Value> values = new ArrayList<>();
        if (recorded instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                Bilingual label = labels.get(key.toString());
                values.add(new Value(
                        key.toString(),
                        label == null ? key.toString() : label.in(language),
                        value,
                        word(entry, key.toString(), value)
                                .map(word -> word.in(language))
                                .orElse(null)));
            });
        }
        return values;
    }

    /** Of several values each in its words; nothing where one of them has none. */
    private Optional<Bilingual> word(Entry entry, String variable, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            List<Bilingual> each = many.stream()
                    .flatMap(one -> word(entry, variable, one).stream())
                    .toList();
            return each.isEmpty() || each.size() < many.size() ? Optional.empty() : Optional.of(joined(each));
        }
        String process = entry.subject().process();
        return process == null || value == null
                ? Optional.empty()
                : models.word(process, entry.subject().version(), variable, value.toString())
                        .or(() -> role(value.toString()))
                        .or(() -> answer(value.toString()));
    }

    private static Bilingual joined(List<Bilingual> words) {
        return new Bilingual(
                words.stream().map(Bilingual::en).collect(Collectors.joining(", ")),
                words.stream().map(Bilingual::cy).collect(Collectors.joining(", ")));
    }

    private Optional<Bilingual> role(String value) {
        return agencies.roles().stream()
                .filter(role -> role.key().equals(value))
                .map(Role::name)
                .findFirst();
    }

    private Optional<Bilingual> answer(String value) {
        return ANSWERS.contains(value)
                ? Optional.of(new Bilingual(said(value, Language.EN), said(value, Language.CY)))
                : Optional.empty();
    }

    private String said(String value, Language language) {
        return messages.getMessage("chronology." + value, null, language.locale());
    }

    private Optional<DecisionTable> table(Entry entry) {
        String process = entry.subject().process();
        return process == null
                ? Optional.empty()
                : models.decision(process, entry.subject().version(), id(entry));
    }

    private static List<?> list(@Nullable Object values) {
        return values instanceof List<?> many ? many : List.of();
    }
}
