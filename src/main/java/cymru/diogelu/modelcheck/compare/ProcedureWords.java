package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Provisions;
import java.util.Map;
import java.util.Optional;

/** How differences of procedures are told. */
final class ProcedureWords extends Words {

    private static final Sentence ENDS = new Sentence(
            "%1$s now ends the step; before it went on.",
            "Mae %1$s bellach yn dod â’r cam i ben; o’r blaen âi’r cam yn ei flaen.");
    private static final Sentence GOES_ON = new Sentence(
            "%1$s no longer ends the step, which goes on beside it.",
            "Nid yw %1$s bellach yn dod â’r cam i ben; mae’r cam yn mynd yn ei flaen.");
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

    private static final Sentence DEFAULT_NOW = new Sentence(
            "At %1$s, where no condition holds, %3$s is now taken.",
            "Yn %1$s, lle nad oes amod yn dal, dilynir bellach %3$s.");
    private static final Sentence NO_DEFAULT = new Sentence(
            "At %1$s, where no condition holds, %2$s is no longer taken.",
            "Yn %1$s, lle nad oes amod yn dal, ni ddilynir bellach %2$s.");
    private static final Sentence REFERS =
            new Sentence("In %s %s changes from %s to %s.", "Yn %s, newidir %s o %s i %s.");

    /** What is said of a task that comes or goes, after that it does. */
    private record Whole(Sentence by, Sentence byWith, Sentence byNobody) {}

    private static final Whole ADDED = new Whole(
            new Sentence("%s; %s can take it.", "%s; gall %s ei chymryd."),
            new Sentence(
                    "%s; %s can take it, and answers the form ‘%s’.",
                    "%s; gall %s ei chymryd, ac ateb y ffurflen ‘%s’."),
            new Sentence("%s; nobody can take it.", "%s; ni all neb ei chymryd."));
    private static final Whole REMOVED = new Whole(
            new Sentence("%s; %s could take it.", "%s; gallai %s ei chymryd."),
            new Sentence(
                    "%s; %s could take it, and answered the form ‘%s’.",
                    "%s; gallai %s ei chymryd, ac ateb y ffurflen ‘%s’."),
            new Sentence("%s; nobody could take it.", "%s; ni allai neb ei chymryd."));

    private static final Map<String, Sentence> REFERENCES =
            Map.of("targetRef", LEADS, "sourceRef", COMES, "attachedToRef", ATTACHED);

    /** Where a case can be when the models change. */
    private static final String WAITS =
            "(user|service|send|receive|manual|script)?[Tt]ask|callActivity|[a-zA-Z]*[sS]ubProcess"
                    + "|boundaryEvent|intermediateCatchEvent|(parallel|inclusive|eventBased|complex)Gateway";

    private final Map<String, Bilingual> before;
    private final Map<String, Bilingual> after;
    private final Differing sets;
    private final TimeWords times;
    private final GroupWords groups;

    /** @param sets what the procedures and tables are called that both sets have besides this procedure */
    ProcedureWords(
            Map<String, Bilingual> before,
            Map<String, Bilingual> after,
            Differing sets,
            Provisions provisions,
            Agencies agencies) {
        this.before = before;
        this.after = after;
        this.sets = sets;
        this.times = new TimeWords(before, provisions);
        this.groups = new GroupWords(agencies);
    }

    @Override
    Optional<Bilingual> edited(Edit edit) {
        Bilingual name = edit.pair().name();
        return switch (edit.leaf()) {
            case "timeDate", "timeDuration", "timeCycle" ->
                edit.replaced() ? Optional.of(times.replaced(edit, name)) : super.edited(edit);
            case "cancelActivity" ->
                ends(edit.from()) == ends(edit.to())
                        ? super.edited(edit)
                        : Optional.of((ends(edit.to()) ? ENDS : GOES_ON).of(name));
            case "camunda:candidateGroups" -> groups.edited(edit, name).or(() -> super.edited(edit));
            case "targetRef", "sourceRef", "attachedToRef" ->
                edit.replaced() ? Optional.of(reference(edit, name)) : super.edited(edit);
            case "default" -> Optional.of(reference(edit, name));
            case "escalationRef", "messageRef", "errorRef", "signalRef" ->
                edit.replaced() ? Optional.of(refers(edit, name)) : super.edited(edit);
            case "calledElement", "camunda:decisionRef" -> called(edit, name).or(() -> super.edited(edit));
            case "source", "sourceExpression", "target" ->
                HandedWords.edited(edit, name).or(() -> super.edited(edit));
            default -> super.edited(edit);
        };
    }

    /** As BPMN has it where the file does not say. */
    private static boolean ends(String cancelActivity) {
        return !cancelActivity.equals("false");
    }

    private Bilingual reference(Edit edit, Bilingual name) {
        Bilingual from = before.getOrDefault(edit.from(), Names.quoted(edit.from()));
        Bilingual to = after.getOrDefault(edit.to(), Names.quoted(edit.to()));
        if (edit.leaf().equals("default")) {
            return (edit.replaced() ? DEFAULT : edit.after().isPresent() ? DEFAULT_NOW : NO_DEFAULT).of(name, from, to);
        }
        return REFERENCES.getOrDefault(edit.leaf(), ATTACHED).of(name, from, to);
    }

    /** By the names of what is called; empty where a set has no such thing, or both are called the same. */
    private Optional<Bilingual> called(Edit edit, Bilingual name) {
        Optional<Bilingual> from = sets.beforeNames().named(edit.leaf(), edit.from());
        Optional<Bilingual> to = sets.afterNames().named(edit.leaf(), edit.to());
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of(REFERS.of(name, Nouns.leaf(edit), from.get(), to.get()));
    }

    private Bilingual refers(Edit edit, Bilingual name) {
        Bilingual from = before.getOrDefault(edit.from(), Names.quoted(edit.from()));
        Bilingual to = after.getOrDefault(edit.to(), Names.quoted(edit.to()));
        return REFERS.of(name, Nouns.leaf(edit), from, to);
    }

    @Override
    Optional<Bilingual> added(Pair around, Part part) {
        return HandedWords.added(around, part)
                .or(() -> super.added(around, part).map(told -> task(part, told, ADDED)));
    }

    @Override
    Optional<Bilingual> removed(Pair around, Part part) {
        return HandedWords.removed(around, part)
                .or(() -> super.removed(around, part).map(told -> task(part, told, REMOVED)));
    }

    /** With whoever can take the task, and its form; its limit is told with the event that ends it. */
    private Bilingual task(Part part, Bilingual told, Whole whole) {
        if (!part.kind().equals("userTask")) {
            return told;
        }
        Optional<Bilingual> roles = groups.all(part.value("camunda:candidateGroups"));
        String form = cut(part.value("camunda:formRef"), "");
        Bilingual start = new Bilingual(stop(told.en()), stop(told.cy()));
        return roles.map(who -> form.isEmpty() ? whole.by.of(start, who) : whole.byWith.of(start, who, form))
                .orElseGet(() -> whole.byNobody.of(start));
    }

    private static String stop(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    @Override
    Optional<Bilingual> idChanged(Pair pair) {
        return pair.before().kind().matches(WAITS)
                ? Optional.of(
                        RENAMED_STEP.of(pair.name(), id(pair.before(), pair.after()), id(pair.after(), pair.before())))
                : super.idChanged(pair);
    }

    @Override
    Optional<Bilingual> moved(Pair pair, Optional<Part> previous) {
        if (!pair.before().kind().equals("sequenceFlow")) {
            return super.moved(pair, previous);
        }
        return Optional.of(previous.flatMap(Part::name)
                .map(earlier -> ASKED_LATER.of(pair.name(), earlier))
                .orElseGet(() -> ASKED_FIRST.of(pair.name())));
    }
}
