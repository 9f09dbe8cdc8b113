package cymru.diogelu.designer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * This same program, started once more in a process of its own: the engine's clock is one a process, and what is tried out
 * must never move the clock of real cases. It gets neither the settings nor the environment of the service, so that it
 * can reach no database and no key, has bounded memory and one processor, and ends with the service.
 */
@Component
class ChildProgram {

    private static final String PROGRAM = "cymru.diogelu.DiogeluApplication";

    /** What a machine needs to start any program; nothing of it is secret. */
    private static final Set<String> OF_THE_MACHINE = Set.of("SystemRoot", "LANG", "LC_ALL", "TZ");

    private static final String PACKAGED = "classpath:";

    private final Map<String, String> settings;

    /**
     * @param calendar newer bank holidays, as the service has them
     * @param overrides the limits that an authority has set for itself, as the service has them
     */
    ChildProgram(
            @Value("${diogelu.calendar:classpath:calendar}") String calendar,
            @Value("${diogelu.statute.overrides:classpath:statute/overrides}") String overrides) {
        this.settings = Map.of("diogelu.calendar", calendar, "diogelu.statute.overrides", overrides);
    }

    /**
     * Starts it.
     *
     * @param folder where it runs and may write
     * @param secrets what goes in its environment, which other people of the machine do not see
     * @param said where what it says goes
     * @param arguments the command that it runs
     */
    Process start(Path folder, Map<String, String> secrets, Redirect said, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + folder,
                "-Ddiogelu.parent=" + ProcessHandle.current().pid()));
        settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, absolute(value))));
        command.add(mainClass());
        command.addAll(arguments);
        return start(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said),
                secrets);
    }

    /** A folder of its own for a program that is tried out; whoever asked for it removes it. */
    static Path folder() {
        try {
            return Files.createTempDirectory("diogelu-trial");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Writes files into a folder. */
    static void write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Process start(ProcessBuilder program, Map<String, String> secrets) {
        Map<String, String> environment = program.environment();
        environment.keySet().retainAll(OF_THE_MACHINE);
        environment.put("CLASSPATH", classPath());
        environment.putAll(secrets);
        try {
            return program.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A setting may name a folder as it is seen from where the service runs. */
    private static String absolute(String setting) {
        if (setting.startsWith(PACKAGED)) {
            return setting;
        }
        return setting.startsWith("file:")
                ? "file:" + Path.of(setting.substring("file:".length())).toAbsolutePath()
                : setting;
    }

    private static String classPath() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, parts);
    }

    /** The packaged program begins with a class that unpacks it. */
    private static String mainClass() {
        String classPath = System.getProperty("java.class.path");
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return PROGRAM;
        }
        try (JarFile jar = new JarFile(classPath)) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
