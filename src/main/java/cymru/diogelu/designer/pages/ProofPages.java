package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.CounterexampleStory;
import cymru.diogelu.designer.ModelDesk;
import cymru.diogelu.designer.ProofRun;
import cymru.diogelu.designer.ProofRuns;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ProposalRefused;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelProofs;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was proved about a set that was sent to the desk, and the shortest way to whatever is wrong with it. */
@Controller
class ProofPages {

    private final ModelAccess access;
    private final ProofRuns proofs;
    private final ModelDesk desk;
    private final WayDrawing drawing;

    ProofPages(ModelAccess access, ProofRuns proofs, ModelDesk desk, WayDrawing drawing) {
        this.access = access;
        this.proofs = proofs;
        this.desk = desk;
        this.drawing = drawing;
    }

    /**
     * Something that is wrong, in the reader's language.
     *
     * @param number by which its page is found, counted from 1
     * @param drawn whether there is a way to it
     */
    record Wrong(int number, String subject, String sentence, boolean drawn) {}

    /** Shows on the page of a proposal where its proofs stand. */
    void show(Viewer viewer, Proposal proposal, Model model, Locale locale) {
        Optional<ProofRun> run = proofs.find(viewer, proposal.number());
        Optional<ModelProofs.Result> result = proofs.result(viewer, proposal.number());
        boolean undecided = access.designs(viewer)
                && (proposal.state() == Proposal.State.DRAFT || proposal.state() == Proposal.State.OPEN);
        model.addAttribute("proof", run.orElse(null));
        model.addAttribute("proofResult", result.orElse(null));
        model.addAttribute("wrong", result.map(found -> wrong(found, locale)).orElse(List.of()));
        model.addAttribute(
                "provesAgain",
                undecided
                        && run.filter(each -> each.state() == ProofRun.State.FAILED)
                                .isPresent());
        model.addAttribute(
                "explainsProof",
                undecided
                        && proposal.madeBy().equals(viewer.user())
                        && run.filter(ProofRun::wantsReason)
                                .filter(each -> each.reason() == null)
                                .isPresent());
    }

    private static List<Wrong> wrong(ModelProofs.Result result, Locale locale) {
        List<ModelProofs.Found> found = result.found();
        return IntStream.range(0, found.size())
                .mapToObj(at -> new Wrong(
                        at + 1,
                        found.get(at).subject(),
                        found.get(at).finding().sentence().in(Language.of(locale)),
                        !found.get(at).way().isEmpty()))
                .toList();
    }

    @GetMapping("/models/proposals/{number}/proofs/{at}")
    String way(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @PathVariable int at,
            Model model,
            Locale locale) {
        Viewer viewer = person.viewer();
        ModelProofs.Found shown = found(viewer, number, at);
        model.addAttribute("at", at);
        model.addAttribute("told", !shown.deeds().isEmpty());
        model.addAttribute("number", number);
        model.addAttribute("subject", shown.subject());
        model.addAttribute("sentence", shown.finding().sentence().in(Language.of(locale)));
        model.addAttribute("steps", WayDrawing.steps(shown.way(), Language.of(locale)));
        model.addAttribute("drawings", drawing.of(desk.files(viewer, number), shown.way(), locale));
        return "model-way";
    }

    private ModelProofs.Found found(Viewer viewer, long number, int at) {
        return proofs.result(viewer, number)
                .map(ModelProofs.Result::found)
                .filter(found -> at >= 1 && at <= found.size())
                .map(found -> found.get(at - 1))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/models/proposals/{number}/proofs/{at}/scenario")
    ResponseEntity<String> scenario(
            @AuthenticationPrincipal Person person, @PathVariable long number, @PathVariable int at) {
        ModelProofs.Found shown = found(person.viewer(), number, at);
        if (shown.deeds().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return StoryDownload.of(shown.subject(), CounterexampleStory.yaml(shown));
    }

    @PostMapping("/models/proposals/{number}/proofs")
    String again(@AuthenticationPrincipal Person person, @PathVariable long number, RedirectAttributes next) {
        return decided(number, next, () -> proofs.again(person.viewer(), number));
    }

    @PostMapping("/models/proposals/{number}/proofs/reason")
    String explain(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String proofsReason,
            RedirectAttributes next) {
        return decided(number, next, () -> proofs.explain(person.viewer(), number, proofsReason));
    }

    private static String decided(long number, RedirectAttributes next, Runnable decision) {
        try {
            decision.run();
        } catch (ProposalRefused refused) {
            next.addFlashAttribute("proofsRefused", refused.reason());
        }
        return "redirect:/models/proposals/" + number + "#proofs";
    }
}
