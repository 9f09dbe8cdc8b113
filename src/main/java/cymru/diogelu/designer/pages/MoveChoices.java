package cymru.diogelu.designer.pages;

import cymru.diogelu.designer.Move;
import cymru.diogelu.designer.MoveRule;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.WalkedModels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The rules by which cases can be chosen for a move, in words. */
@Component
class MoveChoices {

    private final WalkedModels models;
    private final MessageSource messages;

    MoveChoices(WalkedModels models, MessageSource messages) {
        this.models = models;
        this.messages = messages;
    }

    /** A place where cases wait: a procedure, and a step of it. */
    private record Place(String process, int version, String element) {}

    /** One of several to choose from. */
    record Choice(String value, String words) {}

    /** The procedures that some of these cases wait in. */
    List<Choice> procedures(List<MovedCase> cases, Language language) {
        TreeMap<String, String> choices = new TreeMap<>();
        places(cases)
                .forEach(place -> choices.put(
                        name(place.process(), place.version(), null, language),
                        "PROCEDURE:" + place.process() + "@" + place.version()));
        return listed(choices);
    }

    /** The steps at which some of these cases wait. */
    List<Choice> steps(List<MovedCase> cases, Language language) {
        TreeMap<String, String> choices = new TreeMap<>();
        places(cases)
                .forEach(place -> choices.put(
                        name(place.process(), place.version(), null, language) + ": "
                                + name(place.process(), place.version(), place.element(), language),
                        "STEP:" + place.process() + "/" + place.element() + "@" + place.version()));
        return listed(choices);
    }

    private static List<Choice> listed(TreeMap<String, String> choices) {
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getValue(), choice.getKey()))
                .toList();
    }

    private static Stream<Place> places(List<MovedCase> cases) {
        return cases.stream()
                .flatMap(moved -> Stream.concat(
                        moved.places().stream()
                                .filter(place -> !place.calling())
                                .map(place -> new Place(place.process(), place.fromVersion(), place.from())),
                        moved.obstacles().stream()
                                .map(stop -> new Place(stop.process(), stop.version(), stop.element()))))
                .filter(place -> !place.element().equals(place.process()));
    }

    /** What a move was asked to do. */
    String told(Move move, Language language) {
        String process = move.place().replaceFirst("/.*", "");
        Optional<String> element = Optional.of(move.place().substring(process.length()))
                .filter(step -> !step.isEmpty())
                .map(step -> step.substring(1));
        String procedure = process.isEmpty() ? "" : name(process, move.version(), null, language);
        String step =
                element.map(id -> name(process, move.version(), id, language)).orElse("");
        return say(move.rule(), language, procedure, step);
    }

    private String say(MoveRule rule, Language language, String procedure, String step) {
        Locale locale = language.locale();
        return messages.getMessage("models.rule." + rule, new Object[] {procedure, step}, locale);
    }

    private String name(String process, int version, @Nullable String element, Language language) {
        return models.name(process, version, element, null)
                .map(name -> name.in(language))
                .orElse(element == null ? process : element);
    }
}
