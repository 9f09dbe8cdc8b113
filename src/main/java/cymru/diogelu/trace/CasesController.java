package cymru.diogelu.trace;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.ServiceClock;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CasesController {

    private static final int PAGE = 50;

    private final CaseAccess access;

    CasesController(CaseAccess access) {
        this.access = access;
    }

    @GetMapping("/api/v1/cases")
    @Operation(
            summary = "All cases, for auditors only",
            description =
                    "In the order of references, 50 a page: `next` is the `after` of the page that follows, and is absent on the last.")
    Listed cases(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String after) {
        List<SafeguardingCase> found = access.all(person.viewer(), after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Line> lines = found.stream().limit(PAGE).map(CasesController::line).toList();
        return new Listed(lines, more ? lines.get(PAGE - 1).reference() : null);
    }

    private static Line line(SafeguardingCase found) {
        return new Line(
                found.reference().value(),
                found.status().name().toLowerCase(Locale.ROOT),
                found.outcome(),
                found.authority(),
                local(found.openedAt()),
                found.closedAt() == null ? null : local(found.closedAt()));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }

    record Listed(List<Line> cases, @Nullable String next) {}

    record Line(
            String reference,
            String status,
            @Nullable String outcome,
            String authority,
            OffsetDateTime opened,
            @Nullable OffsetDateTime closed) {}
}
