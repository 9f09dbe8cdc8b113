package cymru.diogelu.access;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one decision about who may raise a concern, and who may see a case: the groups that raised it or were ever offered
 * work in it, and auditors.
 */
@Component
public class CaseAccess {

    static final String AUDITOR = "auditor";

    private final Cases cases;
    private final Agencies agencies;
    private final AccessRecord record;

    CaseAccess(Cases cases, Agencies agencies, AccessRecord record) {
        this.cases = cases;
        this.agencies = agencies;
        this.record = record;
    }

    /**
     * Opens a case for somebody and records that they looked at it.
     *
     * @throws CaseNotFound when the case does not exist or is not this person's to see
     */
    public OpenedCase open(Viewer viewer, String reference, Look look) {
        return open(viewer, reference, look, Map.of());
    }

    /**
     * @param details what else the record of looks is to know, such as what was searched for
     * @throws CaseNotFound when the case does not exist or is not this person's to see
     */
    public OpenedCase open(Viewer viewer, String reference, Look look, Map<String, String> details) {
        SafeguardingCase found = visible(viewer, reference).orElseThrow(() -> new CaseNotFound(reference));
        record.add(viewer, reference, look, details);
        return new OpenedCase(viewer, found);
    }

    /**
     * Opens what only auditors may read: who looked at a case, and what leaves the service.
     *
     * @throws CaseNotFound when the case does not exist, and for everybody but auditors
     */
    public OpenedCase audit(Viewer viewer, String reference, Look look, Map<String, String> details) {
        if (!audits(viewer)) {
            throw new CaseNotFound(reference);
        }
        return open(viewer, reference, look, details);
    }

    /**
     * Opens what tells every answer in a case.
     *
     * @throws CaseNotFound when the case does not exist, and for everybody who may not read all answers in it
     */
    public OpenedCase openAnswers(Viewer viewer, String reference, Look look) {
        boolean reads = visible(viewer, reference)
                .filter(found -> readsAnswers(viewer, found, "", ""))
                .isPresent();
        if (!reads) {
            throw new CaseNotFound(reference);
        }
        return open(viewer, reference, look);
    }

    private Optional<SafeguardingCase> visible(Viewer viewer, String reference) {
        try {
            return cases.find(new CaseReference(reference)).filter(found -> maySee(viewer, found));
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }

    /** Whether this person may open a case that another one names. */
    public boolean opens(Viewer viewer, CaseReference reference) {
        return cases.find(reference).filter(found -> maySee(viewer, found)).isPresent();
    }

    /**
     * At most {@code limit} of all cases behind a reference, in their order.
     *
     * @throws CaseNotFound for everybody but auditors, who alone may learn which cases there are
     */
    public List<SafeguardingCase> all(Viewer viewer, String after, int limit) {
        requireAudits(viewer);
        return cases.after(after, limit);
    }

    /** @throws CaseNotFound for everybody but auditors, who alone may learn what all cases together show */
    public void requireAudits(Viewer viewer) {
        if (!audits(viewer)) {
            throw new CaseNotFound("list");
        }
    }

    /**
     * Whether this person may read answers that somebody has recorded in a case that they may see: the social services
     * of the authority that carries the case read all, every other agency its own.
     */
    public boolean readsAnswers(Viewer viewer, SafeguardingCase found, String role, String agency) {
        boolean carries = viewer.agency().equals(found.authority())
                && agencies.findRole(viewer.role()).filter(Role::casework).isPresent();
        boolean own = viewer.role().equals(role) && viewer.agency().equals(agency);
        return carries || own || audits(viewer);
    }

    /** Whether this person may read what the record of a case holds, and not only what it tells everybody in it. */
    public boolean audits(Viewer viewer) {
        return viewer.role().equals(AUDITOR);
    }

    /** Whether what leaves the service may name people to this person: to auditors. */
    public boolean readsNames(Viewer viewer) {
        return audits(viewer);
    }

    /**
     * Lets those raise a concern who can then be asked to report it: members of an agency's group, not auditors or designers.
     *
     * @throws MayNotRaise for everybody else
     */
    public void requireMayRaise(Viewer viewer) {
        if (!viewer.groups().contains(viewer.group())) {
            throw new MayNotRaise();
        }
    }

    private boolean maySee(Viewer viewer, SafeguardingCase found) {
        return audits(viewer) || cases.involved(found.reference(), viewer.groups());
    }
}
