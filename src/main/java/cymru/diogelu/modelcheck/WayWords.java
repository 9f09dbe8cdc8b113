package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelProofs.Passed;
import cymru.diogelu.modelcheck.proof.Move;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.JsonText;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a way through the procedures in the words that people see: names of steps, questions and answers. */
record WayWords(Models models) {

    /** Where a concern is raised, no step has the form. */
    private static final String CONCERN = "concern";

    /** The whole way in one sentence. */
    Bilingual sentence(List<Move> way) {
        return new Bilingual(sentence(way, Language.EN), sentence(way, Language.CY));
    }

    private String sentence(List<Move> way, Language language) {
        return way.stream()
                .map(move -> told(move, language))
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** The steps of a way that people can see. */
    List<Passed> steps(List<Move> way) {
        return way.stream()
                .filter(move -> !told(move, Language.EN).isEmpty())
                .flatMap(move -> node(move.step()).map(node -> passed(move, node)).stream())
                .toList();
    }

    private Passed passed(Move move, Node node) {
        String procedure = node.procedure().id();
        return new Passed(
                procedure,
                procedure(procedure),
                node.id(),
                new Bilingual(told(move, Language.EN), told(move, Language.CY)));
    }

    private String told(Move move, Language language) {
        boolean welsh = language == Language.CY;
        String step = move.step().isEmpty() ? "" : name(move.step()).in(language);
        return switch (move.what()) {
            case RAISED -> (welsh ? "codir pryder" : "a concern is raised") + answers(CONCERN, move, language);
            case CALLED -> welsh ? "gelwir y weithdrefn" : "the procedure is called";
            case ANSWERED -> (welsh ? "atebir " : "answered: ") + step + answers(form(move.step()), move, language);
            case LIMIT_PASSED, PASSED_ANYWHERE ->
                (welsh ? "aiff y terfyn amser heibio: " : "the limit passes: ") + step;
            case WAITED -> (welsh ? "aiff amser heibio: " : "time passes: ") + step;
            case TIME_TAKEN, WENT_ON -> "";
        };
    }

    private String form(String place) {
        return node(place).map(node -> node.camunda("formRef")).orElse("");
    }

    private String answers(String formId, Move move, Language language) {
        Optional<FormFile> form = models.form(formId);
        List<String> told = new ArrayList<>();
        move.answers().forEach((key, value) -> told.addAll(answer(form, key, value, language)));
        return told.isEmpty() ? "" : " (%s)".formatted(String.join("; ", told));
    }

    /** One question and its answer, and those of each row where it is a list. */
    private static List<String> answer(Optional<FormFile> form, String key, Object value, Language language) {
        if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?>) {
            List<String> told = new ArrayList<>();
            rows.forEach(row -> ((Map<?, ?>) row)
                    .forEach((name, inside) -> told.addAll(answer(form, String.valueOf(name), inside, language))));
            return told;
        }
        return List.of(question(form, key, language) + " " + given(form, key, value, language));
    }

    private static String question(Optional<FormFile> form, String key, Language language) {
        String words = member(form, key, language, "label").orElse(key);
        return words.endsWith("?") ? words : words + ":";
    }

    private static String given(Optional<FormFile> form, String key, Object value, Language language) {
        if (value instanceof Boolean chosen) {
            boolean welsh = language == Language.CY;
            return chosen ? (welsh ? "wedi'i dicio" : "ticked") : welsh ? "heb ei dicio" : "not ticked";
        }
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        return values.stream()
                .map(each -> option(form, key, String.valueOf(each), language))
                .collect(Collectors.joining(", "));
    }

    private static String option(Optional<FormFile> form, String key, String value, Language language) {
        if (language == Language.CY) {
            return form.flatMap(FormFile::welsh)
                    .map(words -> inside(inside(inside(words, "components"), key), "options"))
                    .map(options -> FormFile.text(options, value))
                    .filter(words -> !words.isEmpty())
                    .orElse(value);
        }
        return component(form, key)
                .flatMap(component -> options(component)
                        .filter(option -> value.equals(option.get("value")))
                        .map(option -> FormFile.text(option, "label"))
                        .findFirst())
                .orElse(value);
    }

    private static Stream<Map<?, ?>> options(Map<?, ?> component) {
        return component.get("values") instanceof List<?> values
                ? values.stream().filter(Map.class::isInstance).map(option -> (Map<?, ?>) option)
                : Stream.empty();
    }

    private static Optional<String> member(Optional<FormFile> form, String key, Language language, String member) {
        Optional<String> words = language == Language.CY
                ? form.flatMap(FormFile::welsh)
                        .map(welsh -> FormFile.text(inside(inside(welsh, "components"), key), member))
                : component(form, key).map(component -> FormFile.text(component, member));
        return words.filter(text -> !text.isEmpty());
    }

    private static Map<?, ?> inside(JsonText text, String member) {
        return inside(text.members(), member);
    }

    private static Map<?, ?> inside(Map<?, ?> object, String member) {
        return object.get(member) instanceof Map<?, ?> inside ? inside : Map.of();
    }

    private static Optional<Map<?, ?>> component(Optional<FormFile> form, String key) {
        return form.stream()
                .flatMap(FormFile::components)
                .filter(component -> FormFile.name(component).equals(key))
                .<Map<?, ?>>map(component -> component)
                .findFirst();
    }

    Bilingual procedure(String id) {
        return models.procedure(id)
                .map(procedure ->
                        new Bilingual(procedure.process().attribute("name"), Extensions.welshName(procedure.process())))
                .orElse(new Bilingual(id, id));
    }

    Bilingual name(String place) {
        return node(place)
                .filter(node -> !node.name().isBlank())
                .map(node -> new Bilingual(node.name(), Extensions.welshName(node.xml())))
                .orElse(new Bilingual(place, place));
    }

    /** @param place the procedure and the element, parted by a stroke */
    Optional<Node> node(String place) {
        int stroke = place.indexOf('/');
        return stroke < 0
                ? Optional.empty()
                : models.procedure(place.substring(0, stroke))
                        .flatMap(procedure -> procedure.node(place.substring(stroke + 1)));
    }
}
