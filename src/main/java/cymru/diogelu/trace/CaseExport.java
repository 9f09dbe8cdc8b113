package cymru.diogelu.trace;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.trace.mining.Naming;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A case as a file that leaves the service; that it did is recorded among the looks at the case. */
@Component
public class CaseExport {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final CaseAccess access;
    private final CaseBundle bundle;
    private final CaseTables tables;
    private final CaseLog log;

    CaseExport(CaseAccess access, CaseBundle bundle, CaseTables tables, CaseLog log) {
        this.access = access;
        this.bundle = bundle;
        this.tables = tables;
        this.log = log;
    }

    /** What a case can leave the service as. */
    public enum Format {
        bundle,
        pdf,
        csv,
        xes,
        ocel
    }

    /** A file that leaves, by its name; its content is made while it is written. */
    public record Leaving(String name, MediaType type, StreamingResponseBody content) {

        /** The file as the answer to a request. */
        public ResponseEntity<StreamingResponseBody> answer() {
            ContentDisposition saved =
                    ContentDisposition.attachment().filename(name).build();
            return ResponseEntity.ok()
                    .contentType(type)
                    .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                    .body(content);
        }
    }

    /**
     * @param profile what a bundle keeps back; the other formats have none
     * @param names whether a table or an event log tells names in place of pseudonyms
     * @throws ResponseStatusException when anything but a bundle is to keep something back
     * @throws CaseNotFound when the case does not exist or is not this person's to take out, with names if they are asked for
     */
    public Leaving of(
            Viewer viewer, String reference, Format format, CaseBundle.Profile profile, boolean names, Locale locale) {
        Map<String, String> details =
                Map.of("format", format.name(), "profile", profile.name(), "names", Boolean.toString(names));
        if (format != Format.bundle && profile != CaseBundle.Profile.whole) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "only a bundle can keep something back");
        }
        if (names && !access.readsNames(viewer)) {
            throw new CaseNotFound(reference);
        }
        Naming naming = log.naming(names);
        OpenedCase opened = access.audit(viewer, reference, Look.EXPORT, details);
        String name = opened.reference();
        String called = naming.caseReference(name);
        return switch (format) {
            case bundle -> new Leaving(name + ".zip", ZIP, out -> bundle.write(opened, profile, out));
            case pdf -> new Leaving(name + ".pdf", MediaType.APPLICATION_PDF, out -> bundle.pdf(opened, locale, out));
            case csv -> new Leaving(called + ".csv", CSV, tables.chronology(opened, naming, locale)::to);
            case xes ->
                new Leaving(called + ".xes", MediaType.APPLICATION_XML, out -> log.xes(opened, naming, locale, out));
            case ocel ->
                new Leaving(
                        called + ".ocel.json",
                        MediaType.APPLICATION_JSON,
                        out -> log.ocel(opened, naming, locale, out));
        };
    }
}
