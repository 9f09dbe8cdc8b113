package cymru.diogelu.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer under judgement: what it may be compared with, and the complaints about it.
 *
 * @param now the instant of the submission, for dates that may not lie in the future or the past
 */
record Trial(Scope scope, Instant now, List<Complaint> complaints) {

    static Trial of(Scope scope, Instant now) {
        return new Trial(scope, now, new ArrayList<>());
    }

    void complain(Complaint complaint) {
        complaints.add(complaint);
    }
}
