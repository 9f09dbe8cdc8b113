package cymru.diogelu.walk;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.ApiTest;
import cymru.diogelu.api.Caller;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.statute.StatutoryRules;
import cymru.diogelu.trace.Conformance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code mvn verify -Dit.test=ApiWalkIT -Dwalk.cases=500} walks many and writes {@code docs/figures/api-walk.md}. */
@ApiTest
class ApiWalkIT {

    private static final int FEW = 10;
    private static final String CODE = "[\\w.:+/-]*( [\\w.-]+)*";

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Conformance conformance;

    @Autowired
    private StatutoryRules rules;

    @Autowired
    private JdbcTemplate jdbc;

    private final WalkTally tally = new WalkTally();
    private final List<String> findings = new ArrayList<>();
    private long variablesSeen;

    @Test
    void everyCaseEndsLawfullyAndLeavesASoundRecord() throws IOException {
        int wanted = Integer.getInteger("walk.cases", FEW);
        long begun = System.nanoTime();
        for (long seed = Long.getLong("walk.seed", 1L); tally.cases() < wanted && findings.size() < wanted; seed++) {
            walk(seed);
        }

        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        if (wanted > FEW) {
            WalkFigures.write(tally, rules.all().size(), seconds, findings);
        }
        assertThat(findings).isEmpty();
        assertThat(variablesSeen).isPositive();
        assertThat(tally.faults()).isZero();
    }

    private void walk(long seed) {
        Set<String> personal = new TreeSet<>();
        Set<String> typed = new HashSet<>();
        ApiWalk walk = new ApiWalk(
                Caller.nobody(port),
                tally,
                seed,
                typed,
                reference -> personal.addAll(personalVariables(reference, typed)));
        try {
            List<String> references = walk.walk();
            references.forEach(reference -> check(seed, reference));
        } catch (ApiWalk.StuckCase stuck) {
            findings.add("seed %d: %s".formatted(seed, stuck.getMessage()));
        }
        personal.forEach(variable -> findings.add("seed %d: variable %s".formatted(seed, variable)));
    }

    private void check(long seed, String reference) {
        SafeguardingCase ended = cases.find(new CaseReference(reference)).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(reference, entries::add);
        tally.ended(String.valueOf(ended.outcome()), entries.size());
        if (!ledger.verify(reference).sound()) {
            findings.add("seed %d: the chain of %s does not verify".formatted(seed, reference));
        }
        new Replay(Path.of("processes"))
                .jumps(entries)
                .forEach(jump -> findings.add("seed %d: %s".formatted(seed, jump)));
        LedgerInvariants.broken(conformance, entries)
                .forEach(rule -> findings.add("seed %d: %s".formatted(seed, rule)));
    }

    /** Variables of a running case that hold anything but codes, instants, numbers and booleans. */
    private List<String> personalVariables(String reference, Set<String> typed) {
        var variables = jdbc.queryForList(
                """
                SELECT v.NAME_, v.TYPE_, v.TEXT_, v.BYTEARRAY_ID_ FROM ACT_RU_VARIABLE v
                JOIN ACT_RU_EXECUTION e ON e.ID_ = v.PROC_INST_ID_ WHERE e.BUSINESS_KEY_ = ?""",
                reference);
        variablesSeen += variables.size();
        return variables.stream()
                .filter(variable -> personal(variable, typed))
                .map(variable -> variable.get("NAME_") + " of type " + variable.get("TYPE_"))
                .toList();
    }

    private static boolean personal(Map<String, Object> variable, Set<String> typed) {
        String text = (String) variable.get("TEXT_");
        return variable.get("BYTEARRAY_ID_") != null || text != null && (!text.matches(CODE) || typed.contains(text));
    }
}
