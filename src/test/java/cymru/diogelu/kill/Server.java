package cymru.diogelu.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program with its default database in a folder of its own, on a free port of the loopback. */
final class Server {

    static final String PASSWORD = "kill-under-load";
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final int port;
    private final double secondsToStart;

    private Server(Process process, int port, double secondsToStart) {
        this.process = process;
        this.port = port;
        this.secondsToStart = secondsToStart;
    }

    /** Starts the program and waits until it answers. */
    static Server start(Path jar, List<String> options, Path folder, Instant clock) {
        int port = freePort();
        long began = System.nanoTime();
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    // A program that lives for seconds has no use for the second compiler; it only delays its start.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    jar.toString(),
                    "--server.port=" + port,
                    "--diogelu.demo.password=" + PASSWORD,
                    "--diogelu.demo.clock=" + clock));
            command.addAll(options);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("server.log").toFile()))
                    .start();
            await(process, new Api(port, PASSWORD), began);
            return new Server(process, port, (System.nanoTime() - began) / 1e9);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void await(Process process, Api api, long began) {
        while (!api.answers()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                process.destroyForcibly();
                throw new IllegalStateException("the program did not start; see server.log in its folder");
            }
            pause(process, 200);
        }
    }

    /** Lets the program work for a while, or until it ends by itself. */
    void work(long millis) {
        pause(process, millis);
    }

    private static void pause(Process process, long millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    Api api() {
        return new Api(port, PASSWORD);
    }

    double secondsToStart() {
        return secondsToStart;
    }

    /** Ends exactly this process with signal 9: it gets no chance to write anything more. */
    void kill() {
        try {
            if (!process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the program outlived signal 9");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
