package cymru.diogelu.trace;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Person;
import cymru.diogelu.trace.mining.Naming;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class ExportController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private static final MediaType XES = MediaType.APPLICATION_XML;
    private static final MediaType OCEL = MediaType.APPLICATION_JSON;

    private final CaseAccess access;
    private final CaseBundle bundle;
    private final CaseTables tables;
    private final CaseLog log;

    ExportController(CaseAccess access, CaseBundle bundle, CaseTables tables, CaseLog log) {
        this.access = access;
        this.bundle = bundle;
        this.tables = tables;
        this.log = log;
    }

    /** What a case can leave the service as. */
    enum Format {
        bundle,
        pdf,
        csv,
        xes,
        ocel
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
            @RequestParam Format format,
            @RequestParam(defaultValue = "whole") CaseBundle.Profile profile,
            @RequestParam(defaultValue = "false") boolean names,
            Locale locale) {
        Map<String, String> details =
                Map.of("format", format.name(), "profile", profile.name(), "names", Boolean.toString(names));
        if (names && !access.readsNames(person.viewer())) {
            throw new CaseNotFound(reference);
        }
        Naming naming = log.naming(names);
        OpenedCase opened = access.audit(person.viewer(), reference, Look.EXPORT, details);
        String name = opened.reference();
        String called = naming.caseReference(name);
        return switch (format) {
            case bundle -> file(name + ".zip", ZIP, out -> bundle.write(opened, profile, out));
            case pdf -> file(name + ".pdf", MediaType.APPLICATION_PDF, out -> bundle.pdf(opened, locale, out));
            case csv -> file(called + ".csv", CSV, tables.chronology(opened, naming, locale)::to);
            case xes -> file(called + ".xes", XES, out -> log.xes(opened, naming, locale, out));
            case ocel -> file(called + ".ocel.json", OCEL, out -> log.ocel(opened, naming, locale, out));
        };
    }

    private static ResponseEntity<StreamingResponseBody> file(String name, MediaType type, StreamingResponseBody body) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }
}
