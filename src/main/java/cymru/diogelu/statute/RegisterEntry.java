package cymru.diogelu.statute;

import cymru.diogelu.language.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One entry of a register file; whatever is wrong with it is told with its file and id. */
record RegisterEntry(String file, String id, Map<?, ?> content) {

    RegisterEntry knowsOnly(Set<String> keys) {
        content.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !keys.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw broken("'%s' is not a known key".formatted(key));
                });
        return this;
    }

    String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw broken("'%s' is missing".formatted(key));
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) {
        Object value = content.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw broken("'%s' is not a text".formatted(key));
    }

    int number(String key) {
        if (content.get(key) instanceof Integer number) {
            return number;
        }
        throw broken("'%s' is not a whole number".formatted(key));
    }

    boolean flag(String key) {
        Object value = content.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw broken("'%s' is neither true nor false".formatted(key));
    }

    List<String> texts(String key) {
        Object value = content.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw broken("'%s' is not a list of texts".formatted(key));
    }

    Bilingual bilingual(String key) {
        if (!(content.get(key) instanceof Map<?, ?> map)) {
            throw broken("'%s' is missing".formatted(key));
        }
        return new Bilingual(word(key, map, "en"), word(key, map, "cy"));
    }

    private String word(String key, Map<?, ?> languages, String language) {
        if (languages.get(language) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw broken("'%s' has no %s".formatted(key, language.equals("cy") ? "Welsh" : "English"));
    }

    /** Runs a reading and tells its complaint with the place of this entry. */
    <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw new BrokenRegister(file, id, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    BrokenRegister broken(String reason) {
        return new BrokenRegister(file, id, reason);
    }

    /** The constant that a kebab-case word means. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no %s".formatted(word, type.getSimpleName())));
    }
}
