package cymru.diogelu.worklist;

import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FormController {

    private final Procedures procedures;

    FormController(Procedures procedures) {
        this.procedures = procedures;
    }

    @GetMapping("/api/v1/forms/{id}")
    @Operation(
            summary = "A form",
            description = "The Camunda Form as a new case would be asked it, in the reader's language; `concern` is the"
                    + " form that begins a case.")
    Map<String, Object> form(@PathVariable String id, Locale locale) {
        return procedures.form(id).orElseThrow(NotFound::new).localised(Language.of(locale));
    }
}
