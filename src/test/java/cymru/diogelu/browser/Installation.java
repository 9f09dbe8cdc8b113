package cymru.diogelu.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds Chromium on this machine, or gets it. */
final class Installation {

    static final String ADVICE = "The browser tests need Chromium. Install it so that 'chromium' is on the PATH"
            + " (Debian and Ubuntu: apt-get install chromium), or let Playwright download it:"
            + " mvn exec:java -e -Dexec.classpathScope=test -Dexec.mainClass=com.microsoft.playwright.CLI"
            + " -Dexec.args=\"install chromium\"";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");

    private Installation() {}

    /** Empty when Playwright has to use the one it downloaded itself. */
    static Optional<String> find() {
        return onPath().or(Installation::byApt).or(Installation::byPlaywright);
    }

    private static Optional<String> onPath() {
        return NAMES.stream().flatMap(Installation::onPath).findFirst();
    }

    private static Stream<String> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    private static Optional<String> byApt() {
        if (!"root".equals(System.getProperty("user.name"))
                || onPath("apt-get").findAny().isEmpty()) {
            return Optional.empty();
        }
        boolean installed = succeeds("apt-get", "update", "-qq")
                && succeeds("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        return installed ? onPath() : Optional.empty();
    }

    /** Playwright finds its own download by itself, so that there is no path to give. */
    private static Optional<String> byPlaywright() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        if (!succeeds(java, "-cp", classPath, "com.microsoft.playwright.CLI", "install", "chromium")) {
            throw new IllegalStateException(ADVICE);
        }
        return Optional.empty();
    }

    private static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            process.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return process.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
