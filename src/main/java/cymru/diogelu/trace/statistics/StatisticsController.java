package cymru.diogelu.trace.statistics;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.language.Language;
import cymru.diogelu.trace.statistics.Compliance.Fate;
import cymru.diogelu.trace.statistics.Statistics.Freshness;
import cymru.diogelu.trace.statistics.Statistics.NamedDate;
import cymru.diogelu.trace.statistics.Statistics.NamedRuling;
import io.swagger.v3.oas.annotations.Operation;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/statistics")
class StatisticsController {

    private static final String CSV = "text/csv";
    private static final String PUBLISHED =
            " `published=true` keeps small numbers back: 1 to 4 become `<5`, and whatever"
                    + " they could be worked out from `withheld`; it takes one year from April to March and an authority at most.";

    private final Statistics statistics;
    private final StatisticsLines lines;
    private final StatisticsTables tables;

    StatisticsController(Statistics statistics, StatisticsLines lines, StatisticsTables tables) {
        this.statistics = statistics;
        this.lines = lines;
        this.tables = tables;
    }

    record Deadlines(Freshness freshness, Grouping by, boolean published, List<ComplianceLines.Line> rows) {}

    record Way(
            Freshness freshness,
            boolean published,
            List<StatisticsLines.StageLine> stages,
            List<StatisticsLines.StageLine> otherWays) {}

    record Measured(Freshness freshness, boolean published, List<StatisticsLines.MeasureLine> measures) {}

    record Named(List<NamedDate> dates, @Nullable String next) {}

    record InPart(List<String> cases) {}

    @GetMapping(path = "/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How statutory dates were kept, for auditors only",
            description =
                    "Of the dates that fall due in the months from `from` to `to`, `2027-04`, in Europe/London, a row"
                            + " for each provision, step, agency, team, authority or month, and the total last. A date is judged by"
                            + " the day first set: `met`; `missed`, which is `late`, `neverDone` and `openLate` together; `open`; or"
                            + " `withdrawn` before it came. Lengths are nearest-rank medians and ninetieth percentiles."
                            + PUBLISHED)
    Deadlines deadlines(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "provision") Grouping by,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String provision,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        Scope scope = scope(from, to, authority, agency, provision, published);
        Freshness freshness = statistics.refresh(person.viewer(), scope);
        return new Deadlines(
                freshness,
                by,
                published,
                lines.compliance(statistics.compliance(person.viewer(), by, scope), published, locale));
    }

    @GetMapping(path = "/deadlines", produces = CSV)
    @Operation(summary = "The same as a table")
    ResponseEntity<StreamingResponseBody> deadlinesTable(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "provision") Grouping by,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String provision,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        Deadlines answer = deadlines(person, by, from, to, authority, agency, provision, published, locale);
        return tables.deadlines(answer.rows());
    }

    @GetMapping("/deadlines/cases")
    @Operation(
            summary = "The dates behind a number of the table of deadlines, for auditors only",
            description =
                    "At most about 50, by case; `next` is the `after` of the page that follows. That a case was named"
                            + " is recorded among the looks at it.")
    Named cases(
            @AuthenticationPrincipal Person person,
            @RequestParam Grouping by,
            @RequestParam String key,
            @RequestParam(required = false) @Nullable Set<Fate> fate,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String provision,
            @RequestParam(defaultValue = "") String after) {
        Scope scope = scope(from, to, authority, agency, provision, false);
        statistics.refresh(person.viewer(), scope);
        Set<Fate> fates = fate == null || fate.isEmpty() ? Set.of(Fate.values()) : fate;
        Statistics.Behind behind = statistics.behind(person.viewer(), by, key, fates, scope, after);
        return new Named(behind.dates(), behind.next());
    }

    @GetMapping(path = "/funnel", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How far cases came from the concern to the register, for auditors only",
            description =
                    "Of the cases that were opened in the months from `from` to `to`: how many came to each stage, how"
                            + " many came no further, and how long it took from the stage before. What is published tells only how"
                            + " many came no further." + PUBLISHED)
    Way funnel(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        Scope scope = scope(from, to, authority, null, null, published);
        Freshness freshness = statistics.refresh(person.viewer(), scope);
        Funnel funnel = statistics.funnel(person.viewer(), scope);
        return new Way(
                freshness,
                published,
                lines.stages(funnel.stages(), published, locale),
                published ? List.of() : lines.stages(funnel.otherWays(), false, locale));
    }

    @GetMapping(path = "/funnel", produces = CSV)
    @Operation(summary = "The same as a table")
    ResponseEntity<StreamingResponseBody> funnelTable(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        Way answer = funnel(person, from, to, authority, published, locale);
        return tables.funnel(answer.stages(), answer.otherWays());
    }

    @GetMapping(path = "/measures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What the Welsh performance framework asks, as far as the record gives it, for auditors only",
            description = "Counted by when it happened, in the months from `from` to `to`. Where `onRecord` is false no"
                    + " procedure that is walked today records it, and there is no number." + PUBLISHED)
    Measured measures(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        Scope scope = scope(from, to, authority, null, null, published);
        Freshness freshness = statistics.refresh(person.viewer(), scope);
        return new Measured(
                freshness, published, lines.measures(statistics.measures(person.viewer(), scope), published, locale));
    }

    @GetMapping(path = "/measures", produces = CSV)
    @Operation(summary = "The same as a table")
    ResponseEntity<StreamingResponseBody> measuresTable(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "false") boolean published,
            Locale locale) {
        return tables.measures(
                measures(person, from, to, authority, published, locale).measures());
    }

    @GetMapping("/counted-in-part")
    @Operation(
            summary = "Cases of which not every entry could be counted, for auditors only",
            description =
                    "At most 50: an entry cannot be read, or is not as it was written. That a case was named is recorded"
                            + " among the looks at it.")
    InPart countedInPart(
            @AuthenticationPrincipal Person person, @RequestParam(required = false) @Nullable String authority) {
        Viewer viewer = person.viewer();
        Scope scope = scope(null, null, authority, null, null, false);
        statistics.refresh(viewer, scope);
        return new InPart(statistics.countedInPart(viewer, scope));
    }

    /** How a rule stands over all cases. */
    record RuleLine(String rule, String basis, String sentence, int broken, int unknown) {}

    record Rules(Freshness freshness, List<RuleLine> rules) {}

    @GetMapping("/rules")
    @Operation(
            summary = "The statutory rules that are not kept in some case, for auditors only",
            description =
                    "Of the cases that were opened in the months from `from` to `to`: how many break each rule, and in how"
                            + " many it cannot be judged because an entry that matters cannot be read.")
    Rules rules(
            @AuthenticationPrincipal Person person,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            Locale locale) {
        Scope scope = scope(from, to, authority, null, null, false);
        Freshness freshness = statistics.refresh(person.viewer(), scope);
        Language language = Language.of(locale);
        return new Rules(
                freshness,
                statistics.rules(person.viewer(), scope).stream()
                        .map(count -> new RuleLine(
                                count.rule().id(),
                                count.rule().provision().id(),
                                count.rule().sentence().in(language),
                                count.broken(),
                                count.unknown()))
                        .toList());
    }

    record NotKeeping(List<NamedRuling> cases, @Nullable String next) {}

    @GetMapping("/rules/cases")
    @Operation(
            summary = "The cases that do not keep a statutory rule, for auditors only",
            description =
                    "At most 50, by case; `next` is the `after` of the page that follows. That a case was named is recorded"
                            + " among the looks at it.")
    NotKeeping notKeeping(
            @AuthenticationPrincipal Person person,
            @RequestParam String rule,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            @RequestParam(defaultValue = "") String after) {
        Scope scope = scope(from, to, authority, null, null, false);
        statistics.refresh(person.viewer(), scope);
        List<NamedRuling> cases = statistics.notKeeping(person.viewer(), rule, scope, after);
        return new NotKeeping(
                cases,
                cases.size() < Statistics.PAGE
                        ? null
                        : cases.get(cases.size() - 1).reference());
    }

    static Scope scope(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            @Nullable String authority,
            @Nullable String agency,
            @Nullable String provision,
            boolean published) {
        try {
            Scope scope = new Scope(from, to, authority, agency, provision);
            if (published && !scope.publishable()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return scope;
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, wrong);
        }
    }
}
