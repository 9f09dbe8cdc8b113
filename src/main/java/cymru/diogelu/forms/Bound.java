package cymru.diogelu.forms;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Up to where a moment may lie: one word of the custom properties notAfter and notBefore. */
sealed interface Bound {

    /** The instant of the submission; to a date without time, its day. */
    record Now() implements Bound {}

    /** A day so far from today in Europe/London: {@code P1Y} in a year, {@code -P18Y} eighteen years ago. */
    record FromToday(Period length) implements Bound {}

    /** Another date of the form, a fact of the case, or a statutory clock as {@code clock:reportReceivedAt}. */
    record Named(String name) implements Bound {}

    Pattern LENGTH = Pattern.compile("-?P(-?[0-9]{1,4}[YMWD])+");
    Pattern NAME = Pattern.compile("(clock:)?[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    /** @throws IllegalArgumentException when a word is no bound */
    static List<Bound> read(@Nullable String property) {
        return words(property).map(Bound::of).toList();
    }

    /** The names among the words of a property. */
    static Stream<String> names(@Nullable String property) {
        return read(property).stream()
                .flatMap(bound -> bound instanceof Named named ? Stream.of(named.name()) : Stream.empty());
    }

    private static Stream<String> words(@Nullable String property) {
        return Arrays.stream(property == null ? new String[0] : property.strip().split("\\s+"))
                .filter(word -> !word.isEmpty());
    }

    private static Bound of(String word) {
        if (word.equals("now")) {
            return new Now();
        }
        if (word.equals("today")) {
            return new FromToday(Period.ZERO);
        }
        if (LENGTH.matcher(word).matches()) {
            return new FromToday(Period.parse(word));
        }
        if (NAME.matcher(word).matches()) {
            return new Named(word);
        }
        throw new IllegalArgumentException(word);
    }

    /** As it stands in the form. */
    default String word() {
        if (this instanceof Named named) {
            return named.name();
        }
        return this instanceof FromToday from
                ? (from.length().isZero() ? "today" : from.length().toString())
                : "now";
    }

    /** Where the bound lies; null while what it names is not known, which then bounds nothing. */
    default @Nullable Moment in(Trial trial) {
        if (this instanceof Named named) {
            return Moment.of(trial.scope().known(named.name()));
        }
        LocalDate today = Moment.day(trial.now());
        return this instanceof FromToday from
                ? new Moment(today.plus(from.length()), null)
                : new Moment(today, trial.now());
    }
}
