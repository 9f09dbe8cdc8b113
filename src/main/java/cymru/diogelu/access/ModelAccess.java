package cymru.diogelu.access;

import java.util.Set;
import org.springframework.stereotype.Component;

/** The one decision about who may see and change the models: designers do, and auditors read. */
@Component
public class ModelAccess {

    private static final Set<String> DESIGNERS = Set.of("designer", "second-designer");

    /** @throws CaseNotFound for everybody else, to whom there is nothing here */
    public void requireDesigns(Viewer viewer) {
        if (!designs(viewer)) {
            throw new CaseNotFound("models");
        }
    }

    /** @throws CaseNotFound for everybody but designers and auditors */
    public void requireReads(Viewer viewer) {
        if (!reads(viewer)) {
            throw new CaseNotFound("models");
        }
    }

    /** Whether this person may see the models, what is proposed, and who decided. */
    public boolean reads(Viewer viewer) {
        return designs(viewer) || viewer.role().equals(CaseAccess.AUDITOR);
    }

    /** Whether this person may propose models, and decide on what another has proposed. */
    public boolean designs(Viewer viewer) {
        return DESIGNERS.contains(viewer.role());
    }
}
