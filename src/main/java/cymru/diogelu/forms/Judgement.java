package cymru.diogelu.forms;

import java.util.List;
import java.util.Map;

/**
 * What became of a set of answers.
 *
 * @param accepted the answers without mistakes, in canonical form: text in NFC, whole numbers as Integer or Long, other
 *     numbers as BigDecimal, dates as ISO text; neither hidden nor empty ones are among them
 * @param errors every mistake, in the order of the form; unknown keys come last
 */
public record Judgement(Map<String, Object> accepted, List<FieldError> errors) {

    public boolean ok() {
        return errors.isEmpty();
    }
}
