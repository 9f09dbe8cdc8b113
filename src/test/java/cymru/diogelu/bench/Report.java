package cymru.diogelu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured, as a table of ratios; above 1.0 the whole program did better than the bare engine. */
record Report(Story story, List<Repeat> repeats, String options, Store store) {

    /** One side in one repeat. */
    record Measured(List<Window> windows, Cost cost, Cost lean) {

        double perSecond() {
            double submissions =
                    windows.stream().mapToInt(w -> w.timings().count()).sum();
            return submissions / windows.stream().mapToDouble(Window::seconds).sum();
        }

        double millis(double share) {
            Timings all = new Timings();
            windows.forEach(window -> all.addAll(window.timings()));
            return all.millis(share);
        }
    }

    /** Both sides in one repeat, and how busy the machine was when it began. */
    record Repeat(String first, double load, Measured ours, Measured bare) {}

    private record Line(String label, ToDoubleFunction<Measured> figure, boolean moreIsBetter, String format) {}

    private static final List<Line> LINES = List.of(
            new Line("submissions a second", Measured::perSecond, true, "%.1f"),
            new Line("p50, ms", m -> m.millis(0.5), false, "%.2f"),
            new Line("p95, ms", m -> m.millis(0.95), false, "%.2f"),
            new Line("WAL bytes a case", m -> m.cost().logBytesPerCase(), false, "%.0f"),
            new Line("WAL bytes a case, no page images", m -> m.lean().logBytesPerCase(), false, "%.0f"),
            new Line("rows written a case", m -> m.cost().rowsPerCase(), false, "%.1f"),
            new Line("statements sent a case", m -> m.cost().statementsPerCase(), false, "%.1f"));

    String table() {
        StringBuilder table =
                new StringBuilder("| Figure | Repeat | Load | procedures.submit | bare engine | ratio |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (Line line : LINES) {
            for (int i = 0; i < repeats.size(); i++) {
                table.append(row(line, i));
            }
        }
        return table.toString();
    }

    private String row(Line line, int i) {
        Repeat repeat = repeats.get(i);
        double ours = line.figure().applyAsDouble(repeat.ours());
        double bare = line.figure().applyAsDouble(repeat.bare());
        return "| %s | %d | %.1f | %s | %s | **%.2f** |%n"
                .formatted(
                        line.label(),
                        i + 1,
                        repeat.load(),
                        number(line.format(), ours),
                        number(line.format(), bare),
                        line.moreIsBetter() ? ours / bare : bare / ours);
    }

    /** What each side sends to the database in a case, most frequent first. */
    String statements() {
        Repeat last = repeats.get(repeats.size() - 1);
        return statements("procedures.submit", last.ours().cost())
                + statements("bare engine", last.bare().cost());
    }

    private static String statements(String side, Cost cost) {
        StringBuilder lines = new StringBuilder(side).append('\n');
        cost.statements().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(sent -> String.format(
                        Locale.ROOT, "%7.1f  %.150s%n", (double) sent.getValue() / cost.cases(), sent.getKey()))
                .forEach(lines::append);
        return lines.toString();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    String page() {
        return """
                # The whole program beside the stock engine

                The same models and the same answers, on one PostgreSQL %s in one JVM (%s): through `Procedures.submit`
                (judged, recorded, routed) and through the bare engine (answers as process variables, full history,
                `TaskService.complete`). Ratios above 1.0 mean that the whole program did better. `README.md` beside this page
                says how to run it.

                %s
                Load is the number of processes that wanted a core in the minute before the repeat: times under load are times under
                load, which is why the sides take turns every few seconds. Rows and statements do not depend on it. WAL with page images
                does a little: a checkpoint in the middle of the counted cases makes the server log whole pages again.

                * **Machine**: two shared cores, 24 GB, Debian 12, JDK 17. `fsync` %s, `synchronous_commit` %s,
                  `full_page_writes` on unless a line says otherwise; measured %s.
                * **Story**: one child from the concern to the outcome `%s` by way of a section 47 enquiry, %d submissions with
                  the concern, the usual answers of the scenario book.
                * **WAL, rows, statements**: counted over %s cases walked by one thread, right after a checkpoint. A statement is what is
                  sent to the database, a batch counted once, a commit as well.

                ## What is compared, and what is not

                * The bare engine is `StandaloneProcessEngineConfiguration` as it comes, with history `full`, its own expression
                  language, its Java serialisation for lists and no job executor. It is told the ids of new tasks without a query, and what the
                  models ask of Java (dates by provision, groups by role) is answered from values made once: it reckons no deadline.
                * It stores every answer as a process variable, because nothing else would keep it. Full history keeps every
                  change of each of them as rows of their own. The models' own mappings between procedures are the same on
                  both sides and name each variable. One child's answers are not stored twice.
                * Our side judges every form, checks who may answer, holds the case, reckons every date with its explanation, writes the
                  hash-chained ledger, keeps the receipt for repeated requests and finds the tasks that are open next.
                * Both sides have the same pool, driver settings (`reWriteBatchedInserts`) and database server.
                * Not included on either side: HTTP, sign-in, pages, and timers that fall due. No time passes within a case.
                """
                .formatted(
                        store.setting("server_version").split(" ")[0],
                        options,
                        table(),
                        store.setting("fsync"),
                        store.setting("synchronous_commit"),
                        java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")),
                        story.outcome(),
                        story.submissions(),
                        repeats.get(0).ours().cost().cases());
    }

    /** How many processes wanted a core in the last minute. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }
}
