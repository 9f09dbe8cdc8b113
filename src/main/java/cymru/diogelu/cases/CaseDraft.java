package cymru.diogelu.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One case as the running transaction has made it so far: what is new in it has still to be written. */
record CaseDraft(
        Map<String, Object> facts,
        Map<String, Instant> clocks,
        boolean newFacts,
        boolean newClocks,
        Set<String> newGroups) {

    static CaseDraft of(Map<String, Object> facts, Map<String, Instant> clocks) {
        return new CaseDraft(facts, clocks, false, false, Set.of());
    }

    CaseDraft learning(Map<String, @Nullable Object> news) {
        Map<String, Object> known = new TreeMap<>(facts);
        news.forEach((name, fact) -> {
            if (fact == null) {
                known.remove(name);
            } else {
                known.put(name, fact);
            }
        });
        return known.equals(facts) ? this : new CaseDraft(known, clocks, true, newClocks, newGroups);
    }

    CaseDraft starting(String clock, Instant at) {
        Map<String, Instant> started = new TreeMap<>(clocks);
        boolean same = at.equals(started.put(clock, at));
        return same ? this : new CaseDraft(facts, started, newFacts, true, newGroups);
    }

    CaseDraft involving(String group) {
        Set<String> groups = new TreeSet<>(newGroups);
        groups.add(group);
        return new CaseDraft(facts, clocks, newFacts, newClocks, groups);
    }

    CaseDraft written() {
        return of(facts, clocks);
    }
}
