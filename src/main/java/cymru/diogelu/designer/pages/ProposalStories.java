package cymru.diogelu.designer.pages;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.BookRun;
import cymru.diogelu.designer.BookRuns;
import cymru.diogelu.designer.Proposal;
import cymru.diogelu.designer.ScenarioReport;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a proposed set says of its stories. */
@Component
class ProposalStories {

    private final ModelAccess access;
    private final BookRuns runs;

    ProposalStories(ModelAccess access, BookRuns runs) {
        this.access = access;
        this.runs = runs;
    }

    void show(Viewer viewer, Proposal proposal, Model model, Locale locale) {
        Optional<BookRun> run = runs.ofProposal(viewer, proposal.number());
        Optional<ScenarioReport> report = run.flatMap(found -> runs.report(viewer, found.number()));
        boolean open = access.designs(viewer) && proposal.state() == Proposal.State.OPEN;
        model.addAttribute("run", run.orElse(null));
        model.addAttribute(
                "brokenStories",
                report.map(found -> Result.of(found.broken(), Language.of(locale)))
                        .orElse(List.of()));
        model.addAttribute(
                "untried", report.map(found -> found.untried().size()).orElse(0));
        model.addAttribute("ownBook", runs.ownBook(viewer, proposal).orElse(null));
        model.addAttribute("runsAgain", open && !run.map(BookRun::running).orElse(false));
        model.addAttribute(
                "explains",
                open
                        && proposal.madeBy().equals(viewer.user())
                        && run.filter(BookRun::wantsReason)
                                .filter(found -> found.reason() == null)
                                .isPresent());
    }
}
