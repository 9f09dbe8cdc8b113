package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.FolderWatch;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.ModelHistory;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ProposalRefused;
import cymru.diogelu.designer.ScenarioFiles;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What designers see of the models: what is in force, what is proposed, what is wrong with it, and how it came to be. */
@Controller
class ModelPages {

    private final ModelAccess access;
    private final ModelDesk desk;
    private final ModelHistory history;
    private final ObjectProvider<FolderWatch> watch;
    private final ProposalStories stories;
    private final RulePages rules;
    private final MessageSource messages;

    ModelPages(
            ModelAccess access,
            ModelDesk desk,
            ModelHistory history,
            ObjectProvider<FolderWatch> watch,
            ProposalStories stories,
            RulePages rules,
            MessageSource messages) {
        this.access = access;
        this.desk = desk;
        this.history = history;
        this.watch = watch;
        this.stories = stories;
        this.rules = rules;
        this.messages = messages;
    }

    /** A set in the list of all. */
    record Listed(String deployment, int version, ZonedDateTime at, long openCases) {

        static Listed of(ModelSets.Deployed set) {
            return new Listed(set.deployment(), set.version(), local(set.at()), set.openCases());
        }
    }

    /** A proposal with its times as the clock shows in Wales. */
    record Shown(Proposal proposal, ZonedDateTime madeAt, @Nullable ZonedDateTime decidedAt) {

        static Shown of(Proposal proposal) {
            Instant decided = proposal.decidedAt();
            return new Shown(proposal, local(proposal.madeAt()), decided == null ? null : local(decided));
        }
    }

    @GetMapping("/models")
    String models(@AuthenticationPrincipal Person person, Model model, Locale locale) {
        List<Listed> sets =
                history.deployed(person.viewer()).stream().map(Listed::of).toList();
        model.addAttribute("force", sets.get(0));
        model.addAttribute("former", sets.subList(1, sets.size()));
        model.addAttribute(
                "proposals",
                desk.proposals(person.viewer()).stream().map(Shown::of).toList());
        model.addAttribute("designs", access.designs(person.viewer()));
        Optional<FolderWatch.Seen> saved =
                watch.stream().flatMap(each -> each.seen().stream()).findFirst();
        model.addAttribute("saved", saved.orElse(null));
        model.addAttribute(
                "savedFindings", lines(saved.map(FolderWatch.Seen::findings).orElse(List.of()), locale));
        return "models";
    }

    /** Sent by a script of the page, which then goes to the address that it is given. */
    @PostMapping(path = "/models/sets", consumes = "application/zip")
    ResponseEntity<String> keep(@AuthenticationPrincipal Person person, @RequestBody byte[] zip) {
        try {
            ModelFiles files = ModelFiles.ofZip(zip);
            if (files.byPath().isEmpty()) {
                return ResponseEntity.badRequest().build();
            }
            return ResponseEntity.ok(address(desk.keep(person.viewer(), files, ScenarioFiles.ofZip(zip))));
        } catch (IOException unreadable) {
            return ResponseEntity.badRequest().build();
        }
    }

    /** A former set, to be proposed anew. */
    @PostMapping("/models/sets/{deployment}")
    String again(@AuthenticationPrincipal Person person, @PathVariable String deployment) {
        boolean known = history.deployed(person.viewer()).stream()
                .anyMatch(set -> set.deployment().equals(deployment));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Viewer viewer = person.viewer();
        return "redirect:"
                + address(desk.keep(viewer, desk.deployed(viewer, deployment), desk.book(viewer, deployment)));
    }

    private static String address(Proposal proposal) {
        return "/models/proposals/" + proposal.number();
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
        model.addAttribute("findings", lines(findings, locale));
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

    /** A finding in the reader's language. */
    record Line(boolean error, String rule, String place, String element, String sentence) {}

    private static List<Line> lines(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new Line(
                        finding.severity() == Severity.ERROR,
                        finding.rule(),
                        finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line(),
                        finding.element(),
                        finding.sentence().in(Language.of(locale))))
                .toList();
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

    @GetMapping("/models/rules/{rule}")
    String rule(@AuthenticationPrincipal Person person, @PathVariable String rule, Model model, Locale locale) {
        access.requireReads(person.viewer());
        model.addAttribute("rule", rule);
        model.addAttribute("text", found(rules.html(rule, Language.of(locale))));
        return "model-rule";
    }

    /** A line of the record of the models. */
    record Recorded(long seq, ZonedDateTime at, String by, String kind, Map<String, Object> body) {

        static Recorded of(Entry entry) {
            return new Recorded(entry.seq(), local(entry.at()), entry.actor().user(), entry.kind(), entry.body());
        }
    }

    @GetMapping("/models/record")
    String record(@AuthenticationPrincipal Person person, Model model) {
        ModelHistory.Told told = history.record(person.viewer());
        model.addAttribute("intact", told.intact());
        model.addAttribute("entries", told.entries().stream().map(Recorded::of).toList());
        return "model-record";
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
