package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole set of models, ready to be walked: all procedures with their calls, tables and forms. */
final class Net {

    /** The procedure that every case begins with. */
    static final String ROOT = "safeguarding-case";

    private final String root;
    private final Map<String, Walkable> procedures;
    private final Map<String, List<Question>> questions;
    private final Wording wording;
    private final Tables tables;
    private final @Nullable Net whole;

    Net(Models models) {
        this.root = ROOT;
        this.procedures = new LinkedHashMap<>();
        this.questions = new HashMap<>();
        this.wording = new Wording();
        this.whole = null;
        for (Procedure procedure : models.procedures()) {
            procedures.putIfAbsent(procedure.id(), new Walkable(procedure));
        }
        for (FormFile form : models.forms()) {
            questions.putIfAbsent(form.id(), Question.of(form));
        }
        this.tables = new Tables(wording, models.decisions());
    }

    private Net(Net whole, Walkable root) {
        this.root = root.id();
        this.procedures = new LinkedHashMap<>();
        this.questions = whole.questions;
        this.wording = whole.wording;
        this.tables = whole.tables;
        this.whole = whole;
        include(root, whole);
    }

    private void include(Walkable procedure, Net from) {
        if (procedures.putIfAbsent(procedure.id(), procedure) == null) {
            procedure.steps().stream()
                    .filter(step -> step.kind() == NodeKind.CALL_ACTIVITY)
                    .forEach(call -> from.procedure(call.called()).ifPresent(called -> include(called, from)));
        }
    }

    /** One procedure with whatever it calls, for itself: from where it is called and with what is left open. */
    Net from(Walkable procedure) {
        return new Net(whole(), procedure);
    }

    /** The whole set, also where only a part of it is walked. */
    Net whole() {
        return whole == null ? this : whole;
    }

    /** The variables that calls hand to a procedure. */
    Stream<String> handedTo(Walkable called) {
        return procedures.values().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step ->
                        step.kind() == NodeKind.CALL_ACTIVITY && step.called().equals(called.id()))
                .flatMap(call -> call.handed("in").stream())
                .map(Step.Handed::target)
                .distinct();
    }

    /** From how many places a procedure is called. */
    long callsOf(Walkable called) {
        return procedures.values().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step ->
                        step.kind() == NodeKind.CALL_ACTIVITY && step.called().equals(called.id()))
                .count();
    }

    /** Whether what is walked begins with the concern. */
    boolean beginsWithTheConcern() {
        return root.equals(ROOT);
    }

    Wording wording() {
        return wording;
    }

    Tables tables() {
        return tables;
    }

    Collection<Walkable> procedures() {
        return procedures.values();
    }

    Optional<Walkable> procedure(String id) {
        return Optional.ofNullable(procedures.get(id));
    }

    Optional<Walkable> root() {
        return procedure(root);
    }

    /** Of every form. */
    Stream<Question> allQuestions() {
        return questions.values().stream().flatMap(List::stream);
    }

    /** The questions of a form; none where there is no such form. */
    List<Question> questions(String form) {
        return Objects.requireNonNull(questions.getOrDefault(form, List.of()));
    }
}
