package cymru.diogelu.worklist;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.worklist.InvalidRequest.Fault;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeadlineController {

    private final Deadlines deadlines;
    private final Provisions provisions;
    private final Agencies agencies;

    DeadlineController(Deadlines deadlines, Provisions provisions, Agencies agencies) {
        this.deadlines = deadlines;
        this.provisions = provisions;
        this.agencies = agencies;
    }

    @GetMapping("/api/v1/deadlines/preview")
    @Operation(
            summary = "When a limit would end",
            description = "Counts one provision's limit from a start at an authority and explains the date.")
    Preview preview(
            @Parameter(example = "DL-03") @RequestParam(required = false, defaultValue = "") String provision,
            @Parameter(
                            example = "2026-03-02T10:15:00Z",
                            description = "ISO 8601 with offset; write the plus sign of an offset as %2B.")
                    @RequestParam(required = false, defaultValue = "")
                    String start,
            @Parameter(example = "W06000015") @RequestParam(required = false, defaultValue = "") String authority) {
        refuse(provision, start, authority);
        try {
            return Preview.of(deadlines.calculate(provision, instant(start), authority));
        } catch (DateTimeException outOfRange) {
            throw new InvalidRequest("start", "wrongType");
        }
    }

    private void refuse(String provision, String start, String authority) {
        List<Fault> faults = new ArrayList<>();
        if (provisions
                .find(provision)
                .filter(found -> found.kind() == Provision.Kind.LIMIT)
                .isEmpty()) {
            faults.add(new Fault("provision", provision.isEmpty() ? "required" : "unknown"));
        }
        try {
            instant(start);
        } catch (DateTimeException noTime) {
            faults.add(new Fault("start", start.isEmpty() ? "required" : "wrongType"));
        }
        if (agencies.findAuthority(authority).isEmpty()) {
            faults.add(new Fault("authority", authority.isEmpty() ? "required" : "unknown"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    /** A plus sign that was not encoded arrives as a space. */
    private static Instant instant(String start) {
        return OffsetDateTime.parse(start.replace(' ', '+')).toInstant();
    }

    /** The date, its reminders and why it is what it is. */
    record Preview(
            String provision,
            OffsetDateTime start,
            OffsetDateTime due,
            List<OffsetDateTime> reminders,
            Map<String, Object> explanation) {

        static Preview of(Deadline deadline) {
            return new Preview(
                    deadline.provision().id(),
                    deadline.start(),
                    deadline.due(),
                    deadline.reminders(),
                    deadline.explanation().toMap());
        }
    }
}
