package cymru.diogelu.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AccessLogController {

    private final CaseAccess access;
    private final CaseTrace trace;
    private final AccessText texts;

    AccessLogController(CaseAccess access, CaseTrace trace, AccessText texts) {
        this.access = access;
        this.trace = trace;
        this.texts = texts;
    }

    @GetMapping("/api/v1/cases/{reference}/access-log")
    @Operation(
            summary = "Who looked at a case, for auditors only",
            description =
                    "In order, at most 500 looks a page: `next` is the `after` of the page that follows, and is absent on"
                            + " the last. Reading it is a look as well, and is the last one then. `intact` says whether the"
                            + " record of looks is as it was written.")
    AccessLog looks(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long after,
            Locale locale) {
        OpenedCase opened = access.audit(person.viewer(), reference, Look.ACCESS_LOG, Map.of());
        CaseTrace.Page page = trace.looks(opened, after);
        return new AccessLog(
                page.intact(),
                page.entries().stream().map(look -> line(look, locale)).toList(),
                page.next());
    }

    private LookLine line(Entry look, Locale locale) {
        return new LookLine(
                look.seq(),
                look.at().atZone(ServiceClock.LONDON).toOffsetDateTime(),
                look.actor(),
                look.kind(),
                look.body().get("what"),
                look.body().get("sought"),
                texts.of(look, locale));
    }

    record AccessLog(boolean intact, List<LookLine> entries, @Nullable Long next) {}

    /**
     * One look.
     *
     * @param what which part of the case
     * @param sought what was searched for, where the case was found by a search
     */
    record LookLine(
            long seq,
            OffsetDateTime at,
            Actor actor,
            String kind,
            @Nullable Object what,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object sought,
            String text) {}
}
