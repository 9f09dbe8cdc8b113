package cymru.diogelu.designer;

import cymru.diogelu.designer.Scenario.Offered;
import cymru.diogelu.designer.Scenario.Recorded;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.StatutoryRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what was not as a story tells: what it expects, and what came instead. */
final class StoryFaults {

    private StoryFaults() {}

    /** @param step the number of the step after which it was so; the concern is nought */
    static Bilingual after(int step, Bilingual fault) {
        return step == 0
                ? both("After the concern: %s", "Ar ôl y pryder: %s", fault)
                : new Bilingual(
                        "After step %d: %s".formatted(step, fault.en()),
                        "Ar ôl cam %d: %s".formatted(step, fault.cy()));
    }

    /** @param step the number of the step that could not be taken; the concern is nought */
    static Bilingual at(int step, Bilingual fault) {
        return step == 0
                ? both("The concern: %s", "Y pryder: %s", fault)
                : new Bilingual("Step %d: %s".formatted(step, fault.en()), "Cam %d: %s".formatted(step, fault.cy()));
    }

    static Bilingual notOffered(Offered expected, List<String> open) {
        return new Bilingual(
                "expected %s; open are %s".formatted(words(expected, Language.EN), list(open, Language.EN)),
                "disgwyliwyd %s; ar agor mae %s".formatted(words(expected, Language.CY), list(open, Language.CY)));
    }

    private static String words(Offered offered, Language language) {
        boolean welsh = language == Language.CY;
        String to = offered.to() == null ? "" : (welsh ? " i " : " to ") + offered.to();
        String due = offered.due() == null ? "" : (welsh ? " erbyn " : " due ") + offered.due();
        return offered.task() + to + due;
    }

    private static String list(List<String> open, Language language) {
        if (open.isEmpty()) {
            return language == Language.CY ? "dim" : "none";
        }
        return String.join(", ", open);
    }

    static Bilingual offeredStill(String task) {
        return new Bilingual(
                "%s is open, but should not be".formatted(task), "mae %s ar agor, ond ni ddylai fod".formatted(task));
    }

    static Bilingual notRecorded(Recorded expected) {
        String words = expected.kind() + " " + expected.with();
        return new Bilingual("nothing is recorded as " + words, "nid oes dim wedi'i gofnodi fel " + words);
    }

    static Bilingual outcome(@Nullable String expected, @Nullable String found, List<String> open) {
        return new Bilingual(
                "Expected the outcome %s; found %s; open are %s"
                        .formatted(
                                expected == null ? "none" : expected,
                                found == null ? "none" : found,
                                list(open, Language.EN)),
                "Disgwyliwyd y canlyniad %s; cafwyd %s; ar agor mae %s"
                        .formatted(
                                expected == null ? "dim" : expected,
                                found == null ? "dim" : found,
                                list(open, Language.CY)));
    }

    static Bilingual neverReached(String element) {
        return new Bilingual("%s was never reached".formatted(element), "ni chyrhaeddwyd %s".formatted(element));
    }

    static Bilingual reached(String element) {
        return new Bilingual(
                "%s was reached, but should not be".formatted(element),
                "cyrhaeddwyd %s, ond ni ddylai fod wedi digwydd".formatted(element));
    }

    static Bilingual refused(List<FieldError> errors) {
        return new Bilingual(
                "the answers were refused: " + lines(errors, Language.EN),
                "gwrthodwyd yr atebion: " + lines(errors, Language.CY));
    }

    static Bilingual refused(String task, String form, List<FieldError> errors) {
        return new Bilingual(
                "%s (%s) was refused: %s".formatted(task, form, lines(errors, Language.EN)),
                "gwrthodwyd %s (%s): %s".formatted(task, form, lines(errors, Language.CY)));
    }

    private static String lines(List<FieldError> errors, Language language) {
        return errors.stream()
                .map(error ->
                        "%s: %s (%s)".formatted(error.key(), error.message().in(language), error.code()))
                .collect(Collectors.joining("; "));
    }

    static Bilingual accepted(String task, String form, Map<String, Object> refusal) {
        return new Bilingual(
                "%s (%s) was accepted; expected objections to %s".formatted(task, form, refusal),
                "derbyniwyd %s (%s); disgwyliwyd gwrthwynebiad i %s".formatted(task, form, refusal));
    }

    static Bilingual past(String until, Object now) {
        return new Bilingual(
                "it waits until %s, but it is %s already".formatted(until, now),
                "mae'n aros tan %s, ond mae'n %s eisoes".formatted(until, now));
    }

    static Bilingual timerFailed(Object before) {
        return new Bilingual(
                "a timer failed before %s; the log names it".formatted(before),
                "methodd amserydd cyn %s; mae'r log yn ei enwi".formatted(before));
    }

    static Bilingual endless(int tasks, List<String> open) {
        return new Bilingual(
                "the case has not ended after %d tasks; open are %s".formatted(tasks, list(open, Language.EN)),
                "nid yw'r achos wedi dod i ben ar ôl %d tasg; ar agor mae %s"
                        .formatted(tasks, list(open, Language.CY)));
    }

    static Bilingual noTask(String named, @Nullable String about, List<String> open) {
        return new Bilingual(
                "no open task '%s'%s; open are %s"
                        .formatted(named, about == null ? "" : " about " + about, list(open, Language.EN)),
                "dim tasg agored '%s'%s; ar agor mae %s"
                        .formatted(named, about == null ? "" : " am " + about, list(open, Language.CY)));
    }

    static Bilingual noTimer(String element, List<String> open) {
        return new Bilingual(
                "nothing waits for '%s'; open are %s".formatted(element, list(open, Language.EN)),
                "nid oes dim yn aros am '%s'; ar agor mae %s".formatted(element, list(open, Language.CY)));
    }

    static Bilingual broken(StatutoryRule rule) {
        return new Bilingual(
                "The case breaks %s: %s".formatted(rule.id(), rule.sentence().en()),
                "Mae'r achos yn torri %s: %s"
                        .formatted(rule.id(), rule.sentence().cy()));
    }

    static Bilingual noRule(String id) {
        return new Bilingual(
                "there is no statutory rule '%s'".formatted(id), "nid oes rheol statudol '%s'".formatted(id));
    }

    static Bilingual cannotGoOn(@Nullable String why) {
        return new Bilingual("the models cannot go on: " + why, "ni all y modelau fynd ymlaen: " + why);
    }

    static Bilingual noElement(String name) {
        return new Bilingual(
                "no model has an element '%s'".formatted(name), "nid oes gan unrhyw fodel elfen '%s'".formatted(name));
    }

    static Bilingual noRole(String person) {
        return new Bilingual(
                "nobody has the role of '%s'".formatted(person), "nid oes gan neb rôl '%s'".formatted(person));
    }

    private static Bilingual both(String en, String cy, Bilingual fault) {
        return new Bilingual(en.formatted(fault.en()), cy.formatted(fault.cy()));
    }
}
