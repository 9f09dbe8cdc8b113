package cymru.diogelu.designer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits for a {@link ChildProgram} that does one thing and ends; it never outlives the wait. */
record ChildRun(Duration longest) {

    /** What is kept of what it said. */
    private static final int LAST_LINES = 20;

    /** Nothing came of it: it took too long, or could not do what it was told. */
    static final class NotRun extends Exception {

        private static final long serialVersionUID = 1L;

        NotRun(String why) {
            super(why);
        }
    }

    /**
     * Waits until it has ended.
     *
     * @param heard gets each line that it says
     * @return the last lines that it said
     * @throws NotRun when it takes too long
     * @throws InterruptedException when the service ends; the process has ended then too
     */
    List<String> await(Process process, Consumer<String> heard) throws NotRun, InterruptedException {
        CompletableFuture<List<String>> said = CompletableFuture.supplyAsync(() -> listen(process, heard));
        try {
            if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
                throw new NotRun("it took longer than " + longest);
            }
            return said.join();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> listen(Process process, Consumer<String> heard) {
        List<String> last = new ArrayList<>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.accept(line);
                // Frames of Java help no designer.
                if (!line.startsWith("\t")) {
                    last.add(line);
                }
                if (last.size() > LAST_LINES) {
                    last.remove(0);
                }
            }
        } catch (IOException closed) {
            last.add(String.valueOf(closed.getMessage()));
        }
        return last;
    }
}
