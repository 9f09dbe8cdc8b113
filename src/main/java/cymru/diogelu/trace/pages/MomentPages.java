package cymru.diogelu.trace.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.MomentReading;
import cymru.diogelu.trace.RecordReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case as it stood at any moment, for auditors alone. */
@Controller
@RequestMapping("/records/{reference}/moment")
class MomentPages {

    /** As in {@code 2027-10-31T01:30+01:00}. */
    private static final Pattern WITH_OFFSET = Pattern.compile("T.*(?:Z|[+-]\\d\\d:\\d\\d)$");

    private static final String NEWEST = "" + Integer.MAX_VALUE;

    private final CaseAccess access;
    private final MomentReading moments;
    private final RecordReading records;
    private final WalkedModels models;

    MomentPages(CaseAccess access, MomentReading moments, RecordReading records, WalkedModels models) {
        this.access = access;
        this.moments = moments;
        this.records = records;
        this.models = models;
    }

    /**
     * @param seq behind which entry to look; the last one where none is named
     * @param when which moment to look at instead: date and time on the clock in Wales, {@code 2027-03-03T14:00}
     */
    @GetMapping
    String moment(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(defaultValue = NEWEST) long seq,
            @RequestParam(defaultValue = "") String when,
            Model model,
            Locale locale) {
        OpenedCase opened = access.audit(person.viewer(), reference, Look.MOMENT, Map.of());
        model.addAttribute("reference", reference);
        model.addAttribute("broken", records.broken(opened, locale));
        model.addAttribute("when", when);
        MomentReading.Moment moment = moments.at(opened, when.isBlank() ? seq : entryAt(opened, when, model), locale);
        model.addAttribute("seqFault", when.isBlank() && seq != Integer.MAX_VALUE && seq != moment.seq());
        model.addAttribute("moment", moment);
        return "record-moment";
    }

    /** A moment that cannot be found is said to be so, and the newest is shown. */
    private long entryAt(OpenedCase opened, String when, Model model) {
        try {
            Instant then = instant(when, model);
            model.addAttribute("asked", then.atZone(ServiceClock.LONDON));
            long entry = moments.entryAt(opened, then);
            model.addAttribute("before", entry == 0);
            return Math.max(1, entry);
        } catch (DateTimeException noMoment) {
            model.addAttribute("whenFault", "record.moment.when.invalid");
            return Integer.MAX_VALUE;
        }
    }

    /** Of an hour that the clock showed twice the second is taken, and the first is offered. */
    private static Instant instant(String when, Model model) {
        if (WITH_OFFSET.matcher(when).find()) {
            return OffsetDateTime.parse(when).toInstant();
        }
        ZonedDateTime first = LocalDateTime.parse(when).atZone(ServiceClock.LONDON);
        if (!ServiceClock.hourShownTwice(first).isEmpty()) {
            model.addAttribute(
                    "twice",
                    first.withEarlierOffsetAtOverlap().toOffsetDateTime().toString());
        }
        return first.withLaterOffsetAtOverlap().toInstant();
    }

    /** The model of a procedure that the case had entered, for moving and zooming. */
    @GetMapping("/{process}/{version}.bpmn")
    ResponseEntity<byte[]> drawing(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @PathVariable String process,
            @PathVariable int version,
            Locale locale) {
        OpenedCase opened = access.audit(person.viewer(), reference, Look.PATH, Map.of());
        byte[] drawing = moments.at(opened, Integer.MAX_VALUE, locale).walks().stream()
                .filter(walk -> walk.process().equals(process) && walk.version() == version)
                .findFirst()
                .flatMap(walk -> models.drawing(process, version, Language.of(locale)))
                .orElseThrow(() -> new CaseNotFound(reference));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(drawing);
    }
}
