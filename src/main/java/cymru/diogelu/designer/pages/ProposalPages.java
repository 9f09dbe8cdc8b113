package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ProposalRefused;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is proposed: what is wrong with it, what it changes, and what the two people say who decide on it. */
@Controller
class ProposalPages {

    private final ModelAccess access;
    private final ModelDesk desk;
    private final ProposalStories stories;
    private final MessageSource messages;

    ProposalPages(ModelAccess access, ModelDesk desk, ProposalStories stories, MessageSource messages) {
        this.access = access;
        this.desk = desk;
        this.stories = stories;
        this.messages = messages;
    }

    /** A proposal with its times as the clock shows in Wales. */
    record Shown(Proposal proposal, ZonedDateTime madeAt, @Nullable ZonedDateTime decidedAt) {

        static Shown of(Proposal proposal) {
            Instant decided = proposal.decidedAt();
            return new Shown(proposal, local(proposal.madeAt()), decided == null ? null : local(decided));
        }
    }

    @GetMapping("/models/proposals/{number}")
    String proposal(@AuthenticationPrincipal Person person, @PathVariable long number, Model model, Locale locale) {
        return proposal(person.viewer(), number, Map.of(), "", "", model, locale);
    }

    private String proposal(
            Viewer viewer,
            long number,
            Map<String, String> errors,
            String purpose,
            String reason,
            Model model,
            Locale locale) {
        Proposal proposal = found(desk.find(viewer, number));
        List<Finding> findings = desk.check(viewer, desk.files(viewer, number));
        boolean own = proposal.madeBy().equals(viewer.user());
        long faults = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        stories.show(viewer, proposal, model, locale);
        model.addAttribute("shown", Shown.of(proposal));
        model.addAttribute("findings", FindingLine.of(findings, locale));
        model.addAttribute("changes", changes(desk.changes(viewer, proposal), locale));
        model.addAttribute("faults", faults);
        model.addAttribute("warnings", findings.size() - faults);
        model.addAttribute(
                "proposes", access.designs(viewer) && own && faults == 0 && is(proposal, Proposal.State.DRAFT));
        model.addAttribute("decides", access.designs(viewer) && is(proposal, Proposal.State.OPEN));
        model.addAttribute("approves", access.designs(viewer) && !own && is(proposal, Proposal.State.OPEN));
        model.addAttribute("errors", errors);
        model.addAttribute("purpose", purpose);
        model.addAttribute("reason", reason);
        return "model-proposal";
    }

    private static boolean is(Proposal proposal, Proposal.State state) {
        return proposal.state() == state;
    }

    /** What changes, file by file, in the reader's language. */
    private static Map<String, List<String>> changes(List<Change> changes, Locale locale) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        Change::file,
                        LinkedHashMap::new,
                        Collectors.mapping(change -> change.sentence().in(Language.of(locale)), Collectors.toList())));
    }

    @PostMapping("/models/proposals/{number}")
    String propose(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale) {
        return decided(
                person,
                number,
                purpose,
                reason,
                model,
                locale,
                () -> desk.propose(person.viewer(), number, purpose, reason));
    }

    @PostMapping("/models/proposals/{number}/approval")
    String approve(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale) {
        return decided(person, number, "", "", model, locale, () -> desk.approve(person.viewer(), number, note));
    }

    @PostMapping("/models/proposals/{number}/refusal")
    String refuse(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String note,
            Model model,
            Locale locale) {
        return decided(person, number, "", "", model, locale, () -> desk.refuse(person.viewer(), number, note));
    }

    private String decided(
            Person person, long number, String purpose, String reason, Model model, Locale locale, Runnable decision) {
        try {
            decision.run();
            return "redirect:/models/proposals/" + number;
        } catch (ProposalRefused refused) {
            String field =
                    switch (refused.reason()) {
                        case WITHOUT_PURPOSE -> "purpose";
                        case WARNINGS_WITHOUT_REASON -> "reason";
                        default -> "main";
                    };
            String said = messages.getMessage("models.refused." + refused.reason(), null, locale);
            return proposal(person.viewer(), number, Map.of(field, said), purpose, reason, model, locale);
        }
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
