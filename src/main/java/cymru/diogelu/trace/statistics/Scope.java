package cymru.diogelu.trace.statistics;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the record is asked for: months in Europe/London, both included, and whose. What is null is not asked.
 *
 * @param agency a place, such as {@code south-wales-police}, or {@code unknown}
 * @throws IllegalArgumentException when the last month is before the first, or a word is none that stands in the record
 */
public record Scope(
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        @Nullable String authority,
        @Nullable String agency,
        @Nullable String provision) {

    /** Everything. */
    public static final Scope ALL = new Scope(null, null, null, null, null);

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,100}");

    public Scope {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("the last month is before the first");
        }
        requireWord(authority);
        requireWord(agency);
        requireWord(provision);
    }

    /**
     * Whether numbers may be published of it: one year from April to March, as the Welsh performance framework counts
     * them, whole or of one authority. Of scopes that overlap small numbers could be worked out as differences.
     */
    boolean publishable() {
        boolean year = from != null && to != null && from.getMonthValue() == 4 && to.equals(from.plusMonths(11));
        return year && agency == null && provision == null;
    }

    /** The conditions of a question, and what stands for their question marks. */
    record Where(String sql, List<Object> parameters) {}

    /** @param at the column that says when */
    Where period(String at) {
        StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
        List<Object> parameters = new ArrayList<>();
        if (from != null) {
            sql.append(" AND ").append(at).append(" >= ?");
            parameters.add(beginning(from));
        }
        if (to != null) {
            sql.append(" AND ").append(at).append(" < ?");
            parameters.add(beginning(to.plusMonths(1)));
        }
        if (authority != null) {
            sql.append(" AND c.authority = ?");
            parameters.add(authority);
        }
        return new Where(sql.toString(), parameters);
    }

    private static OffsetDateTime beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(ServiceClock.LONDON).toOffsetDateTime();
    }

    private static void requireWord(@Nullable String word) {
        if (word != null && !WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("no word of the record");
        }
    }
}
