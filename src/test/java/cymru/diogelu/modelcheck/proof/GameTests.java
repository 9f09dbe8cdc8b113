package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.CaseEvent.Kind;
import cymru.diogelu.walk.PackagedFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the walks of {@link AgreementProcessTests} found the game to do otherwise than the engine, each by itself. */
class GameTests {

    private static final Net NET = new Net(Models.read(PackagedFiles.all()));
    private static final Map<String, Object> SAFE = Map.of("childSafeMeanwhile", "yes");

    @Test
    void takesTheDrawnWayToTheEventThatComes() {
        Walk walk = new Walk("evidence-preservation");
        walk.pass("boundaryEvent_keepEvidencePR06").answer("userTask_explainDelay", SAFE);

        walk.pass("event_workingDayElapsed");

        assertThat(walk.happened())
                .containsSequence(
                        "TAKEN escalate-overdue-step/flow_chasing_workingDayElapsed",
                        "ENTERED escalate-overdue-step/event_workingDayElapsed");
    }

    @Test
    void tellsWhoeverChasesALateStepThatItHasBeenDone() {
        Walk walk = new Walk("evidence-preservation");
        walk.pass("boundaryEvent_keepEvidencePR06").answer("userTask_explainDelay", SAFE);
        assertThat(walk.moves()).noneMatch(move -> move.boundary().equals("event_doneLate"));

        walk.answer("userTask_keepEvidence", Map.of("deviceHolder", "child"));

        assertThat(walk.happened())
                .contains("TAKEN escalate-overdue-step/flow_chasing_doneLate", "ENDED escalate-overdue-step");
    }

    @Test
    void asksTheCaseWhetherALateStepHasBeenDone() {
        Walk open = new Walk("evidence-preservation");
        open.pass("boundaryEvent_keepEvidencePR06").answer("userTask_explainDelay", SAFE);
        Walk done = new Walk("evidence-preservation");
        done.pass("boundaryEvent_keepEvidencePR06")
                .answer("userTask_keepEvidence", Map.of("deviceHolder", "child"))
                .answer("userTask_explainDelay", SAFE);

        assertThat(open.happened()).contains("TAKEN escalate-overdue-step/flow_stepDone_decideWhoMayExtend");
        assertThat(done.happened()).contains("TAKEN escalate-overdue-step/flow_stepDone_delayExplained");
    }

    @Test
    void leavesOpenWhetherAStepThatIsOfferedAnewIsLateAlready() {
        Walkable enquiry = NET.procedure("section-47-enquiry").orElseThrow();
        Token call = new Token(
                enquiry.step("callActivity_escalateDetermineEnquiryOutcomeDL09").orElseThrow(), "");
        Token determine =
                new Token(enquiry.step("userTask_determineEnquiryOutcome").orElseThrow(), "");
        Run caller = new Run(1, enquiry, null, null);
        caller.tokens.add(call);
        Run escalation = new Run(2, NET.procedure("escalate-overdue-step").orElseThrow(), caller, call);
        String late = escalation.lateStep().orElseThrow();

        assertThat(escalation.openLate(late)).hasValue(false);
        caller.tokens.add(determine);
        assertThat(escalation.openLate(late)).isEmpty();
        determine.passed.add("boundaryEvent_determineEnquiryOutcomeDL09");
        assertThat(escalation.openLate(late)).hasValue(true);
    }

    @Test
    void givesMoreTimeToTheRunOfTheLateStep() {
        Walk walk = new Walk("strategy-discussion");
        walk.pass("boundaryEvent_arrangeDiscussionDL07").answer("userTask_explainDelay", SAFE);

        walk.answer("userTask_decideMoreTime", Map.of("moreTime", "granted", "newDue", FormSpace.WRITTEN));

        assertThat(walk.noted())
                .filteredOn(noted -> noted.kind() == Kind.MORE_TIME)
                .extracting(Noted::run)
                .containsExactly("case");
    }

    @Test
    void keepsAnswersThatOnlyRouteOutOfTheFactsOfTheCase() {
        Slice slice = Slice.whole(NET);
        GameCase game = new GameCase(NET, slice, new Random(1));

        CaseState raised = game.begin(game.beginning()).get(0).state();

        assertThat(slice.facts()).contains("concernTypes", "welshOfferMade");
        assertThat(raised.facts).containsKey("welshOfferMade").doesNotContainKey("concernTypes");
    }

    @Test
    void readsInAFormWhatAHiddenQuestionWasKnownToBe() {
        Step offer = NET.procedure("ipa-active-offer")
                .flatMap(procedure -> procedure.step("userTask_makeAdvocacyOffer"))
                .orElseThrow();
        FormSpace space = Slice.whole(NET).space(offer);

        assertThat(reasonGiven(space, "no")).isTrue();
        assertThat(reasonGiven(space, "yes")).isFalse();
        assertThat(reasonGiven(space, null)).isFalse();
    }

    /** Whether a reason is asked of somebody who has not reached the child, and so has offered nothing. */
    private static boolean reasonGiven(FormSpace space, @Nullable Object welshOfferMade) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        space.factsRead().forEach(name -> facts.put(name, null));
        facts.put("welshOfferMade", welshOfferMade);
        List<Map<String, Object>> notReached =
                space.answers(facts, sofar -> sofar.stream().limit(2_000).toList()).stream()
                        .filter(answers -> "notReached".equals(answers.get("advocacyResponse")))
                        .toList();
        assertThat(notReached).isNotEmpty();
        return notReached.stream().anyMatch(answers -> answers.containsKey("reasonWelshNotOffered"));
    }

    @Test
    void knowsForWhomARepeatedStepCanBe() {
        assertThat(Slice.whole(NET).domains().of("reportAgency")).contains("social-worker");
    }

    /** A procedure walked by itself, from wherever it was called. */
    private static final class Walk {

        private final GameCase game;
        private GameCase.Stand stand;

        Walk(String procedure) {
            Net part = NET.from(NET.procedure(procedure).orElseThrow());
            this.game = new GameCase(part, Slice.whole(part), new Random(1));
            this.stand = game.begin(game.beginning()).get(0);
        }

        List<Move> moves() {
            return game.moves(stand);
        }

        Walk pass(String event) {
            return play(move -> move.boundary().equals(event), Map.of());
        }

        Walk answer(String task, Map<String, Object> answers) {
            return play(move -> move.step().endsWith("/" + task), answers);
        }

        private Walk play(java.util.function.Predicate<Move> which, Map<String, Object> answers) {
            Move found = moves().stream().filter(which).findFirst().orElseThrow();
            Move move = new Move(
                    found.path(),
                    found.what(),
                    found.step(),
                    found.member(),
                    answers,
                    found.chosen(),
                    found.boundary());
            stand = game.after(stand, move).get(0);
            return this;
        }

        List<Noted> noted() {
            return stand.scene().happened();
        }

        List<String> happened() {
            return noted().stream()
                    .map(noted -> noted.kind() + " " + noted.id())
                    .toList();
        }
    }
}
