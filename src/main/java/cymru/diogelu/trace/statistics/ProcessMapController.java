package cymru.diogelu.trace.statistics;

import cymru.diogelu.access.Person;
import cymru.diogelu.trace.statistics.Statistics.Freshness;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/statistics/maps")
class ProcessMapController {

    private static final String SVG = "image/svg+xml";

    private final Statistics statistics;
    private final MapDrawing drawing;

    ProcessMapController(Statistics statistics, MapDrawing drawing) {
        this.statistics = statistics;
        this.drawing = drawing;
    }

    record Line(String element, String name, boolean flow, int times, int ended, @Nullable Duration mean) {}

    record Mapped(Freshness freshness, String process, int version, String name, List<Line> steps) {}

    @GetMapping(path = "/{process}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How often cases came to each step of a procedure and how long it took, for auditors only",
            description =
                    "In the newest version of the procedure that a case was walked under, of the cases that were opened"
                            + " in the months from `from` to `to`. `mean` is over the stays that ended. As `image/svg+xml` the"
                            + " same is drawn over the model.")
    Mapped map(
            @AuthenticationPrincipal Person person,
            @PathVariable String process,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            Locale locale) {
        Scope scope = StatisticsController.scope(from, to, authority, null, null, false);
        Freshness freshness = statistics.refresh(person.viewer(), scope);
        ProcessMap map = found(person, process, scope);
        List<Line> lines = map.steps().stream()
                .map(step -> new Line(
                        step.element(),
                        step.flow() ? step.element() : drawing.name(map, step.element(), locale),
                        step.flow(),
                        step.times(),
                        step.ended(),
                        step.mean()))
                .toList();
        return new Mapped(freshness, map.process(), map.version(), drawing.name(map, null, locale), lines);
    }

    @GetMapping(path = "/{process}", produces = SVG)
    @Operation(summary = "The same as a drawing")
    String drawn(
            @AuthenticationPrincipal Person person,
            @PathVariable String process,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable String authority,
            Locale locale) {
        Scope scope = StatisticsController.scope(from, to, authority, null, null, false);
        statistics.refresh(person.viewer(), scope);
        return drawing.svg(found(person, process, scope), locale).orElseThrow(ProcessMapController::absent);
    }

    private ProcessMap found(Person person, String process, Scope scope) {
        return statistics.map(person.viewer(), process, scope).orElseThrow(ProcessMapController::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
