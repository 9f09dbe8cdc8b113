package cymru.diogelu.worklist;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.worklist.drafts.Drafts;
import cymru.diogelu.worklist.drafts.TypedOn;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person has typed and not yet handed in, for programs; the task's page shows and keeps the same draft. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/draft")
class DraftController {

    /** A page could not show answers of such kinds again. */
    private static final Set<String> UNFIT = Set.of("wrongType", "unknownKey");

    private final Procedures procedures;
    private final Drafts drafts;
    private final ServiceClock clock;

    DraftController(Procedures procedures, Drafts drafts, ServiceClock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "One's own draft of a task",
            description = "What this person has typed so far, here or on the task's page; 404 when there is nothing.")
    Kept draft(@AuthenticationPrincipal Person person, @PathVariable String id) {
        procedures.task(person.viewer(), id);
        return drafts.draft(person.viewer().user(), id).map(this::kept).orElseThrow(NotFound::new);
    }

    @PostMapping
    @Operation(
            summary = "Keep a draft of a task",
            description =
                    "Kept encrypted for this person alone, gone with the submission, never in the record. Answers may be"
                            + " missing, too long or no real dates; only keys that the form does not have and values of the wrong type"
                            + " are refused. `version` is that of the draft that these answers began from, 0 when there was none:"
                            + " 409 when newer words were kept since, which stay. Without it whatever was kept is replaced.")
    ResponseEntity<Kept> keep(
            @AuthenticationPrincipal Person person, @PathVariable String id, @RequestBody Unfinished unfinished) {
        Viewer viewer = person.viewer();
        TaskDetail detail = procedures.task(viewer, id);
        Map<String, Object> answers = fitting(detail, unfinished.required());
        String reference = detail.task().caseReference();
        drafts.save(viewer, id, reference, answers, new TypedOn(null, unfinished.version))
                .ifPresent(newer -> {
                    throw new NewerDraft();
                });
        return ResponseEntity.of(drafts.draft(viewer.user(), id).map(this::kept));
    }

    private Map<String, Object> fitting(TaskDetail detail, Map<String, Object> answers) {
        List<FieldError> unfit = detail.form().judge(answers, detail.facts(), clock.instant()).errors().stream()
                .filter(error -> UNFIT.contains(error.code()))
                .toList();
        if (!unfit.isEmpty()) {
            throw new AnswersRefused(unfit);
        }
        return answers;
    }

    private Kept kept(Drafts.Draft draft) {
        return new Kept(
                draft.answers(),
                draft.version(),
                draft.savedAt().atZone(clock.getZone()).toOffsetDateTime());
    }

    /** Newer words of the same person were kept meanwhile; nothing was written over. */
    static final class NewerDraft extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Kept(Map<String, Object> answers, int version, OffsetDateTime savedAt) {}

    /** Answers by field key, and the version of the draft that they began from. */
    record Unfinished(@Nullable Map<String, Object> answers, @Nullable Integer version) {

        Map<String, Object> required() {
            return new AnswersRequest(answers).required();
        }
    }
}
