package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.MomentKind.Format;
import cymru.diogelu.forms.MomentKind.Subtype;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a component that asks for an answer: of which kind it is and which limits it keeps. */
record QuestionReader(Feel feel, Source source, Traits traits, Source validate) {

    private static final Map<String, Set<String>> LIMITS = Map.of(
            "textfield",
            Set.of("minLength", "maxLength", "pattern", "patternErrorMessage", "validationType"),
            "textarea",
            Set.of("minLength", "maxLength"),
            "number",
            Set.of("min", "max"));

    /** Means something else, or nothing, in the regular expressions of JavaScript. */
    private static final Pattern NOT_JAVASCRIPT =
            Pattern.compile("&&|\\[[^\\]]*(?<!\\\\)\\[|[*+?}]\\+|\\(\\?[a-zA-Z-]+[:)]|\\(\\?>|\\\\[QEAZzGhHRXpPNea]");

    QuestionReader(Feel feel, Source source, Traits traits) {
        this(feel, source, traits, source.object("validate"));
    }

    Question read(List<String> path) {
        var kind = kind();
        return new Question(
                traits,
                path,
                kind,
                validate.flag("required", false),
                source.flag("disabled", false) || source.flag("readonly", false),
                defaultValue(kind));
    }

    private Kind kind() {
        return switch (traits.type()) {
            case "textfield" -> text(true, TextKind.LONGEST_LINE);
            case "textarea" -> text(false, TextKind.LONGEST_AREA);
            case "number" -> number();
            case "checkbox" -> new TickKind();
            case "radio", "select" -> new ChoiceKind(options());
            case "checklist", "taglist" -> new ChoicesKind(options(), mustInclude());
            case "datetime" -> moment();
            default -> throw source.broken("a component of type '%s' asks nothing".formatted(traits.type()));
        };
    }

    private Kind text(boolean onOneLine, int longest) {
        var pattern = pattern();
        var maxLength = Limit.of(feel, validate, "maxLength").or(longest);
        if (pattern != null && !maxLength.isAtMost(TextKind.LONGEST_LINE)) {
            throw source.broken("a pattern is tried on no more than %d characters".formatted(TextKind.LONGEST_LINE));
        }
        return new TextKind(
                onOneLine,
                Limit.of(feel, validate, "minLength"),
                maxLength,
                pattern,
                traits.texts().words().get("patternErrorMessage"),
                validationType());
    }

    private String validationType() {
        var type = validate.text("validationType");
        return switch (type == null ? "" : type) {
            case "", "custom" -> "";
            case "email", "phone" -> String.valueOf(type);
            default -> throw source.broken("validationType '%s' is not supported".formatted(type));
        };
    }

    private @Nullable Pattern pattern() {
        var pattern = validate.text("pattern");
        if (pattern == null || pattern.isEmpty()) {
            return null;
        }
        if (NOT_JAVASCRIPT.matcher(pattern).find()) {
            throw source.broken("the pattern does not mean the same in a browser: " + pattern);
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw source.broken("the pattern is not a regular expression: " + pattern);
        }
    }

    private Kind number() {
        var increment = decimal("increment");
        if (increment != null && increment.signum() <= 0) {
            throw source.broken("increment has to be more than zero");
        }
        return new NumberKind(
                Limit.of(feel, validate, "min"),
                Limit.of(feel, validate, "max"),
                source.has("decimalDigits") ? source.count("decimalDigits", 0) : null,
                increment,
                source.flag("serializeToString", false));
    }

    /** The editor of form-js writes increments as text. */
    private @Nullable BigDecimal decimal(String name) {
        if (source.json().get(name) instanceof String text) {
            if (!text.matches("[0-9]+(\\.[0-9]+)?")) {
                throw source.broken("%s is not a number: %s".formatted(name, text));
            }
            return new BigDecimal(text);
        }
        return source.number(name);
    }

    private Options options() {
        var expression = source.text("valuesExpression");
        var key = source.text("valuesKey");
        boolean listed = source.has("values");
        if ((listed ? 1 : 0) + (key != null ? 1 : 0) + (expression != null ? 1 : 0) != 1) {
            throw source.broken("options come from exactly one of values, valuesKey and valuesExpression");
        }
        if (listed && traits.texts().options().isEmpty()) {
            throw source.broken("there are no options to choose from");
        }
        return new Options(
                traits.texts().options(), key, expression == null ? null : Expression.of(feel, expression, source));
    }

    private Set<String> mustInclude() {
        var property = traits.properties().getOrDefault("mustInclude", "").strip();
        var values = property.isEmpty() ? Set.<String>of() : new LinkedHashSet<>(List.of(property.split("\\s+")));
        if (!traits.texts().options().keySet().containsAll(values)) {
            throw source.broken("mustInclude names an option that is not listed: " + property);
        }
        return values;
    }

    private Kind moment() {
        var subtype = one(
                source.text("subtype"),
                "date",
                Map.of("date", Subtype.DATE, "time", Subtype.TIME, "datetime", Subtype.DATETIME));
        var format = one(
                source.text("timeSerializingFormat"),
                "no_timezone",
                Map.of(
                        "no_timezone", Format.NO_TIMEZONE,
                        "utc_offset", Format.UTC_OFFSET,
                        "utc_normalized", Format.UTC_NORMALIZED));
        if (subtype == Subtype.TIME && format != Format.NO_TIMEZONE) {
            throw source.broken("a time of day without a date has no offset: set timeSerializingFormat to no_timezone");
        }
        return new MomentKind(subtype, format, bounds());
    }

    private Bounds bounds() {
        var properties = traits.properties();
        var passed = source.flag("disallowPassedDates", false) ? "today" : "";
        return new Bounds(
                bounds(properties.getOrDefault("notBefore", passed)),
                bounds(properties.getOrDefault("notAfter", "")),
                properties.getOrDefault("says", ""));
    }

    private List<Bound> bounds(String property) {
        try {
            return Bound.read(property);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw source.broken("neither now, today, a length like -P18Y nor the name of a date: " + property);
        }
    }

    private <T> T one(@Nullable String text, String otherwise, Map<String, T> meanings) {
        var meaning = meanings.get(text == null ? otherwise : text);
        if (meaning == null) {
            throw source.broken("'%s' is none of %s".formatted(text, meanings.keySet()));
        }
        return meaning;
    }

    void refuseOtherLimits() {
        var known = LIMITS.getOrDefault(traits.type(), Set.of());
        validate.json().keySet().stream()
                .filter(name -> !name.equals("required") && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw source.broken("validate.%s means nothing for a %s".formatted(name, traits.type()));
                });
    }

    private @Nullable Object defaultValue(Kind kind) {
        var value = source.json().get("defaultValue");
        if (value == null) {
            return null;
        }
        var reading = kind.read(value, Map.of());
        if (reading.problem() != null) {
            throw source.broken("defaultValue is not an answer to this question: " + value);
        }
        return reading.value();
    }
}
