package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.CasePath;
import cymru.diogelu.trace.CaseReading;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procedures that a case has entered, drawn with where it is now, and the same in words. */
@Controller
@RequestMapping("/cases/{reference}/diagram")
class DiagramPage {

    private final CaseAccess access;
    private final CaseReading reading;
    private final Procedures procedures;
    private final WalkedModels models;
    private final WalkedSteps steps;

    DiagramPage(CaseAccess access, CaseReading reading, Procedures procedures, WalkedModels models, WalkedSteps steps) {
        this.access = access;
        this.reading = reading;
        this.procedures = procedures;
        this.models = models;
        this.steps = steps;
    }

    @GetMapping
    String diagram(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String process,
            Model model,
            Locale locale) {
        CasePath path = reading.path(access.open(person.viewer(), reference, Look.PATH));
        List<WalkedProcedure> walked = steps.procedures(path, locale);
        WalkedProcedure chosen = chosen(walked, process == null ? busiest(reference, walked) : process, reference);
        model.addAttribute("reference", reference);
        model.addAttribute("procedures", walked);
        model.addAttribute("chosen", chosen);
        model.addAttribute("steps", steps.of(path, chosen.id(), locale));
        return "diagram";
    }

    @GetMapping("/{process}.bpmn")
    ResponseEntity<byte[]> drawing(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @PathVariable String process,
            Locale locale) {
        CasePath path = reading.path(access.open(person.viewer(), reference, Look.PATH));
        WalkedProcedure chosen = chosen(steps.procedures(path, locale), process, reference);
        byte[] drawing = models.drawing(process, chosen.version(), Language.of(locale))
                .orElseThrow(() -> new CaseNotFound(reference));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(drawing);
    }

    /** Where the soonest task is, since that is what the case waits for; else where it began. */
    private String busiest(String reference, List<WalkedProcedure> walked) {
        return procedures.tasksOfCase(reference).stream()
                .map(OpenTask::process)
                .findFirst()
                .orElse(walked.isEmpty() ? "" : walked.get(0).id());
    }

    private static WalkedProcedure chosen(List<WalkedProcedure> walked, String process, String reference) {
        return walked.stream()
                .filter(procedure -> procedure.id().equals(process))
                .findFirst()
                .orElseThrow(() -> new CaseNotFound(reference));
    }
}
