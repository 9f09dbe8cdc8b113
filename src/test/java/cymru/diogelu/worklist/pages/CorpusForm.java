package cymru.diogelu.worklist.pages;

import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form in the states in which a page may show it.
 *
 * @param usual answers as people give them
 * @param turning facts that conditions of the form ask for, in every way that the words of the condition allow
 * @param conditional ids of the components that a condition hides
 */
record CorpusForm(
        String name,
        Form form,
        Map<String, Object> facts,
        List<Map<String, Object>> usual,
        Set<Map<String, Object>> turning,
        Set<String> conditional) {

    private static final Pattern WORD = Pattern.compile("\"(\\w+)\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.\"])[a-z]\\w*(?![\\w\"])");

    private static final Set<String> FEEL = Set.of(
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "null",
            "true",
            "false",
            "list",
            "contains",
            "some",
            "in",
            "satisfies",
            "this",
            "c");

    private static final String SHOWN = " shown";
    private static final String HIDDEN = " hidden";
    private static final Instant NOW = Instant.parse("2027-04-19T09:00:00Z");

    /** What a form was given, and what was said about it. */
    record State(String name, Map<String, Object> facts, Map<String, Object> answers, List<FieldError> errors) {

        Map<String, String> errors(Language language) {
            return PageErrors.of(errors, language);
        }
    }

    static List<CorpusForm> ofProcedures() {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .map(CorpusForm::ofProcedure)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CorpusForm ofProcedure(Path file) {
        Path welsh = Path.of(file.toString().replace(".form", ".cy.json"));
        try (InputStream english = Files.newInputStream(file);
                InputStream beside = Files.newInputStream(welsh)) {
            Form form = new Forms().read(file.toString(), english, beside);
            JsonNode json = new JsonMapper().readTree(Files.readString(file));
            return new CorpusForm(
                    form.id(), form, Map.of(), List.of(UsualAnswers.of(form.id())), asked(json), conditional(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> conditional(JsonNode json) {
        return json.findParents("conditional").stream()
                .map(component -> component.get("id").asString())
                .collect(Collectors.toSet());
    }

    private static Set<Map<String, Object>> asked(JsonNode json) {
        return json.findValuesAsString("hide").stream()
                .flatMap(hide -> combined(facts(hide), values(hide)).stream())
                .collect(Collectors.toSet());
    }

    /** What a condition reads: also a question of the form may be answered by the facts. */
    private static List<String> facts(String hide) {
        return NAME.matcher(WORD.matcher(hide).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(name -> !FEEL.contains(name))
                .toList();
    }

    /** Each word of a condition, alone and in a list; also no word at all. */
    private static List<Object> values(String hide) {
        List<Object> values = new ArrayList<>(List.of("another", List.of()));
        WORD.matcher(hide).results().map(word -> word.group(1)).forEach(word -> {
            values.add(word);
            values.add(List.of(word));
        });
        return values;
    }

    private static List<Map<String, Object>> combined(List<String> facts, List<Object> values) {
        List<Map<String, Object>> combined = List.of(Map.of());
        for (String fact : facts) {
            combined = combined.stream()
                    .flatMap(known -> with(fact, values, known))
                    .toList();
        }
        return combined;
    }

    private static Stream<Map<String, Object>> with(String fact, List<Object> values, Map<String, Object> known) {
        return Stream.concat(Stream.of(known), values.stream().map(value -> {
            Map<String, Object> more = new HashMap<>(known);
            more.put(fact, value);
            return more;
        }));
    }

    RenderModel rendered(State state, Language language) {
        return form.render(language, state.facts(), state.answers());
    }

    List<State> states() {
        EveryAnswer every = new EveryAnswer(form, facts);
        List<State> states = new ArrayList<>();
        states.add(new State("empty", facts, Map.of(), List.of()));
        states.add(new State(
                "judged", facts, Map.of(), form.judge(Map.of(), facts, NOW).errors()));
        usual.forEach(answers -> states.add(new State("usual", facts, answers, List.of())));
        states.add(new State("filled", facts, every.answers(), List.of()));
        states.add(new State("wrong", facts, every.unreadable(), everythingWrong(every.unreadable())));
        states.addAll(turned(every));
        return states;
    }

    private List<FieldError> everythingWrong(Map<String, Object> answers) {
        List<FieldError> errors = new ArrayList<>();
        collect(form.render(Language.EN, facts, answers).fields(), errors);
        return errors;
    }

    private static void collect(List<RenderedField> fields, List<FieldError> errors) {
        for (RenderedField field : fields) {
            collect(field.children(), errors);
            if (field.type().equals("dynamiclist")) {
                errors.add(wrong(field.key()));
            } else if (AnsweredLines.isQuestion(field) && !field.type().equals("expression")) {
                errors.add(wrong(field.key()));
            }
            for (int row = 0; row < field.rows().size(); row++) {
                errors.add(wrong("%s[%d]".formatted(field.key(), row)));
                collect(field.rows().get(row), errors);
            }
        }
    }

    private static FieldError wrong(String key) {
        return new FieldError(key, "wrong", new Bilingual(key + " is wrong", key + " yn anghywir"));
    }

    /** Of all single changes to the answers, and of each with one more fact, those that hide or show something in a way not seen before. */
    private List<State> turned(EveryAnswer every) {
        Set<String> seen = new LinkedHashSet<>();
        List<State> states = new ArrayList<>();
        List<Map<String, Object>> bases = new ArrayList<>(usual);
        bases.add(Map.of());
        bases.addAll(every.changed());
        List<Map<String, Object>> known = new ArrayList<>(List.of(facts));
        known.addAll(turning);
        for (Map<String, Object> facts : known) {
            for (Map<String, Object> answers : bases) {
                Set<String> now = new LinkedHashSet<>();
                visibility(form.render(Language.EN, facts, answers).fields(), now);
                if (seen.addAll(now)) {
                    states.add(new State("turned " + states.size(), facts, answers, List.of()));
                }
            }
        }
        return states;
    }

    /** Components with a condition that no state shows, or none hides. */
    List<String> unturned() {
        Set<String> seen = new LinkedHashSet<>();
        states().forEach(state -> visibility(rendered(state, Language.EN).fields(), seen));
        return conditional.stream()
                .flatMap(id -> Stream.of(id + SHOWN, id + HIDDEN))
                .filter(turn -> !seen.contains(turn))
                .toList();
    }

    private static void visibility(List<RenderedField> fields, Set<String> seen) {
        for (RenderedField field : fields) {
            seen.add(field.id() + (field.visible() ? SHOWN : HIDDEN));
            visibility(field.children(), seen);
            field.rows().forEach(row -> visibility(row, seen));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
