package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number, given as a number or as decimal digits in a text. No more is taken than JSON carries between systems without
 * loss: 15 significant digits.
 */
record NumberKind(Limit min, Limit max, @Nullable Integer decimalDigits, @Nullable BigDecimal increment, boolean asText)
        implements Kind {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");

    private static final int SIGNIFICANT_DIGITS = 15;

    @Override
    public @Nullable Object empty() {
        return null;
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        if (raw instanceof String text && text.isBlank()) {
            return Reading.of(null);
        }
        var number = number(raw);
        if (number == null) {
            return Reading.refused(Complaint.of("wrongType", "number"));
        }
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return fits(plain)
                ? Reading.of(canonical(plain))
                : Reading.refused(Complaint.limit("tooManyDigits", String.valueOf(SIGNIFICANT_DIGITS)));
    }

    private static boolean fits(BigDecimal number) {
        return number.precision() <= SIGNIFICANT_DIGITS
                && number.scale() <= SIGNIFICANT_DIGITS
                && (long) number.precision() - number.scale() <= SIGNIFICANT_DIGITS;
    }

    private static @Nullable BigDecimal number(Object raw) {
        if (raw instanceof String text) {
            var digits = text.strip();
            return DECIMAL.matcher(digits).matches() ? new BigDecimal(digits) : null;
        }
        if (raw instanceof BigDecimal decimal) {
            return decimal;
        }
        if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
            return new BigDecimal(number.toString());
        }
        return null;
    }

    private Object canonical(BigDecimal number) {
        if (asText) {
            return number.toPlainString();
        }
        if (number.scale() > 0) {
            return number;
        }
        long whole = number.longValueExact();
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }

    @Override
    public void check(Object value, Trial trial) {
        var number = new BigDecimal(value.toString());
        var least = min.in(trial.scope());
        var most = max.in(trial.scope());
        if (least != null && number.compareTo(least) < 0) {
            trial.complain(Complaint.limit("tooSmall", least.toPlainString()));
        }
        if (most != null && number.compareTo(most) > 0) {
            trial.complain(Complaint.limit("tooLarge", most.toPlainString()));
        }
        if (decimalDigits != null && number.stripTrailingZeros().scale() > decimalDigits) {
            trial.complain(decimals(decimalDigits));
        }
        if (increment != null && number.remainder(increment).signum() != 0) {
            trial.complain(Complaint.limit("notAStep", increment.toPlainString()));
        }
    }

    private static Complaint decimals(int digits) {
        return digits == 0
                ? Complaint.of("tooManyDecimals", "whole")
                : Complaint.limit("tooManyDecimals", String.valueOf(digits));
    }

    @Override
    public String noun() {
        return "number";
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        var constraints = new LinkedHashMap<String, Object>();
        min.describe("min", scope, constraints);
        max.describe("max", scope, constraints);
        if (decimalDigits != null) {
            constraints.put("decimalDigits", decimalDigits);
        }
        if (increment != null) {
            constraints.put("increment", increment);
        }
        return constraints;
    }
}
