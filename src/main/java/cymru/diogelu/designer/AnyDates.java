package cymru.diogelu.designer;

import cymru.diogelu.forms.RenderedField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes dates that keep to the bounds of their fields, as far as these are known; days are those of Europe/London. */
record AnyDates(Random random, Instant now, Map<String, Object> facts, Map<String, Object> answers) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    String answer(RenderedField field) {
        ZonedDateTime earliest =
                edge(field, "notBefore").max(ZonedDateTime::compareTo).orElse(null);
        ZonedDateTime latest =
                edge(field, "notAfter").min(ZonedDateTime::compareTo).orElse(null);
        ZonedDateTime at = within(guess(earliest, latest), earliest, latest).truncatedTo(ChronoUnit.MINUTES);
        return switch (String.valueOf(field.constraints().get("subtype"))) {
            case "date" -> LocalDate.from(at).toString();
            case "time" -> DateTimeFormatter.ofPattern("HH:mmxxx").format(at);
            default -> DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(at);
        };
    }

    /** What is planned lies some days ahead, what has happened lies today or yesterday. */
    private ZonedDateTime guess(@Nullable ZonedDateTime earliest, @Nullable ZonedDateTime latest) {
        boolean planned = latest == null || latest.isAfter(today());
        return planned
                        && earliest != null
                        && !earliest.isBefore(today().toLocalDate().atStartOfDay(LONDON))
                ? today().plusDays(1 + random.nextInt(20))
                : today().minusDays(random.nextInt(2)).minusMinutes(random.nextInt(60));
    }

    private static ZonedDateTime within(
            ZonedDateTime at, @Nullable ZonedDateTime earliest, @Nullable ZonedDateTime latest) {
        ZonedDateTime late = latest != null && at.isAfter(latest) ? latest : at;
        return earliest != null && late.isBefore(earliest) ? earliest : late;
    }

    private Stream<ZonedDateTime> edge(RenderedField field, String property) {
        return Stream.of(field.properties().getOrDefault(property, "").split(" "))
                .filter(bound -> !bound.isEmpty())
                .map(this::edge)
                .filter(Objects::nonNull);
    }

    private @Nullable ZonedDateTime edge(String bound) {
        if (bound.equals("now")) {
            return today();
        }
        ZonedDateTime midnight = today().truncatedTo(ChronoUnit.DAYS);
        if (bound.equals("today")) {
            return midnight;
        }
        if (bound.matches("-?P.*")) {
            return midnight.plus(Period.parse(bound));
        }
        Object known = answers.containsKey(bound) ? answers.get(bound) : facts.get(bound);
        return known == null ? null : moment(String.valueOf(known));
    }

    private static ZonedDateTime moment(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).atZoneSameInstant(LONDON)
                : LocalDate.parse(text).atStartOfDay(LONDON);
    }

    private ZonedDateTime today() {
        return now.atZone(LONDON);
    }
}
