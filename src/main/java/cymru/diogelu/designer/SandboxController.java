package cymru.diogelu.designer;

import com.fasterxml.jackson.annotation.JsonProperty;
import cymru.diogelu.access.Person;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A case that a designer walks by hand in a sandbox of their own. */
@RestController
@RequestMapping("/api/v1/models/sandbox")
class SandboxController {

    private static final String ANSWERS =
            " `answers` are what differs from the usual answers of the scenario book; null takes one away.";

    private final Sandboxes sandboxes;

    SandboxController(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /** Which set to walk on, the one in force where no proposal is named, and the first instant. */
    record Wanted(@Nullable Long proposal, OffsetDateTime at) {}

    /**
     * Where the walk stands.
     *
     * @param state none, starting, failed or ready
     * @param steps how many there were since the concern
     * @param standing the case as the API of cases tells it
     * @param path its way as the API of cases tells it
     */
    record Stands(
            String state, @Nullable String now, int steps, Map<String, Object> standing, Map<String, Object> path) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Start a sandbox",
            description =
                    "A process of its own with an invented case and a clock that stands until it is moved; in the place of the"
                            + " sandbox that this designer had. It takes some seconds. 409 while too many are in use. For designers.")
    Stands start(@AuthenticationPrincipal Person person, @RequestBody Wanted wanted, Locale locale) {
        sandboxes.start(person.viewer(), wanted.proposal(), wanted.at());
        return stands(person, locale);
    }

    @GetMapping
    @Operation(
            summary = "Where the walk in the sandbox stands",
            description = "The clock, the case with its open tasks, and its way so far. For designers.")
    Stands stands(@AuthenticationPrincipal Person person, Locale locale) {
        String language = language(locale);
        return sandboxes
                .use(person.viewer())
                .map(sandbox -> new Stands(
                        "ready", sandbox.now(), sandbox.steps(), sandbox.standing(language), sandbox.path(language)))
                .orElseGet(() -> new Stands(
                        sandboxes.state(person.viewer()).name().toLowerCase(Locale.ROOT), null, 0, Map.of(), Map.of()));
    }

    /** @param by the group that raises it, such as {@code education.W06000015} */
    record Concern(String by, @Nullable Map<String, @Nullable Object> answers) {}

    @PostMapping("/concern")
    @Operation(
            summary = "Raise the concern that the walk begins with",
            description = "As any group." + ANSWERS + " For designers.")
    Stands raise(@AuthenticationPrincipal Person person, @RequestBody Concern concern, Locale locale) {
        used(person).raise(concern.by(), answers(concern.answers()), language(locale));
        return stands(person, locale);
    }

    @GetMapping("/tasks/{id}")
    @Operation(
            summary = "A task in the sandbox with its form",
            description = "As the group that is asked sees it in the API of tasks. For designers.")
    Map<String, Object> task(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        return used(person).task(id, language(locale));
    }

    record Submission(@Nullable Map<String, @Nullable Object> answers) {}

    @PostMapping("/tasks/{id}/submission")
    @Operation(
            summary = "Answer a task in the sandbox as the group that is asked",
            description = ANSWERS + " 422 with the faults of the form. For designers.")
    Stands submit(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestBody Submission submission,
            Locale locale) {
        used(person).submit(id, answers(submission.answers()), language(locale));
        return stands(person, locale);
    }

    /** @param until an instant with offset, or a length of time such as {@code P2D} */
    record Passing(@JsonProperty("wait") String until) {}

    @PostMapping("/clock")
    @Operation(
            summary = "Let time pass in the sandbox",
            description = "Forward only; what falls due on the way happens. For designers.")
    Stands await(@AuthenticationPrincipal Person person, @RequestBody Passing passing, Locale locale) {
        used(person).await(passing.until(), language(locale));
        return stands(person, locale);
    }

    @GetMapping(path = "/scenario", produces = MediaType.APPLICATION_YAML_VALUE)
    @Operation(
            summary = "The walk as a scenario",
            description =
                    "A file of the scenario book that holds when it is run: what was given, who submitted what, how time passed,"
                            + " who was asked by when, and the end that was reached. For designers.")
    ResponseEntity<String> scenario(
            @AuthenticationPrincipal Person person, @RequestParam String en, @RequestParam String cy) {
        if (en.isBlank() || cy.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String yaml = used(person).scenario(new Bilingual(en, cy));
        ContentDisposition download =
                ContentDisposition.attachment().filename("walk.yaml").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(MediaType.APPLICATION_YAML)
                .body(yaml);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the sandbox", description = "The walk is lost unless it was kept. For designers.")
    void end(@AuthenticationPrincipal Person person) {
        sandboxes.end(person.viewer());
    }

    /** What the program in the sandbox says, in its own words and with its own status. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(SandboxRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatus(refused.status());
        problem.setTitle(String.valueOf(refused.problem().get("title")));
        problem.setDetail(String.valueOf(refused.problem().get("detail")));
        problem.setProperty("errors", refused.problem().get("errors"));
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Sandbox used(Person person) {
        return sandboxes.use(person.viewer()).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    }

    private static Map<String, Object> answers(@Nullable Map<String, @Nullable Object> sent) {
        return sent == null ? Map.of() : new HashMap<>(sent);
    }

    private static String language(Locale locale) {
        return Language.of(locale) == Language.CY ? "cy" : "en";
    }
}
