package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.worklist.drafts.Drafts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The one concern that a person is about to raise, kept between the pages as a task's answers are. */
@Component
class ConcernDrafts {

    private static final String TASK = "concern";

    private final Drafts drafts;

    ConcernDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Whether something was typed and not yet handed in. */
    boolean unfinished(Viewer viewer) {
        return find(viewer).filter(ConcernDraft::unfinished).isPresent();
    }

    Optional<ConcernDraft> find(Viewer viewer) {
        return Optional.of(drafts.find(viewer, TASK))
                .filter(kept -> !kept.isEmpty())
                .map(ConcernDraft::of);
    }

    /** What can still be written to: none when none was begun, or it was handed in. */
    Optional<ConcernDraft> writable(Viewer viewer) {
        return find(viewer).filter(draft -> draft.opened().isEmpty());
    }

    /** @throws NoOpenConcern when none was begun, or it was handed in */
    ConcernDraft open(Viewer viewer) {
        ConcernDraft draft = find(viewer).orElseThrow(NoOpenConcern::notBegun);
        if (!draft.opened().isEmpty()) {
            throw NoOpenConcern.handedIn(draft.opened().get(0));
        }
        return draft;
    }

    /** Begins a concern, in the place of one that was not handed in. */
    void begin(Viewer viewer) {
        save(viewer, ConcernDraft.fresh());
    }

    /** Reads and writes the draft while no other request does: a page keeps and sends at the same moment. */
    <T> T alone(Viewer viewer, Supplier<T> work) {
        return drafts.alone(viewer, TASK, work);
    }

    /** Another one for other answers. */
    String mark(Map<String, Object> answers) {
        return drafts.mark(answers);
    }

    void save(Viewer viewer, ConcernDraft draft) {
        drafts.save(viewer, TASK, draft.kept());
    }
}
