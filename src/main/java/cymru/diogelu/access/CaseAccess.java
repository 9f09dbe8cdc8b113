package cymru.diogelu.access;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import org.springframework.stereotype.Component;

/**
 * The one decision about who may see a case: the groups that raised it or were ever offered work in it, and auditors.
 */
@Component
public class CaseAccess {

    private static final String AUDITOR = "auditor";

    private final Cases cases;

    CaseAccess(Cases cases) {
        this.cases = cases;
    }

    /** @throws CaseNotFound when the case does not exist or is not this person's to see */
    public SafeguardingCase visible(Viewer viewer, String reference) {
        try {
            return cases.find(new CaseReference(reference))
                    .filter(found -> maySee(viewer, found))
                    .orElseThrow(() -> new CaseNotFound(reference));
        } catch (IllegalArgumentException noReference) {
            throw new CaseNotFound(reference);
        }
    }

    private boolean maySee(Viewer viewer, SafeguardingCase found) {
        return viewer.role().equals(AUDITOR) || cases.involved(found.reference(), viewer.groups());
    }
}
