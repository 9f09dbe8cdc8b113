package cymru.diogelu.procedures;

import cymru.diogelu.forms.FieldError;
import java.util.List;

/** The form's judge refused the answers; nothing was stored. */
public class AnswersRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public AnswersRefused(List<FieldError> errors) {
        super("%d answers refused".formatted(errors.size()));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
