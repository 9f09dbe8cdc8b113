package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.statistics.Compliance.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The compliance table as it is told: whole to those who may see every case, or with small numbers kept back. */
final class ComplianceLines {

    private ComplianceLines() {}

    /**
     * One line. In what is published the parts of what was missed and the extensions are absent, since a small number
     * could be worked out from them.
     */
    record Line(
            String key,
            String name,
            Figure met,
            Figure missed,
            @Nullable Figure late,
            @Nullable Figure neverDone,
            @Nullable Figure openLate,
            Figure open,
            Figure withdrawn,
            @Nullable Figure extended,
            Figure all,
            @Nullable Double shareMet,
            @Nullable Duration medianTaken,
            @Nullable Duration ninetiethTaken,
            @Nullable Duration medianLate,
            @Nullable Duration ninetiethLate) {}

    /** The last line is the total. */
    static List<Line> whole(Compliance compliance, UnaryOperator<String> names) {
        List<Row> rows = rows(compliance);
        return rows.stream().map(row -> whole(row, names.apply(row.key()))).toList();
    }

    /** The last line is the total. */
    static List<Line> published(Compliance compliance, UnaryOperator<String> names) {
        List<Row> rows = rows(compliance);
        int[][] table = rows.stream()
                .map(row -> new int[] {row.met(), row.missed(), row.open(), row.withdrawn(), row.all()})
                .toArray(int[][]::new);
        Mark[][] marks = Suppression.of(table, true);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> published(rows.get(i), names.apply(rows.get(i).key()), marks[i]))
                .toList();
    }

    private static List<Row> rows(Compliance compliance) {
        List<Row> rows = new ArrayList<>(compliance.rows());
        rows.add(compliance.total());
        return rows;
    }

    private static Line whole(Row row, String name) {
        return new Line(
                row.key(),
                name,
                Figure.of(row.met()),
                Figure.of(row.missed()),
                Figure.of(row.late()),
                Figure.of(row.neverDone()),
                Figure.of(row.openLate()),
                Figure.of(row.open()),
                Figure.of(row.withdrawn()),
                Figure.of(row.extended()),
                Figure.of(row.all()),
                row.shareMet(),
                row.taken().median(),
                row.taken().ninetieth(),
                row.lateness().median(),
                row.lateness().ninetieth());
    }

    private static Line published(Row row, String name, Mark[] marks) {
        boolean judged = marks[0] == Mark.SHOWN && marks[1] == Mark.SHOWN;
        return new Line(
                row.key(),
                name,
                Figure.of(row.met(), marks[0]),
                Figure.of(row.missed(), marks[1]),
                null,
                null,
                null,
                Figure.of(row.open(), marks[2]),
                Figure.of(row.withdrawn(), marks[3]),
                null,
                Figure.of(row.all(), marks[4]),
                judged ? row.shareMet() : null,
                row.taken().publishedMedian(),
                row.taken().publishedNinetieth(),
                row.lateness().publishedMedian(),
                row.lateness().publishedNinetieth());
    }
}
