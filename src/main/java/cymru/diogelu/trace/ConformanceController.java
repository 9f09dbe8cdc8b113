package cymru.diogelu.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.NotOnRecord;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.StatutoryRules;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConformanceController {

    private final CaseAccess access;
    private final CaseTrace trace;
    private final Conformance conformance;
    private final StatutoryRules rules;
    private final ServiceClock clock;

    ConformanceController(
            CaseAccess access, CaseTrace trace, Conformance conformance, StatutoryRules rules, ServiceClock clock) {
        this.access = access;
        this.trace = trace;
        this.conformance = conformance;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases/{reference}/conformance")
    @Operation(
            summary = "How every statutory rule stands in a case",
            description = "Worst first: `BROKEN` with the entry that breaks the rule and since when; `UNKNOWN` when an"
                    + " entry that matters cannot be read; `PENDING` when something is still owed in an open case, to"
                    + " which entry, since when, and until when where there is a limit; `KEPT`; and `NOT_APPLICABLE` when"
                    + " nothing happened that the rule speaks of. For auditors and the social services that carry the"
                    + " case: how a rule stands tells what was answered. `notOnRecord` names the invariants that no record of a"
                    + " case can show, and why.")
    ConformanceView conformance(@AuthenticationPrincipal Person person, @PathVariable String reference, Locale locale) {
        CaseTrace.Page page = trace.record(access.openAnswers(person.viewer(), reference, Look.CONFORMANCE));
        Language language = Language.of(locale);
        return new ConformanceView(
                reference,
                local(clock.instant()),
                page.intact(),
                conformance.of(page.entries()).stream()
                        .map(finding -> line(finding, language))
                        .toList(),
                rules.notOnRecord().stream()
                        .map(absent -> absent(absent, language))
                        .toList());
    }

    private static Line line(RuleFinding finding, Language language) {
        var rule = finding.rule();
        var entry = finding.entry();
        return new Line(
                rule.id(),
                rule.provision().id(),
                rule.provision().title().in(language),
                rule.sentence().in(language),
                finding.verdict(),
                entry == null ? null : entry.seq(),
                entry == null ? null : local(entry.at()),
                finding.since() == null ? null : local(finding.since()),
                rule.within(),
                finding.due() == null ? null : local(finding.due()));
    }

    private static Absent absent(NotOnRecord absent, Language language) {
        return new Absent(
                absent.invariant().id(),
                absent.invariant().title().in(language),
                absent.reason().in(language));
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }

    record ConformanceView(
            @JsonProperty("case") String caseReference,
            OffsetDateTime checked,
            boolean intact,
            List<Line> findings,
            List<Absent> notOnRecord) {}

    /**
     * How one rule stands.
     *
     * @param basis the id of the invariant or the limit that the rule comes from
     * @param text what the rule asks
     * @param entry the number of the entry that breaks the rule, or to which something is owed
     * @param at when that entry was written
     * @param provision the limit within which something is owed
     */
    record Line(
            String rule,
            String basis,
            String title,
            String text,
            RuleFinding.Verdict verdict,
            @Nullable Long entry,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime since,
            @Nullable String provision,
            @Nullable OffsetDateTime due) {}

    /** An invariant that no record can show. */
    record Absent(String invariant, String title, String reason) {}
}
