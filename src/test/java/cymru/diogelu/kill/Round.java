package cymru.diogelu.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What one round found; everything but the acknowledged submissions and the times should be empty. */
record Round(
        int number,
        int acknowledged,
        Collection<String> lost,
        Collection<String> halfDone,
        Collection<String> brokenChains,
        double restartSeconds,
        double load) {

    boolean clean() {
        return lost.isEmpty() && halfDone.isEmpty() && brokenChains.isEmpty();
    }

    String line() {
        String line = "| %d | %d | %d | %d | %d | %.1f | %.1f |"
                .formatted(
                        number, acknowledged, lost.size(), halfDone.size(), brokenChains.size(), restartSeconds, load);
        return clean() ? line : line + " " + lost + " " + halfDone + " " + brokenChains;
    }

    static String table(List<Round> rounds) {
        return """
                | Round | Acknowledged | Lost | Half done | Broken chains | Restart, s | Load |
                |---|---|---|---|---|---|---|
                %s
                %d rounds, %d acknowledged, %d lost, %d half done, %d broken chains
                """
                .formatted(
                        rounds.stream().map(Round::line).collect(Collectors.joining("\n")),
                        rounds.size(),
                        rounds.stream().mapToInt(Round::acknowledged).sum(),
                        rounds.stream().mapToInt(round -> round.lost().size()).sum(),
                        rounds.stream()
                                .mapToInt(round -> round.halfDone().size())
                                .sum(),
                        rounds.stream()
                                .mapToInt(round -> round.brokenChains().size())
                                .sum());
    }

    /** How many processes wanted a core in the last minute; 0 where the system does not tell. */
    static double currentLoad() {
        Path file = Path.of("/proc/loadavg");
        try {
            return Files.exists(file)
                    ? Double.parseDouble(Files.readString(file).split(" ")[0])
                    : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
