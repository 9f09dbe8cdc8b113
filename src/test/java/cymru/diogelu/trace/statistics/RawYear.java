package cymru.diogelu.trace.statistics;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the records of a year a second time, straight from their entries, and by nothing that counts them in the service. */
final class RawYear {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A date as the entries tell of it, one after the other. */
    static final class RawDate {
        String authority = "";
        String provision = "";
        String step = "";
        String task = "";
        String team = "";
        Instant start = Instant.EPOCH;
        Instant due = Instant.EPOCH;

        @Nullable
        Instant done;

        @Nullable
        Instant dropped;

        boolean longer;

        LocalDate dueDay() {
            return due.atZone(LONDON).toLocalDate();
        }

        String month() {
            return dueDay().toString().substring(0, 7);
        }
    }

    private final List<RawDate> dates = new ArrayList<>();
    private final List<Map<String, Instant>> cases = new ArrayList<>();
    private final Map<String, Integer> happened = new TreeMap<>();

    RawYear(Ledger ledger, List<String> references) {
        for (String reference : references) {
            List<Entry> entries = new ArrayList<>();
            ledger.forEach(reference, entries::add);
            read(entries);
        }
    }

    private void read(List<Entry> entries) {
        Map<String, String> teams = new HashMap<>();
        List<RawDate> ofCase = new ArrayList<>();
        Map<String, Instant> first = new LinkedHashMap<>();
        String authority = "";
        for (Entry entry : entries) {
            Map<String, Object> body = entry.body();
            String task = String.valueOf(entry.subject().task());
            switch (entry.kind()) {
                case "case-opened" -> authority = String.valueOf(child(body).get("locatedLaCode"));
                case "task-offered" -> teams.put(task, (String) body.get("group"));
                case "deadline-set" -> ofCase.add(date(entry, authority, teams.get(task)));
                case "deadline-extended" ->
                    ofCase.stream()
                            .filter(date -> date.provision.equals(body.get("provision"))
                                    && ((List<?>) body.get("tasks")).contains(date.task))
                            .forEach(date -> date.longer = true);
                case "answers-submitted" ->
                    ofCase.stream().filter(date -> date.task.equals(task)).forEach(date -> date.done = entry.at());
                case "task-withdrawn" ->
                    ofCase.stream().filter(date -> date.task.equals(task)).forEach(date -> date.dropped = entry.at());
                default -> {
                    // Tells of no date.
                }
            }
            for (String stage : stages(entry)) {
                first.putIfAbsent(stage, entry.at());
                happened.merge(stage, 1, Integer::sum);
            }
        }
        dates.addAll(ofCase);
        cases.add(first);
    }

    /** By the forms that were answered, where the service goes by the steps that asked them. */
    private static List<String> stages(Entry entry) {
        String form = entry.kind().equals("case-opened") || entry.kind().equals("answers-submitted")
                ? String.valueOf(entry.body().get("form"))
                : "";
        List<String> stages = new ArrayList<>();
        switch (form) {
            case "concern" -> stages.add("CONCERN");
            case "report-child-at-risk" -> stages.add("REPORT");
            case "initial-decision" -> stages.add("DECISION");
            case "strategy-discussion-record" -> stages.add("STRATEGY_DISCUSSION");
            case "agree-outline-plan" -> stages.add("REGISTRATION");
            case "record-without-report" -> stages.add("NO_REPORT_DUE");
            case "preventative-referral-sent" -> stages.add("PREVENTATIVE_REFERRAL");
            case "open-conference" -> {
                if ("goesAhead".equals(((Map<?, ?>) entry.body().get("answers")).get("conferenceStart"))) {
                    stages.add("CONFERENCE");
                }
            }
            default -> {
                // No stage by its form.
            }
        }
        String element = String.valueOf(entry.subject().element());
        if (entry.kind().startsWith("element-") && !entry.kind().equals("element-left")) {
            switch (element) {
                case "callActivity_section47" -> stages.add("ENQUIRY");
                case "endEvent_notAtRisk" -> stages.add(inReport(entry) ? "NOT_AT_RISK" : "");
                case "callActivity_advice", "callActivity_adviceAfterReport" -> stages.add("ADVICE");
                default -> {
                    // No stage by its element.
                }
            }
        }
        return stages.stream().filter(stage -> !stage.isEmpty()).toList();
    }

    private static boolean inReport(Entry entry) {
        return "section-130-report".equals(entry.subject().process());
    }

    private static RawDate date(Entry set, String authority, String team) {
        RawDate date = new RawDate();
        date.authority = authority;
        date.provision = (String) set.body().get("provision");
        date.step = set.subject().process() + "/" + set.subject().element();
        date.task = String.valueOf(set.subject().task());
        date.team = team;
        date.start = OffsetDateTime.parse((String) set.body().get("start")).toInstant();
        date.due = OffsetDateTime.parse((String) set.body().get("due")).toInstant();
        return date;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> body) {
        Map<String, Object> answers = (Map<String, Object>) body.get("answers");
        return ((List<Map<String, Object>>) answers.get("children")).get(0);
    }

    /** Every line of the compliance table, written out. */
    List<String> compliance(Function<RawDate, String> by, Predicate<RawDate> wanted, Instant now) {
        Map<String, List<RawDate>> groups = new TreeMap<>();
        dates.stream().filter(wanted).forEach(date -> groups.computeIfAbsent(by.apply(date), none -> new ArrayList<>())
                .add(date));
        List<String> lines = new ArrayList<>();
        groups.forEach((key, group) -> lines.add(line(key, group, now)));
        lines.add(line("total", dates.stream().filter(wanted).toList(), now));
        return lines;
    }

    private static String line(String key, List<RawDate> group, Instant now) {
        int[] counts = new int[7];
        List<Long> taken = new ArrayList<>();
        List<Long> late = new ArrayList<>();
        for (RawDate date : group) {
            counts[fate(date, now)]++;
            counts[6] += date.longer ? 1 : 0;
            if (date.done != null && date.done.compareTo(date.start) >= 0) {
                taken.add(date.done.getEpochSecond() - date.start.getEpochSecond());
            }
            if (date.done != null && date.done.compareTo(date.due) > 0) {
                late.add(date.done.getEpochSecond() - date.due.getEpochSecond());
            }
        }
        return "%s met %d late %d never %d openLate %d open %d withdrawn %d extended %d taken %s %s lateness %s %s"
                .formatted(
                        key,
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3],
                        counts[4],
                        counts[5],
                        counts[6],
                        part(taken, 0.5),
                        part(taken, 0.9),
                        part(late, 0.5),
                        part(late, 0.9));
    }

    private static int fate(RawDate date, Instant now) {
        if (date.done != null) {
            return date.done.compareTo(date.due) <= 0 ? 0 : 1;
        }
        if (date.dropped != null) {
            return date.dropped.compareTo(date.due) < 0 ? 5 : 2;
        }
        return now.compareTo(date.due) < 0 ? 4 : 3;
    }

    /** The smallest value that at least this part of all is not above. */
    static String part(List<Long> seconds, double part) {
        List<Long> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        for (Long candidate : sorted) {
            long notAbove = sorted.stream().filter(each -> each <= candidate).count();
            if (notAbove >= part * sorted.size() - 1e-9) {
                return Duration.ofSeconds(candidate).toString();
            }
        }
        return "null";
    }

    /** Every stage of the funnel, written out. */
    List<String> funnel(List<String> way, List<String> others) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            String stage = way.get(i);
            List<Long> lengths = new ArrayList<>();
            int furthest = 0;
            for (Map<String, Instant> first : cases) {
                furthest += first.containsKey(stage)
                                && way.subList(i + 1, way.size()).stream().noneMatch(first::containsKey)
                        ? 1
                        : 0;
                Instant before = i == 0 ? null : first.get(way.get(i - 1));
                Instant at = first.get(stage);
                if (before != null && at != null && at.compareTo(before) >= 0) {
                    lengths.add(at.getEpochSecond() - before.getEpochSecond());
                }
            }
            lines.add("%s %d %d %s %s".formatted(stage, came(stage), furthest, part(lengths, 0.5), part(lengths, 0.9)));
        }
        others.forEach(stage -> lines.add("%s %d".formatted(stage, came(stage))));
        return lines;
    }

    int happened(String stage) {
        return happened.getOrDefault(stage, 0);
    }

    private long came(String stage) {
        return cases.stream().filter(first -> first.containsKey(stage)).count();
    }
}
