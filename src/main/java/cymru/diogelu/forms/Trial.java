package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One answer under judgement: what it may be compared with, and the complaints about it.
 *
 * @param now the instant of the submission, for dates that may not lie in the future or the past
 * @param words what the dates are called that others are compared with, by name
 */
record Trial(Scope scope, Instant now, Map<String, Bilingual> words, List<Complaint> complaints) {

    static Trial of(Scope scope, Instant now, Map<String, Bilingual> words) {
        return new Trial(scope, now, words, new ArrayList<>());
    }

    Bilingual words(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    void complain(Complaint complaint) {
        complaints.add(complaint);
    }
}
