package cymru.diogelu.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The children's cases: what is known of them, when their statutory clocks began, who takes part. To change one needs
 * the caller's transaction ({@link IllegalStateException} without) and holds the case until it ends; who also writes
 * the ledger locks the case there first. An {@link UnknownCase} refuses changes to a case that does not exist.
 */
@Component
public class Cases {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final CaseTable table;
    private final DraftTable drafts;

    public Cases(JdbcTemplate jdbc) {
        this.table = new CaseTable(jdbc);
        this.drafts = new DraftTable(jdbc);
    }

    /** Opens a case under the next free number and the year of {@code at} in Europe/London. */
    public CaseReference open(NewCase opened, Instant at) {
        CaseTransaction transaction = CaseTransaction.join(drafts);
        CaseReference reference = CaseReference.of(at.atZone(LONDON).getYear(), table.nextNumber());
        CaseDraft draft = CaseDraft.of(Map.of(), Map.of()).learning(drafts.asJson(opened.facts()));
        table.insert(reference, opened, drafts.asText(draft.facts()), at);
        transaction.opened(reference, draft.written());
        table.name(reference, names(opened.facts()));
        opened.linked().forEach(other -> link(List.of(reference, other)));
        return reference;
    }

    public Optional<SafeguardingCase> find(CaseReference reference) {
        return CaseTransaction.running(drafts)
                .map(running -> running.state(reference, table::find))
                .orElseGet(() -> table.find(reference));
    }

    /**
     * The latest cases in which any of these groups takes part and whose child has a name with all these words, or the
     * beginnings of words; marks on letters make no difference.
     */
    public List<CaseReference> named(String name, Set<String> groups, int limit) {
        Set<String> words = NameWords.of(name);
        return words.isEmpty() || groups.isEmpty() ? List.of() : table.named(words, groups, limit);
    }

    private static Set<String> names(Map<String, ?> facts) {
        return NameWords.of(
                Objects.toString(facts.get("fullName"), "") + " " + Objects.toString(facts.get("knownAs"), ""));
    }

    /** At most {@code limit} cases behind a reference, in the order of references; the empty text begins. */
    public List<SafeguardingCase> after(String reference, int limit) {
        return table.after(reference, limit);
    }

    /** Makes everybody else who changes the case wait until the running transaction ends; it is read once from now. */
    public void hold(CaseReference reference) {
        CaseTransaction.join(drafts).hold(reference);
    }

    /** Takes in the latest facts, each under its name; null says that a fact is no longer known. */
    public void learn(CaseReference reference, Map<String, ?> facts) {
        CaseTransaction.join(drafts).change(reference, draft -> draft.learning(drafts.asJson(facts)));
    }

    /** What is known now, as JSON values (dates are texts); empty for a case that does not exist. */
    public Map<String, Object> facts(CaseReference reference) {
        return draft(reference).map(CaseDraft::facts).orElseGet(() -> drafts.facts(reference));
    }

    /** What is known now of each of these cases, by their references, as of the last transaction that ended. */
    public Map<CaseReference, Map<String, Object>> facts(Collection<CaseReference> references) {
        return references.isEmpty() ? Map.of() : drafts.facts(references);
    }

    /** Which of these cases are linked with which: children of one concern. */
    public Map<CaseReference, List<CaseReference>> linked(Collection<CaseReference> references) {
        return references.isEmpty() ? Map.of() : table.linked(references);
    }

    /** Notes when a statutory clock began; the latest start stands, earlier ones are in the ledger. */
    public void startClock(CaseReference reference, String name, Instant at) {
        CaseTransaction.join(drafts).change(reference, draft -> draft.starting(name, at));
    }

    public Optional<Instant> clock(CaseReference reference, String name) {
        return Optional.ofNullable(clocks(reference).get(name));
    }

    /** When each statutory clock last began, by its name; empty for a case that does not exist. */
    public Map<String, Instant> clocks(CaseReference reference) {
        return draft(reference).map(CaseDraft::clocks).orElseGet(() -> drafts.clocks(reference));
    }

    /** @throws IllegalStateException when the case is closed already: it stays as it was closed */
    public void close(CaseReference reference, String outcome, Instant at) {
        CaseTransaction transaction = CaseTransaction.join(drafts);
        transaction.hold(reference);
        table.close(reference, outcome, at);
        transaction.stateChanged(reference);
    }

    /** Makes each of these cases known to every other: children of one concern. */
    public void link(Collection<CaseReference> siblings) {
        CaseTransaction transaction = CaseTransaction.join(drafts);
        List<CaseReference> cases = siblings.stream()
                .distinct()
                .sorted(Comparator.comparing(CaseReference::value))
                .toList();
        cases.forEach(transaction::hold);
        for (int i = 0; i < cases.size(); i++) {
            for (CaseReference other : cases.subList(i + 1, cases.size())) {
                table.link(cases.get(i), other);
            }
        }
        cases.forEach(transaction::stateChanged);
    }

    /** Notes that a group was offered work in the case, and so may see it. */
    public void involve(CaseReference reference, String group) {
        CaseTransaction.join(drafts).change(reference, draft -> draft.involving(group));
    }

    public boolean involved(CaseReference reference, Set<String> groups) {
        CaseTransaction.running(drafts).ifPresent(CaseTransaction::write);
        return !groups.isEmpty() && drafts.involved(reference, groups);
    }

    private Optional<CaseDraft> draft(CaseReference reference) {
        return CaseTransaction.running(drafts).flatMap(running -> running.draft(reference));
    }
}
