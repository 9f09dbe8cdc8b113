package cymru.diogelu.worklist;

import cymru.diogelu.access.Person;
import cymru.diogelu.procedures.Procedures;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConcernController {

    private final Procedures procedures;

    ConcernController(Procedures procedures) {
        this.procedures = procedures;
    }

    @PostMapping("/api/v1/concerns")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Raise a concern",
            description =
                    "Opens one case for each child named in the answers to the form `concern`, all linked. With an"
                            + " Idempotency-Key the same person may send the same answers again and gets the same cases; other"
                            + " answers under the same key are refused with 409.")
    OpenedCases raise(
            @AuthenticationPrincipal Person person,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AnswersRequest request) {
        List<OpenedCase> cases =
                procedures.open(person.viewer(), request.required(), IdempotencyKey.checked(key)).stream()
                        .map(OpenedCase::new)
                        .toList();
        return new OpenedCases(cases);
    }

    record OpenedCases(List<OpenedCase> cases) {}

    record OpenedCase(String reference) {}
}
