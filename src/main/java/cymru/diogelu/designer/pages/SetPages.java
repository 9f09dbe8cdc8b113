package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.FolderWatch;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.ModelHistory;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ScenarioFiles;
import cymru.diogelu.designer.pages.ProposalPages.Shown;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.ResponseStatusException;

/** The sets of models: what is in force, what was before it, how each came to be, and where another is sent. */
@Controller
class SetPages {

    private final ModelAccess access;
    private final ModelDesk desk;
    private final ModelHistory history;
    private final ObjectProvider<FolderWatch> watch;

    SetPages(ModelAccess access, ModelDesk desk, ModelHistory history, ObjectProvider<FolderWatch> watch) {
        this.access = access;
        this.desk = desk;
        this.history = history;
        this.watch = watch;
    }

    /** A set in the list of all. */
    record Listed(String deployment, int version, ZonedDateTime at, long openCases) {

        static Listed of(ModelSets.Deployed set) {
            return new Listed(set.deployment(), set.version(), ProposalPages.local(set.at()), set.openCases());
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
                "savedFindings",
                FindingLine.of(saved.map(FolderWatch.Seen::findings).orElse(List.of()), locale));
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

    /** A line of the record of the models. */
    record Recorded(long seq, ZonedDateTime at, String by, String kind, Map<String, Object> body) {

        static Recorded of(Entry entry) {
            return new Recorded(
                    entry.seq(), ProposalPages.local(entry.at()), entry.actor().user(), entry.kind(), entry.body());
        }
    }

    @GetMapping("/models/record")
    String record(@AuthenticationPrincipal Person person, Model model) {
        ModelHistory.Told told = history.record(person.viewer());
        model.addAttribute("intact", told.intact());
        model.addAttribute("entries", told.entries().stream().map(Recorded::of).toList());
        return "model-record";
    }
}
