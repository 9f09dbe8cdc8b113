package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How differences of procedures are told. */
final class ProcedureWords extends Words {

    private static final Sentence LIMIT =
            new Sentence("The limit of %s changes from %s to %s.", "Newidir terfyn amser %s o %s i %s.");
    private static final Sentence WAIT = new Sentence(
            "The time that %s waits for changes from %s to %s.", "Newidir yr amser y mae %s yn aros amdano o %s i %s.");
    private static final Sentence REMINDER =
            new Sentence("A reminder of %s changes from %s to %s.", "Newidir nodyn atgoffa %s o %s i %s.");
    private static final Sentence REMINDER_TIME = new Sentence("reminder %2$s of %1$s", "nodyn atgoffa %2$s o %1$s");
    private static final Sentence PROVISION = new Sentence("%s (%s)", "%s (%s)");
    private static final Sentence ENDS = new Sentence(
            "%1$s now ends the step; before it went on.",
            "Mae %1$s bellach yn dod â’r cam i ben; o’r blaen âi’r cam yn ei flaen.");
    private static final Sentence GOES_ON = new Sentence(
            "%1$s no longer ends the step, which goes on beside it.",
            "Nid yw %1$s bellach yn dod â’r cam i ben; mae’r cam yn mynd yn ei flaen.");
    private static final Sentence CAN = new Sentence("%2$s can now take %1$s.", "Gall %2$s bellach gymryd %1$s.");
    private static final Sentence CANNOT =
            new Sentence("%2$s can no longer take %1$s.", "Ni all %2$s bellach gymryd %1$s.");
    private static final Sentence INSTEAD = new Sentence(
            "%3$s can now take %1$s, and %2$s no longer can.", "Gall %3$s bellach gymryd %1$s, ac ni all %2$s mwyach.");
    private static final Sentence LEADS = new Sentence("%1$s now leads to %3$s.", "Mae %1$s bellach yn arwain i %3$s.");
    private static final Sentence COMES = new Sentence("%1$s now comes from %3$s.", "Mae %1$s bellach yn dod o %3$s.");
    private static final Sentence ATTACHED = new Sentence(
            "%1$s now belongs to %3$s instead of %2$s.", "Mae %1$s bellach yn perthyn i %3$s yn lle %2$s.");
    private static final Sentence DEFAULT = new Sentence(
            "At %1$s, where no condition holds, %3$s is now taken instead of %2$s.",
            "Yn %1$s, lle nad oes amod yn dal, dilynir bellach %3$s yn lle %2$s.");
    private static final Sentence RENAMED_STEP = new Sentence(
            "The id of %1$s changes from ‘%2$s’ to ‘%3$s’; open cases that wait there must be moved.",
            "Newidir id %1$s o ‘%2$s’ i ‘%3$s’; rhaid symud achosion agored sy’n aros yno.");
    private static final Sentence ASKED_LATER = new Sentence(
            "The condition of %1$s is now asked after that of %2$s.", "Gofynnir amod %1$s bellach ar ôl amod %2$s.");
    private static final Sentence ASKED_FIRST =
            new Sentence("The condition of %1$s is now asked first.", "Gofynnir amod %1$s bellach yn gyntaf.");

    /** Of a list of groups; finding the commas outside brackets takes long in a longer one. */
    private static final int LONGEST_LIST = 2_000;

    private static final Map<String, Sentence> REFERENCES =
            Map.of("targetRef", LEADS, "sourceRef", COMES, "attachedToRef", ATTACHED);
    private static final Sentence DEFAULT_NOW = new Sentence(
            "At %1$s, where no condition holds, %3$s is now taken.",
            "Yn %1$s, lle nad oes amod yn dal, dilynir bellach %3$s.");
    private static final Sentence NO_DEFAULT = new Sentence(
            "At %1$s, where no condition holds, %2$s is no longer taken.",
            "Yn %1$s, lle nad oes amod yn dal, ni ddilynir bellach %2$s.");
    private static final Sentence REFERS =
            new Sentence("In %s %s changes from %s to %s.", "Yn %s, newidir %s o %s i %s.");

    private static final String HANDED = "camunda:(in|out)";
    private static final Sentence HANDS = new Sentence(
            "%1$s now hands over ‘%4$s’ as ‘%2$s’ instead of ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%4$s’ fel ‘%2$s’ yn lle ‘%3$s’.");
    private static final Sentence BACK = new Sentence(
            "%1$s now hands back ‘%4$s’ as ‘%2$s’ instead of ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%4$s’ yn ôl fel ‘%2$s’ yn lle ‘%3$s’.");
    private static final Sentence HANDED_AS = new Sentence(
            "%1$s now hands over ‘%2$s’ as ‘%4$s’ instead of as ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%2$s’ fel ‘%4$s’ yn lle fel ‘%3$s’.");
    private static final Sentence BACK_AS = new Sentence(
            "%1$s now hands back ‘%2$s’ as ‘%4$s’ instead of as ‘%3$s’.",
            "Mae %1$s bellach yn trosglwyddo ‘%2$s’ yn ôl fel ‘%4$s’ yn lle fel ‘%3$s’.");
    private static final Sentence HANDS_NOW =
            new Sentence("%s now also hands over ‘%s’ as ‘%s’.", "Mae %s bellach hefyd yn trosglwyddo ‘%s’ fel ‘%s’.");
    private static final Sentence BACK_NOW = new Sentence(
            "%s now also hands back ‘%s’ as ‘%s’.", "Mae %s bellach hefyd yn trosglwyddo ‘%s’ yn ôl fel ‘%s’.");
    private static final Sentence NOT_ON =
            new Sentence("%s no longer hands over ‘%s’ as ‘%s’.", "Nid yw %s bellach yn trosglwyddo ‘%s’ fel ‘%s’.");
    private static final Sentence NOT_BACK = new Sentence(
            "%s no longer hands back ‘%s’ as ‘%s’.", "Nid yw %s bellach yn trosglwyddo ‘%s’ yn ôl fel ‘%s’.");

    private final Map<String, Bilingual> before;
    private final Map<String, Bilingual> after;
    private final Provisions provisions;
    private final Agencies agencies;

    ProcedureWords(
            Map<String, Bilingual> before, Map<String, Bilingual> after, Provisions provisions, Agencies agencies) {
        this.before = before;
        this.after = after;
        this.provisions = provisions;
        this.agencies = agencies;
    }

    @Override
    Optional<Bilingual> edited(Edit edit) {
        Bilingual name = edit.pair().name();
        return switch (edit.leaf()) {
            case "timeDate", "timeDuration", "timeCycle" ->
                edit.replaced() ? Optional.of(time(edit, name)) : super.edited(edit);
            case "cancelActivity" -> Optional.of((edit.to().equals("false") ? GOES_ON : ENDS).of(name));
            case "camunda:candidateGroups" -> Optional.of(groups(edit, name));
            case "targetRef", "sourceRef", "attachedToRef" ->
                edit.replaced() ? Optional.of(reference(edit, name)) : super.edited(edit);
            case "default" -> Optional.of(reference(edit, name));
            case "escalationRef", "messageRef", "errorRef", "signalRef" ->
                edit.replaced() ? Optional.of(refers(edit, name)) : super.edited(edit);
            case "source", "sourceExpression", "target" -> handed(edit, name);
            default -> super.edited(edit);
        };
    }

    private Bilingual reference(Edit edit, Bilingual name) {
        Bilingual from = before.getOrDefault(edit.from(), Names.quoted(edit.from()));
        Bilingual to = after.getOrDefault(edit.to(), Names.quoted(edit.to()));
        if (edit.leaf().equals("default")) {
            return (edit.replaced() ? DEFAULT : edit.after().isPresent() ? DEFAULT_NOW : NO_DEFAULT).of(name, from, to);
        }
        return REFERENCES.getOrDefault(edit.leaf(), ATTACHED).of(name, from, to);
    }

    private Bilingual refers(Edit edit, Bilingual name) {
        Bilingual from = before.getOrDefault(edit.from(), Names.quoted(edit.from()));
        Bilingual to = after.getOrDefault(edit.to(), Names.quoted(edit.to()));
        return REFERS.of(name, Nouns.leaf(edit), from, to);
    }

    private Optional<Bilingual> handed(Edit edit, Bilingual name) {
        Part part = edit.pair().before();
        if (!edit.replaced() || !part.kind().matches(HANDED)) {
            return super.edited(edit);
        }
        boolean on = part.kind().endsWith("in");
        if (edit.leaf().equals("target")) {
            String value = part.value("source") + part.value("sourceExpression");
            return Optional.of((on ? HANDED_AS : BACK_AS).of(name, value, edit.from(), edit.to()));
        }
        return Optional.of((on ? HANDS : BACK).of(name, part.value("target"), edit.from(), edit.to()));
    }

    @Override
    Optional<Bilingual> added(Pair around, Part part) {
        return handed(part)
                ? Optional.of((part.kind().endsWith("in") ? HANDS_NOW : BACK_NOW)
                        .of(around.name(), value(part), part.value("target")))
                : super.added(around, part);
    }

    @Override
    Optional<Bilingual> removed(Pair around, Part part) {
        return handed(part)
                ? Optional.of((part.kind().endsWith("in") ? NOT_ON : NOT_BACK)
                        .of(around.name(), value(part), part.value("target")))
                : super.removed(around, part);
    }

    private static boolean handed(Part part) {
        return part.kind().matches(HANDED)
                && !part.value("target").isEmpty()
                && !value(part).isEmpty();
    }

    private static String value(Part part) {
        return cut(part.value("source") + part.value("sourceExpression"), "");
    }

    private Bilingual time(Edit edit, Bilingual name) {
        Part thing = edit.pair().thing().before();
        Bilingual from = time(edit.from());
        Bilingual to = time(edit.to());
        if (edit.pair()
                .around()
                .map(Pair::before)
                .map(Part::kind)
                .filter("camunda:taskListener"::equals)
                .isPresent()) {
            return REMINDER.of(name, from, to);
        }
        String step = thing.value("attachedToRef");
        return step.isEmpty() ? WAIT.of(name, from, to) : LIMIT.of(before.getOrDefault(step, name), from, to);
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
                .orElse(Names.quoted(cut(text, "")));
    }

    private Bilingual groups(Edit edit, Bilingual name) {
        List<String> gone = new ArrayList<>(groups(edit.from()));
        List<String> come = new ArrayList<>(groups(edit.to()));
        gone.removeAll(groups(edit.to()));
        come.removeAll(groups(edit.from()));
        if (gone.isEmpty() && come.isEmpty()) {
            return super.edited(edit).orElseThrow();
        }
        if (gone.isEmpty()) {
            return CAN.of(name, roles(come));
        }
        return come.isEmpty() ? CANNOT.of(name, roles(gone)) : INSTEAD.of(name, roles(gone), roles(come));
    }

    private static List<String> groups(String text) {
        if (text.length() > LONGEST_LIST) {
            return List.of(text);
        }
        return Stream.of(text.split(",(?![^(]*\\))"))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .limit(50)
                .toList();
    }

    private Bilingual roles(List<String> groups) {
        return groups.stream()
                .map(this::role)
                .reduce((one, other) -> new Bilingual(one.en() + ", " + other.en(), one.cy() + ", " + other.cy()))
                .orElseThrow();
    }

    private Bilingual role(String group) {
        Expression expression = Expression.of(group);
        return Optional.of(expression)
                .filter(call -> call.name().equals("group.named"))
                .flatMap(call -> call.texts().stream().findFirst())
                .flatMap(agencies::findRole)
                .map(role -> Names.quoted(role.name().en(), role.name().cy(), role.key()))
                .orElse(Names.quoted(cut(group, "")));
    }

    @Override
    Optional<Bilingual> idChanged(Pair pair) {
        boolean waits = pair.before().kind().matches(".*(Task|task|Event|Gateway|callActivity|subProcess)");
        return waits
                ? Optional.of(
                        RENAMED_STEP.of(pair.name(), id(pair.before(), pair.after()), id(pair.after(), pair.before())))
                : super.idChanged(pair);
    }

    @Override
    Optional<Bilingual> moved(Pair pair, Optional<Part> previous) {
        return Optional.of(previous.flatMap(Part::name)
                .map(earlier -> ASKED_LATER.of(pair.name(), earlier))
                .orElseGet(() -> ASKED_FIRST.of(pair.name())));
    }
}
