package cymru.diogelu.trace.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.trace.CaseBundle;
import cymru.diogelu.trace.CaseExport;
import cymru.diogelu.trace.Part;
import cymru.diogelu.trace.RecordReading;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What auditors read of a case, for nobody else: to all others these pages are not there. */
@Controller
class RecordPages {

    private static final int PAGE = 50;

    private final CaseAccess access;
    private final RecordReading reading;
    private final CaseExport export;
    private final ObjectWriter json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    RecordPages(CaseAccess access, RecordReading reading, CaseExport export) {
        this.access = access;
        this.reading = reading;
        this.export = export;
    }

    /** One case in the list of all. */
    record Listed(String reference, boolean closed, String authority, ZonedDateTime opened) {}

    @GetMapping("/records")
    String cases(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String after, Model model) {
        List<SafeguardingCase> found = access.all(person.viewer(), after, PAGE + 1);
        List<Listed> page = found.stream().limit(PAGE).map(RecordPages::listed).toList();
        model.addAttribute("cases", page);
        model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).reference() : null);
        return "records";
    }

    private static Listed listed(SafeguardingCase found) {
        return new Listed(
                found.reference().value(),
                found.status() == SafeguardingCase.Status.CLOSED,
                found.authority(),
                found.openedAt().atZone(ServiceClock.LONDON));
    }

    @GetMapping("/records/{reference}")
    String record(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale) {
        var opened = access.audit(person.viewer(), reference, Look.CHRONOLOGY, Map.of());
        model.addAttribute("reference", reference);
        Asked asked = Asked.of(typed);
        model.addAttribute("asked", asked);
        model.addAttribute("parts", Part.values());
        model.addAttribute("actors", reading.actors(opened, locale));
        model.addAttribute("told", reading.record(opened, asked.choice(), asked.after(), locale));
        return "record";
    }

    @GetMapping("/records/{reference}/entries/{seq}")
    String entry(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @PathVariable long seq,
            Model model,
            Locale locale) {
        var opened = access.audit(person.viewer(), reference, Look.ENTRY, Map.of("entry", String.valueOf(seq)));
        RecordReading.Whole whole = reading.entry(opened, seq, locale);
        model.addAttribute("reference", reference);
        model.addAttribute("broken", reading.broken(opened, locale));
        model.addAttribute("entry", whole);
        model.addAttribute("body", json.writeValueAsString(whole.body()));
        return "record-entry";
    }

    @GetMapping("/records/{reference}/looks")
    String looks(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long after,
            Model model,
            Locale locale) {
        var opened = access.audit(person.viewer(), reference, Look.ACCESS_LOG, Map.of());
        model.addAttribute("reference", reference);
        model.addAttribute("told", reading.looks(opened, after, locale));
        return "record-looks";
    }

    @GetMapping("/records/{reference}/rules")
    String rules(@AuthenticationPrincipal Person person, @PathVariable String reference, Model model, Locale locale) {
        var opened = access.audit(person.viewer(), reference, Look.CONFORMANCE, Map.of());
        model.addAttribute("reference", reference);
        model.addAttribute("broken", reading.broken(opened, locale));
        model.addAttribute("rules", reading.rules(opened, locale));
        return "record-rules";
    }

    @GetMapping("/records/{reference}/dates")
    String dates(@AuthenticationPrincipal Person person, @PathVariable String reference, Model model, Locale locale) {
        var opened = access.audit(person.viewer(), reference, Look.DATES, Map.of());
        model.addAttribute("reference", reference);
        model.addAttribute("broken", reading.broken(opened, locale));
        model.addAttribute("dated", reading.dates(opened, locale));
        return "record-dates";
    }

    @GetMapping("/records/{reference}/export")
    ResponseEntity<StreamingResponseBody> export(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam CaseExport.Format format,
            @RequestParam(defaultValue = "whole") CaseBundle.Profile profile,
            Locale locale) {
        return export.of(person.viewer(), reference, format, profile, false, locale)
                .answer();
    }
}
