package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConcernDraftTests {

    @Test
    void isReadAsItWasKept() {
        ConcernDraft draft = ConcernDraft.fresh();
        draft.left().add("danger");
        draft.answers().put("immediateDanger", "no");
        draft.keptOn().put("danger", "page");

        assertThat(ConcernDraft.of(draft.kept())).isEqualTo(draft);
    }

    @Test
    void holdsNoWordOnceItIsHandedIn() {
        ConcernDraft draft = ConcernDraft.fresh();
        draft.answers().put("immediateDanger", "no");
        assertThat(draft.unfinished()).isTrue();

        ConcernDraft done = draft.handedIn(List.of("DGL-2027-000001"));

        assertThat(done.unfinished()).isFalse();
        assertThat(done.kept()).containsEntry("answers", Map.of()).containsEntry("left", List.of());
    }

    @Test
    void everyDraftIsHandedInUnderAKeyOfItsOwn() {
        assertThat(ConcernDraft.fresh().key()).isNotEqualTo(ConcernDraft.fresh().key());
    }

    @Test
    void pagesOfTheRowsBehindMoveUp() {
        ConcernDraft draft = ConcernDraft.fresh();
        draft.left().addAll(List.of("danger", "child/1", "child/2", "birth/2", "child/3", "other/3"));

        draft.keptOn().put("child/2", "page");

        draft.closeUp(Set.of("child", "birth"), 2);

        assertThat(draft.left()).containsExactly("danger", "child/1", "child/2", "other/3");
        assertThat(draft.keptOn()).isEmpty();
    }
}
