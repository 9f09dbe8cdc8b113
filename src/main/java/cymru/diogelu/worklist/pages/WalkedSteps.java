package cymru.diogelu.worklist.pages;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.CasePath;
import cymru.diogelu.trace.CasePath.Stay;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the path of a case into words: the procedures it entered, and in each the steps that are open and done. */
@Component
class WalkedSteps {

    private final WalkedModels models;
    private final PageWords words;

    WalkedSteps(WalkedModels models, PageWords words) {
        this.models = models;
        this.words = words;
    }

    /**
     * A step of a procedure.
     *
     * @param at since when it is open, or when it was left
     * @param interrupted whether it was left without being done
     */
    record Step(String name, String at, boolean interrupted) {}

    /**
     * A procedure as a case has walked it.
     *
     * @param openElements the ids of what is open, parted by spaces
     * @param walkedElements the ids of steps and flows that are behind the case, parted by spaces
     */
    record Walked(List<Step> open, List<Step> done, String openElements, String walkedElements) {}

    /** In the order in which the case entered them. */
    List<WalkedProcedure> procedures(CasePath path, Locale locale) {
        Map<String, WalkedProcedure> procedures = new LinkedHashMap<>();
        for (Stay stay : path.elements()) {
            boolean open = stay.left() == null;
            procedures.merge(
                    stay.process(),
                    new WalkedProcedure(stay.process(), stay.version(), name(stay, null, locale), open),
                    (known, next) -> known.open() ? known : next);
        }
        return List.copyOf(procedures.values());
    }

    Walked of(CasePath path, String process, Locale locale) {
        List<Stay> stays = path.elements().stream()
                .filter(stay -> stay.process().equals(process))
                .toList();
        return new Walked(
                steps(stays, this::isOpen, locale),
                steps(left(stays), stay -> !junction(stay), locale),
                ids(stays.stream().filter(this::isOpen).map(Stay::element)),
                ids(Stream.concat(
                        stays.stream().filter(stay -> !isOpen(stay)).map(Stay::element),
                        path.flows().stream()
                                .filter(taken -> taken.process().equals(process))
                                .map(CasePath.Taken::flow))));
    }

    /** In the order in which they were left, as a reader expects of things done. */
    private static List<Stay> left(List<Stay> stays) {
        return stays.stream()
                .filter(stay -> stay.left() != null && !stay.moved())
                .sorted(Comparator.comparing(Stay::left))
                .toList();
    }

    /** A join that still waits for its other ways is behind whoever has come to it. */
    private boolean isOpen(Stay stay) {
        return stay.left() == null && !junction(stay);
    }

    private boolean junction(Stay stay) {
        return models.junction(stay.process(), stay.version(), stay.element());
    }

    private List<Step> steps(List<Stay> stays, Predicate<Stay> wanted, Locale locale) {
        return stays.stream()
                .filter(wanted.and(this::named))
                .map(stay -> step(stay, locale))
                .toList();
    }

    private Step step(Stay stay, Locale locale) {
        Instant left = stay.left();
        return new Step(
                name(stay, stay.element(), locale),
                words.due(left == null ? stay.entered() : left, locale),
                stay.interrupted());
    }

    private boolean named(Stay stay) {
        Optional<Bilingual> procedure = models.name(stay.process(), stay.version(), null, null);
        return !models.name(stay.process(), stay.version(), stay.element(), null)
                .equals(procedure);
    }

    private String name(Stay stay, @Nullable String element, Locale locale) {
        return models.name(stay.process(), stay.version(), element, null)
                .map(name -> name.in(Language.of(locale)))
                .orElse(stay.process());
    }

    private static String ids(Stream<String> ids) {
        return ids.distinct().collect(Collectors.joining(" "));
    }
}
