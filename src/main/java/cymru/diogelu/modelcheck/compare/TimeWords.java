package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provisions;
import java.util.Map;
import java.util.Optional;

/** How it is told that a limit, a wait or a reminder is another. */
final class TimeWords {

    private static final Sentence LIMIT =
            new Sentence("The limit of %s changes from %s to %s.", "Newidir terfyn amser %s o %s i %s.");
    private static final Sentence WAIT = new Sentence(
            "The time that %s waits for changes from %s to %s.", "Newidir yr amser y mae %s yn aros amdano o %s i %s.");
    private static final Sentence REMINDER =
            new Sentence("A reminder of %s changes from %s to %s.", "Newidir nodyn atgoffa %s o %s i %s.");
    private static final Sentence REMINDER_TIME = new Sentence("reminder %2$s of %1$s", "nodyn atgoffa %2$s o %1$s");
    private static final Sentence PROVISION = new Sentence("%s (%s)", "%s (%s)");

    private final Map<String, Bilingual> steps;
    private final Provisions provisions;

    /** @param steps what people know the steps by, by id */
    TimeWords(Map<String, Bilingual> steps, Provisions provisions) {
        this.steps = steps;
        this.provisions = provisions;
    }

    Bilingual replaced(Edit edit, Bilingual name) {
        boolean alike = time(edit.from()).equals(time(edit.to()));
        Bilingual from = alike ? Names.quoted(edit.from()) : time(edit.from());
        Bilingual to = alike ? Names.quoted(edit.to()) : time(edit.to());
        if (edit.pair()
                .around()
                .map(Pair::before)
                .map(Part::kind)
                .filter("camunda:taskListener"::equals)
                .isPresent()) {
            return REMINDER.of(name, from, to);
        }
        String step = edit.pair().thing().before().value("attachedToRef");
        return step.isEmpty() ? WAIT.of(name, from, to) : LIMIT.of(steps.getOrDefault(step, name), from, to);
    }

    /** A limit of the register in words; anything else as it stands. */
    private Bilingual time(String text) {
        Expression expression = Expression.of(text);
        Optional<Bilingual> limit = Optional.of(expression)
                .filter(call -> call.calls("deadline"))
                .flatMap(call -> call.texts().stream().findFirst())
                .flatMap(provisions::find)
                .map(provision -> {
                    Limit length = provision.limit();
                    return length == null
                            ? Names.quoted(provision.id())
                            : PROVISION.plain(length.text(), provision.id());
                });
        boolean reminder = expression.name().equals("deadline.reminder")
                && expression.literals().size() == 2;
        return limit.map(words -> reminder
                        ? REMINDER_TIME.plain(words, expression.literals().get(1))
                        : words)
                .orElse(Names.quoted(Words.cut(text, "")));
    }
}
