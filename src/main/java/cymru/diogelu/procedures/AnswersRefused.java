package cymru.diogelu.procedures;

import cymru.diogelu.forms.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** The form's judge refused the answers; nothing was stored. */
public class AnswersRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public AnswersRefused(List<FieldError> errors) {
        // Keys and codes only: what a person typed never stands in a message.
        super(errors.stream().map(error -> error.key() + " " + error.code()).collect(Collectors.joining(", ")));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
