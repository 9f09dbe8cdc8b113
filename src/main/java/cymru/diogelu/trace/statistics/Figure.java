package cymru.diogelu.trace.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** A number as it may be told: itself, or a word that stands for it in what is published. */
@Schema(
        oneOf = {Integer.class, String.class},
        description = "A number, or `<5` or `withheld` in what is published.")
public record Figure(int number, String word) {

    static Figure of(int number) {
        return new Figure(number, "");
    }

    static Figure of(int number, Mark mark) {
        return switch (mark) {
            case SHOWN -> of(number);
            case FEWER_THAN_5 -> new Figure(0, "<5");
            case WITHHELD -> new Figure(0, "withheld");
        };
    }

    /** Whether the number itself is told. */
    public boolean shown() {
        return word.isEmpty();
    }

    /** What stands in the table. */
    @JsonValue
    public Object told() {
        return shown() ? number : word;
    }
}
