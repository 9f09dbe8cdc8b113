package cymru.diogelu.designer;

import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which scenario book goes with a set of models: its own, else that of the set before it, else the one that came with the program. */
@Component
class ScenarioBooks {

    private final ProposalTable proposals;
    private final ModelSets sets;

    ScenarioBooks(ProposalTable proposals, ModelSets sets) {
        this.proposals = proposals;
        this.sets = sets;
    }

    ScenarioFiles inForce() {
        return of(sets.current());
    }

    /** The book of a set that was deployed. */
    ScenarioFiles of(String deployment) {
        String before = deployment;
        for (Optional<Proposal> set = proposals.deployed(before); set.isPresent(); set = proposals.deployed(before)) {
            ScenarioFiles own = own(set.get().number());
            if (!own.isEmpty()) {
                return own;
            }
            before = set.get().base();
        }
        return ScenarioFiles.packaged();
    }

    /** The book that a proposed set is tried with. */
    ScenarioFiles of(Proposal proposal) {
        ScenarioFiles own = own(proposal.number());
        return own.isEmpty() ? of(proposal.base()) : own;
    }

    /** The book that was sent with a set; empty where none was. */
    ScenarioFiles own(long proposal) {
        try {
            return ScenarioFiles.ofZip(proposals.files(proposal).orElseThrow(() -> new NoSuchProposal(proposal)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
