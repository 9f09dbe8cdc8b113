package cymru.diogelu.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The children's cases: what is known of them, when their statutory clocks began, who takes part. Everything that
 * writes needs the caller's transaction; a reference that does not exist is a {@link UnknownCase} to writers and
 * absent to readers.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final CaseTable table;

    public Cases(JdbcTemplate jdbc) {
        this.table = new CaseTable(jdbc);
    }

    /** Opens a case under the next free number and the year of {@code at} in Europe/London. */
    public CaseReference open(NewCase opened, Instant at) {
        int year = at.atZone(LONDON).getYear();
        CaseReference reference = CaseReference.of(year, table.nextNumber());
        table.insert(reference, opened, at);
        opened.linked().forEach(other -> table.link(reference, other));
        return reference;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<SafeguardingCase> find(CaseReference reference) {
        return table.find(reference);
    }

    /** Takes in the latest facts, each under its name; null says that a fact is no longer known. */
    public void learn(CaseReference reference, Map<String, ?> facts) {
        table.learn(reference, facts);
    }

    /** What is known now; empty for a case that does not exist. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<String, Object> facts(CaseReference reference) {
        return table.facts(reference);
    }

    /** Notes when a statutory clock began; the latest start stands, earlier ones are in the ledger. */
    public void startClock(CaseReference reference, String name, Instant at) {
        table.startClock(reference, name, at);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> clock(CaseReference reference, String name) {
        return table.clock(reference, name);
    }

    /** Closes a case once; a closed case stays as it was closed. */
    public void close(CaseReference reference, String outcome, Instant at) {
        table.close(reference, outcome, at);
    }

    /** Makes each of these cases known to every other: children of one concern. */
    public void link(Collection<CaseReference> siblings) {
        List<CaseReference> cases = siblings.stream().distinct().toList();
        for (int i = 0; i < cases.size(); i++) {
            for (CaseReference other : cases.subList(i + 1, cases.size())) {
                table.link(cases.get(i), other);
            }
        }
    }

    /** Notes that a group was offered work in the case, and so may see it. */
    public void involve(CaseReference reference, String group) {
        table.involve(reference, group);
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean involved(CaseReference reference, Set<String> groups) {
        return !groups.isEmpty() && table.involved(reference, groups);
    }
}
