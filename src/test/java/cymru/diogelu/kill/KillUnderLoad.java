package cymru.diogelu.kill;

import cymru.diogelu.bench.UsualAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Kills the packaged program with signal 9 while it takes submissions, starts it again on the same files, and looks
 * for everything it had acknowledged; round after round. Run by {@code src/test/kill/kill-under-load.sh}.
 */
public final class KillUnderLoad {

    private static final Instant FIRST = Instant.parse("2027-03-01T10:00:00Z");
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 6_000;

    private final Path jar;
    private final List<String> options;
    private final Path folder;
    private final int threads;
    private final Random random;
    private final UsualAnswers usual = new UsualAnswers(Path.of("processes/scenarios/answers"));
    private final Acknowledged acknowledged;
    private final ConcurrentLinkedDeque<String> unfinished = new ConcurrentLinkedDeque<>();
    private final Set<String> touched = new HashSet<>();

    private KillUnderLoad(Path jar, List<String> options, Path folder, int threads, long seed) {
        this.jar = jar;
        this.options = options;
        this.folder = folder;
        this.threads = threads;
        this.random = new Random(seed);
        this.acknowledged = new Acknowledged(folder.resolve("acknowledged.txt"));
    }

    /**
     * Arguments: the jar, the number of rounds, the number of threads, the seed of the random moments; whatever follows
     * is handed to the program, for a control that should find losses. Ends with the first round that finds one.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("kill-under-load");
        int rounds = Integer.parseInt(arguments[1]);
        var run = new KillUnderLoad(
                Path.of(arguments[0]).toAbsolutePath(),
                List.of(arguments).subList(4, arguments.length),
                folder,
                Integer.parseInt(arguments[2]),
                Long.parseLong(arguments[3]));
        List<Round> results = run.rounds(rounds);
        System.out.println(Round.table(results));
        System.exit(results.stream().allMatch(Round::clean) ? 0 : 1);
    }

    private List<Round> rounds(int rounds) {
        List<Round> results = new ArrayList<>();
        Server server = Server.start(jar, options, folder, FIRST);
        for (int i = 1; i <= rounds && results.stream().allMatch(Round::clean); i++) {
            int accepted = loadAndKill(server, i);
            List<String> broken = new ChainsOnDisk(folder).broken();
            server = Server.start(jar, options, folder, FIRST.plus(Duration.ofMinutes(i)));
            var check = new AfterKill(server.api(), acknowledged).check(i == rounds ? acknowledged.cases() : touched());
            results.add(new Round(
                    i, accepted, check.lost(), check.halfDone(), broken, server.secondsToStart(), Round.currentLoad()));
            System.out.println(results.get(i - 1).line());
        }
        server.kill();
        return results;
    }

    /** The load of this round runs until the program is gone; a refused submission fails the run. */
    private int loadAndKill(Server server, int round) {
        touched.clear();
        Set<String> before = acknowledged.cases();
        int acknowledgedBefore = acknowledged.count();
        touched.addAll(unfinished);
        ExecutorService people = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> working = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            working.add(people.submit(
                    new Caseworker(server.api(), usual, acknowledged, unfinished, "r%d-t%d".formatted(round, i))));
        }
        // A program that has just started answers slowly; the random moment counts from its first answers. It dies
        // right after an answer, when a commit that is not yet on the disk is most easily lost.
        awaitAcknowledged(server, acknowledgedBefore + threads);
        server.work(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
        awaitAcknowledged(server, acknowledged.count() + 1);
        server.kill();
        people.shutdown();
        int accepted = working.stream().mapToInt(KillUnderLoad::result).sum();
        Set<String> opened = acknowledged.cases();
        opened.removeAll(before);
        touched.addAll(opened);
        return accepted;
    }

    private void awaitAcknowledged(Server server, int count) {
        long patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (acknowledged.count() < count && System.nanoTime() < patience) {
            server.work(1);
        }
    }

    private Set<String> touched() {
        return Set.copyOf(touched);
    }

    private static int result(Future<Integer> caseworker) {
        try {
            return caseworker.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
