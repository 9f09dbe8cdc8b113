package cymru.diogelu.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what many walks met, as a page of the documentation. */
final class WalkFigures {

    private static final Path PAGE = Path.of("docs", "figures", "api-walk.md");

    private WalkFigures() {}

    static void write(WalkTally tally, int rules, long seconds, List<String> findings) throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(
                PAGE,
                """
                # Random walks over the API

                Written by `mvn verify -Dit.test=ApiWalkIT -Dwalk.cases=500`: each case is raised and answered over HTTP by the
                demonstration's people, with seeded random answers made from the forms that the tasks carry, while the clock
                moves. On each ended case the chain is verified, the record is replayed on the models, %d rules are checked on
                the ledger, and the engine's variables are searched for anything typed.

                Machine: 2 shared cores, 24 GB of memory, Debian 12, JDK 17, H2 in memory, service and walker in one JVM.

                | Figure | Value |
                |---|---|
                | cases walked to an end | %d |
                | submissions | %d |
                | answers with a status of 500 or more | %d |
                | stuck cases, broken rules, jumps | %d |
                | longest record, entries | %d |
                | seconds | %d |

                | Status | Answers |
                |---|---|
                %s

                | Outcome | Cases |
                |---|---|
                %s
                %s"""
                        .formatted(
                                LedgerInvariants.OF_THE_RECORD + rules,
                                tally.cases(),
                                tally.submissions(),
                                tally.faults(),
                                findings.size(),
                                tally.longest(),
                                seconds,
                                rows(tally.statuses()),
                                rows(tally.outcomes()),
                                findings.isEmpty() ? "" : "\n" + bullets(findings)));
    }

    private static String rows(java.util.Map<?, ?> counts) {
        return counts.entrySet().stream()
                .map(row -> "| %s | %s |".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String bullets(List<String> findings) {
        return findings.stream().map(finding -> "- " + finding + "\n").collect(Collectors.joining());
    }
}
