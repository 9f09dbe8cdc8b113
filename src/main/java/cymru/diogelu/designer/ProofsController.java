package cymru.diogelu.designer;

import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelProofs;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The proofs of the law on proposed sets, by program. */
@RestController
@RequestMapping("/api/v1/models/deployments/{number}/proofs")
class ProofsController {

    private final ProofRuns proofs;

    ProofsController(ProofRuns proofs) {
        this.proofs = proofs;
    }

    /**
     * What was proved.
     *
     * @param proved the ids of the statutory rules that hold in every state a case can come to
     * @param open the rules and procedures of which it is not known
     */
    record Proved(
            String state,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime endedAt,
            List<String> proved,
            List<String> open,
            long states,
            List<Broken> broken,
            @Nullable String fault,
            @Nullable String reason) {}

    /**
     * Something that is wrong, and the shortest way there.
     *
     * @param scenario a file of the scenario book on which the engine comes there, as YAML
     */
    record Broken(String subject, ModelsController.Found finding, List<Step> way, @Nullable String scenario) {

        static Broken of(ModelProofs.Found found, Language language) {
            return new Broken(
                    found.subject(),
                    ModelsController.Found.of(found.finding(), language),
                    found.way().stream()
                            .map(passed -> new Step(
                                    passed.procedure(),
                                    passed.element(),
                                    passed.what().in(language)))
                            .toList(),
                    found.deeds().isEmpty() ? null : CounterexampleStory.yaml(found));
        }
    }

    record Step(String procedure, String element, String what) {}

    @GetMapping
    @Operation(
            summary = "What was proved of the law on a proposed set",
            description =
                    "The statutory rules that hold in every state that a case can come to, those that it can break, each with the"
                            + " shortest way there, and those of which it is not known. For designers and auditors.")
    Proved proved(@AuthenticationPrincipal Person person, @PathVariable long number, Locale locale) {
        ProofRun run = proofs.find(person.viewer(), number).orElseThrow(() -> new NoSuchProposal(number));
        ModelProofs.Result result = proofs.result(person.viewer(), number)
                .orElse(new ModelProofs.Result(List.of(), List.of(), List.of(), List.of(), List.of(), 0));
        return new Proved(
                run.state().name().toLowerCase(Locale.ROOT),
                local(run.askedAt()),
                run.endedAt() == null ? null : local(run.endedAt()),
                result.proved(),
                Stream.concat(result.notProved().stream(), result.notSound().stream())
                        .toList(),
                result.states(),
                result.found().stream()
                        .map(found -> Broken.of(found, Language.of(locale)))
                        .toList(),
                run.fault(),
                run.reason());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Try the proofs on a proposed set once more",
            description = "Where nothing came of them. 409 otherwise. For designers.")
    void again(@AuthenticationPrincipal Person person, @PathVariable long number) {
        proofs.again(person.viewer(), number);
    }

    /** Why something may be left open. */
    record Excuse(@Nullable String reason) {}

    @PostMapping("/reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say why a proposed set may go into force although not all is proved",
            description =
                    "By whoever proposes it; who approves it judges the reason. A set that breaks the law cannot be excused. For"
                            + " designers.")
    void explain(@AuthenticationPrincipal Person person, @PathVariable long number, @RequestBody Excuse excuse) {
        proofs.explain(person.viewer(), number, excuse.reason() == null ? "" : excuse.reason());
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }
}
