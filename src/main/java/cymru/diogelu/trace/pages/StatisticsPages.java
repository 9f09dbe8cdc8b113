package cymru.diogelu.trace.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.trace.statistics.Compliance;
import cymru.diogelu.trace.statistics.Compliance.Fate;
import cymru.diogelu.trace.statistics.Funnel;
import cymru.diogelu.trace.statistics.Grouping;
import cymru.diogelu.trace.statistics.MapDrawing;
import cymru.diogelu.trace.statistics.ProcessMap;
import cymru.diogelu.trace.statistics.Scope;
import cymru.diogelu.trace.statistics.Statistics;
import cymru.diogelu.trace.statistics.StatisticsLines;
import cymru.diogelu.trace.statistics.StatisticsText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What all records together show, as pages for auditors: tables with their charts, and what stands behind each number. */
@Controller
class StatisticsPages {

    private static final Set<Fate> MISSED = EnumSet.of(Fate.LATE, Fate.NEVER_DONE, Fate.OPEN_LATE);

    private final Statistics statistics;
    private final StatisticsLines lines;
    private final StatisticsText texts;
    private final MapDrawing drawing;
    private final Agencies agencies;
    private final MessageSource messages;

    StatisticsPages(
            Statistics statistics,
            StatisticsLines lines,
            StatisticsText texts,
            MapDrawing drawing,
            Agencies agencies,
            MessageSource messages) {
        this.statistics = statistics;
        this.lines = lines;
        this.texts = texts;
        this.drawing = drawing;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** What an address asks for, as it was typed. */
    record Sought(Grouping by, String from, String to, String authority) {

        static Sought of(Map<String, String> typed) {
            return new Sought(
                    Stream.of(Grouping.values())
                            .filter(grouping -> grouping.name().equals(typed.get("by")))
                            .findFirst()
                            .orElse(Grouping.PROVISION),
                    typed.getOrDefault("from", ""),
                    typed.getOrDefault("to", ""),
                    typed.getOrDefault("authority", ""));
        }

        /** @throws ResponseStatusException with 400 for months or an authority that cannot be */
        Scope scope() {
            try {
                return new Scope(month(from), month(to), authority.isEmpty() ? null : authority, null, null);
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, wrong);
            }
        }

        private static @Nullable YearMonth month(String typed) {
            return typed.isEmpty() ? null : YearMonth.parse(typed);
        }
    }

    /**
     * A line of the compliance table.
     *
     * @param share of those judged, the part that was met, in per cent; null where none was
     */
    record DateLine(
            String key,
            String name,
            int met,
            int missed,
            int openLate,
            int open,
            int withdrawn,
            int extended,
            int all,
            @Nullable Double share,
            String median,
            String tail,
            String lateMedian,
            String lateTail) {}

    /** A line of the funnel; {@code share} of the first stage's cases, in per cent. */
    record StageLine(String name, String source, int cases, int furthest, long share, String median, String tail) {}

    @GetMapping("/statistics")
    String statistics(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale) {
        Sought asked = Sought.of(typed);
        Scope scope = asked.scope();
        model.addAttribute("freshness", statistics.refresh(person.viewer(), scope));
        model.addAttribute("asked", asked);
        model.addAttribute("groupings", Grouping.values());
        model.addAttribute("authorities", authorities(locale));
        model.addAttribute("lines", dates(statistics.compliance(person.viewer(), asked.by(), scope), locale));
        Funnel funnel = statistics.funnel(person.viewer(), scope);
        model.addAttribute("stages", stages(funnel.stages(), locale));
        model.addAttribute("otherWays", stages(funnel.otherWays(), locale));
        model.addAttribute("measures", lines.measures(statistics.measures(person.viewer(), scope), false, locale));
        model.addAttribute(
                "rules",
                statistics.rules(person.viewer(), scope).stream()
                        .map(count -> RuleLine.of(count, Language.of(locale)))
                        .toList());
        model.addAttribute("maps", maps(person, locale));
        return "statistics";
    }

    private Map<String, String> authorities(Locale locale) {
        Map<String, String> named = new TreeMap<>();
        Language language = Language.of(locale);
        agencies.authorities().forEach(authority -> named.put(authority.name().in(language), authority.gss()));
        return named;
    }

    private Map<String, String> maps(Person person, Locale locale) {
        Map<String, String> named = new TreeMap<>();
        statistics
                .walked(person.viewer())
                .forEach(process -> named.put(texts.procedure(process, Language.of(locale)), process));
        return named;
    }

    private List<DateLine> dates(Compliance compliance, Locale locale) {
        return Stream.concat(compliance.rows().stream(), Stream.of(compliance.total()))
                .map(row -> new DateLine(
                        row.key(),
                        texts.line(compliance.by(), row.key(), locale),
                        row.met(),
                        row.missed(),
                        row.openLate(),
                        row.open(),
                        row.withdrawn(),
                        row.extended(),
                        row.all(),
                        row.shareMet(),
                        length(row.taken().median(), locale),
                        length(row.taken().ninetieth(), locale),
                        length(row.lateness().median(), locale),
                        length(row.lateness().ninetieth(), locale)))
                .toList();
    }

    private List<StageLine> stages(List<Funnel.Stage> stages, Locale locale) {
        int first =
                Math.max(1, stages.stream().mapToInt(Funnel.Stage::cases).max().orElse(1));
        return stages.stream()
                .map(stage -> new StageLine(
                        texts.milestone(stage.milestone(), locale),
                        stage.milestone().source(),
                        stage.cases(),
                        stage.furthest(),
                        Math.round(stage.cases() * 100.0 / first),
                        length(stage.sincePrevious().median(), locale),
                        length(stage.sincePrevious().ninetieth(), locale)))
                .toList();
    }

    private String length(@Nullable Duration length, Locale locale) {
        if (length == null) {
            return messages.getMessage("statistics.none", null, locale);
        }
        Object[] parts = {length.toDays(), length.toHoursPart(), length.toMinutesPart()};
        String form = length.toDays() > 0 ? "days" : length.toHours() > 0 ? "hours" : "minutes";
        return messages.getMessage("statistics.length." + form, parts, locale);
    }

    /** The dates behind a number; that each case was named is recorded in it. */
    @GetMapping("/statistics/cases")
    String cases(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam String key,
            @RequestParam(defaultValue = "false") boolean missed,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        Sought asked = Sought.of(typed);
        Set<Fate> fates = missed ? MISSED : EnumSet.allOf(Fate.class);
        statistics.refresh(person.viewer(), asked.scope());
        Statistics.Behind found = statistics.behind(person.viewer(), asked.by(), key, fates, asked.scope(), after);
        model.addAttribute("asked", asked);
        model.addAttribute("key", key);
        model.addAttribute("missed", missed);
        model.addAttribute("name", texts.line(asked.by(), key, locale));
        model.addAttribute(
                "found",
                found.dates().stream()
                        .map(date -> new Behind(date, texts.line(Grouping.STEP, date.step(), locale)))
                        .toList());
        model.addAttribute("next", found.next());
        return "statistics-cases";
    }

    record Behind(Statistics.NamedDate date, String step) {}

    @GetMapping("/statistics/map/{process}")
    String map(
            @AuthenticationPrincipal Person person,
            @PathVariable String process,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale) {
        Scope scope = Sought.of(typed).scope();
        model.addAttribute("freshness", statistics.refresh(person.viewer(), scope));
        ProcessMap map = statistics
                .map(person.viewer(), process, scope)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = drawing.name(map, null, locale);
        model.addAttribute("name", name);
        model.addAttribute("svg", drawing.svg(map, locale).orElse(""));
        model.addAttribute("version", String.valueOf(map.version()));
        model.addAttribute("steps", lines(map, name, locale));
        return "statistics-map";
    }

    /** Where cases wait longest comes first; junctions without a name of their own stand in the drawing only. */
    private List<MapLine> lines(ProcessMap map, String whole, Locale locale) {
        Comparator<ProcessMap.Step> longest =
                Comparator.comparing(ProcessMap.Step::mean, Comparator.nullsLast(Comparator.<Duration>reverseOrder()));
        return map.steps().stream()
                .filter(step -> !step.flow())
                .sorted(longest.thenComparing(ProcessMap.Step::times, Comparator.reverseOrder()))
                .map(step -> new MapLine(
                        drawing.name(map, step.element(), locale), step.times(), length(step.mean(), locale)))
                .filter(line -> !line.name().equals(whole))
                .toList();
    }

    record MapLine(String name, int times, String mean) {}

    /** A rule and how many cases do not keep it. */
    record RuleLine(String rule, String provision, String sentence, int broken, int unknown) {

        static RuleLine of(Statistics.RuleCount count, Language language) {
            return new RuleLine(
                    count.rule().id(),
                    count.rule().provision().title().in(language),
                    count.rule().sentence().in(language),
                    count.broken(),
                    count.unknown());
        }
    }

    /** The cases that do not keep a rule; that each was named is recorded in it. */
    @GetMapping("/statistics/rules")
    String rules(
            @AuthenticationPrincipal Person person,
            @RequestParam Map<String, String> typed,
            @RequestParam String rule,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        Sought asked = Sought.of(typed);
        Scope scope = asked.scope();
        RuleLine line = statistics.rules(person.viewer(), scope).stream()
                .map(count -> RuleLine.of(count, Language.of(locale)))
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Statistics.NamedRuling> found = statistics.notKeeping(person.viewer(), rule, scope, after);
        model.addAttribute("asked", asked);
        model.addAttribute("rule", line);
        model.addAttribute("found", found);
        model.addAttribute(
                "next",
                found.size() >= Statistics.PAGE ? found.get(found.size() - 1).reference() : null);
        return "statistics-rules";
    }
}
