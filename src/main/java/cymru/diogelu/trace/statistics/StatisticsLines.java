package cymru.diogelu.trace.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Statistics as they are told: with names in the reader's language and, where they are published, small numbers kept back. */
@Component
public class StatisticsLines {

    private final StatisticsText texts;

    StatisticsLines(StatisticsText texts) {
        this.texts = texts;
    }

    /**
     * A stage of the funnel.
     *
     * @param cases absent in what is published: it could be told apart from the stage behind it
     */
    record StageLine(
            Milestone milestone,
            String name,
            String source,
            @Nullable Figure cases,
            Figure noFurther,
            @Nullable Duration medianSincePrevious,
            @Nullable Duration ninetiethSincePrevious) {}

    /** One measure. Without {@code onRecord} there are no numbers, and {@code reason} says why. */
    public record MeasureLine(
            Measure measure,
            String name,
            String source,
            boolean onRecord,
            @Nullable String reason,
            @Nullable String provision,
            @Nullable Figure all,
            @Nullable Figure inTime,
            @Nullable Double shareInTime) {}

    /** The last line is the total. */
    List<ComplianceLines.Line> compliance(Compliance compliance, boolean published, Locale locale) {
        UnaryOperator<String> names = key -> texts.line(compliance.by(), key, locale);
        return published ? ComplianceLines.published(compliance, names) : ComplianceLines.whole(compliance, names);
    }

    List<StageLine> stages(List<Funnel.Stage> stages, boolean published, Locale locale) {
        int[] furthest = stages.stream().mapToInt(Funnel.Stage::furthest).toArray();
        Mark[] marks = published ? Suppression.ofParts(furthest) : Suppression.nothing(furthest.length);
        return IntStream.range(0, stages.size())
                .mapToObj(i -> stage(stages.get(i), marks[i], published, locale))
                .toList();
    }

    private StageLine stage(Funnel.Stage stage, Mark mark, boolean published, Locale locale) {
        Spread since = stage.sincePrevious();
        return new StageLine(
                stage.milestone(),
                texts.milestone(stage.milestone(), locale),
                stage.milestone().source(),
                published ? null : Figure.of(stage.cases()),
                Figure.of(stage.furthest(), mark),
                published ? since.publishedMedian() : since.median(),
                published ? since.publishedNinetieth() : since.ninetieth());
    }

    /** The measures, one a line. */
    public List<MeasureLine> measures(Measures measures, boolean published, Locale locale) {
        return measures.lines().stream()
                .map(line -> measure(line, published, locale))
                .toList();
    }

    private MeasureLine measure(Measures.Line line, boolean published, Locale locale) {
        Measure measure = line.measure();
        Integer all = line.all();
        Integer inTime = line.inTime();
        Mark[] marks = published ? marks(all, inTime) : Suppression.nothing(2);
        boolean shown = marks[0] == Mark.SHOWN && marks[1] == Mark.SHOWN;
        return new MeasureLine(
                measure,
                texts.measure(measure, locale),
                measure.source(),
                measure.onRecord(),
                measure.onRecord() ? null : texts.notOnRecord(locale),
                measure.provision(),
                all == null ? null : Figure.of(all, marks[0]),
                inTime == null ? null : Figure.of(inTime, marks[1]),
                shown ? share(all, inTime) : null);
    }

    /** Of all and of those in time: how many were late is told by the two. */
    private static Mark[] marks(@Nullable Integer all, @Nullable Integer inTime) {
        int together = all == null ? 0 : all;
        int[] parts = inTime == null ? new int[] {together} : new int[] {inTime, together - inTime};
        Mark[] marks = Suppression.ofParts(parts);
        return new Mark[] {marks[parts.length], inTime == null ? Mark.SHOWN : marks[0]};
    }

    private static @Nullable Double share(@Nullable Integer all, @Nullable Integer inTime) {
        return all == null || inTime == null || all == 0 ? null : Math.round(inTime * 1_000.0 / all) / 10.0;
    }
}
