package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.Table;
import cymru.diogelu.trace.statistics.StatisticsLines.MeasureLine;
import cymru.diogelu.trace.statistics.StatisticsLines.StageLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Statistics as tables that leave as CSV; lengths are in hours. */
@Component
class StatisticsTables {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final double SECONDS = 3_600.0;

    ResponseEntity<StreamingResponseBody> deadlines(List<ComplianceLines.Line> lines) {
        return file(
                "deadlines.csv",
                new Table(
                        List.of(
                                "key",
                                "name",
                                "met",
                                "missed",
                                "late",
                                "neverDone",
                                "openLate",
                                "open",
                                "withdrawn",
                                "extended",
                                "all",
                                "shareMet",
                                "medianHoursTaken",
                                "ninetiethHoursTaken",
                                "medianHoursLate",
                                "ninetiethHoursLate"),
                        lines.stream().map(StatisticsTables::row).toList()));
    }

    private static List<@Nullable Object> row(ComplianceLines.Line line) {
        return cells(
                line.key(),
                line.name(),
                line.met().told(),
                line.missed().told(),
                told(line.late()),
                told(line.neverDone()),
                told(line.openLate()),
                line.open().told(),
                line.withdrawn().told(),
                told(line.extended()),
                line.all().told(),
                line.shareMet(),
                hours(line.medianTaken()),
                hours(line.ninetiethTaken()),
                hours(line.medianLate()),
                hours(line.ninetiethLate()));
    }

    ResponseEntity<StreamingResponseBody> funnel(List<StageLine> stages, List<StageLine> otherWays) {
        return file(
                "funnel.csv",
                new Table(
                        List.of(
                                "milestone",
                                "name",
                                "source",
                                "cases",
                                "noFurther",
                                "medianHoursSincePrevious",
                                "ninetiethHoursSincePrevious"),
                        Stream.concat(stages.stream(), otherWays.stream())
                                .map(stage -> cells(
                                        stage.milestone(),
                                        stage.name(),
                                        stage.source(),
                                        told(stage.cases()),
                                        stage.noFurther().told(),
                                        hours(stage.medianSincePrevious()),
                                        hours(stage.ninetiethSincePrevious())))
                                .toList()));
    }

    ResponseEntity<StreamingResponseBody> measures(List<MeasureLine> measures) {
        return file(
                "measures.csv",
                new Table(
                        List.of("measure", "name", "source", "onRecord", "provision", "all", "inTime", "shareInTime"),
                        measures.stream()
                                .map(line -> cells(
                                        line.measure().word(),
                                        line.name(),
                                        line.source(),
                                        line.onRecord(),
                                        line.provision(),
                                        told(line.all()),
                                        told(line.inTime()),
                                        line.shareInTime()))
                                .toList()));
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, Table table) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table::to);
    }

    private static @Nullable Object told(@Nullable Figure figure) {
        return figure == null ? null : figure.told();
    }

    private static @Nullable Double hours(@Nullable Duration length) {
        return length == null ? null : Math.round(length.toSeconds() / SECONDS * 100) / 100.0;
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
