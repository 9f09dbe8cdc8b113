package cymru.diogelu.trace;

import cymru.diogelu.access.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class ExportController {

    private final CaseExport export;

    ExportController(CaseExport export) {
        this.export = export;
    }

    @GetMapping("/api/v1/cases/{reference}/export")
    @Operation(
            summary = "A case as a file, for auditors only",
            description =
                    "`bundle`: a zip with the chronology in both languages, dates, decisions, who looked, every entry with"
                            + " its proof, and a verifier that needs neither this service nor a library. `pdf`: the whole"
                            + " chronology, tagged. `csv`: the same as a table. `xes` and `ocel`: event logs for process mining"
                            + " (XES 2.0, OCEL 2.0 in JSON), without answers. In `csv`, `xes` and `ocel` people and"
                            + " cases bear pseudonyms that stay the same in all exports of this service, unless"
                            + " `names=true` asks for names. `profile=reporter` withholds the bodies of what the reporter recorded from a bundle,"
                            + " `profile=answers` of whatever somebody wrote; `removed.*.html` lists them. The"
                            + " export itself is recorded among the looks at the case.")
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam CaseExport.Format format,
            @RequestParam(defaultValue = "whole") CaseBundle.Profile profile,
            @RequestParam(defaultValue = "false") boolean names,
            Locale locale) {
        return export.of(person.viewer(), reference, format, profile, names, locale)
                .answer();
    }
}
