package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ZippedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The usual answers of the packaged book, and one story or two: the whole book takes minutes. */
public final class SmallBook {

    public static final String STORY = "section-130-report/report-is-made.yaml";

    private static final String TEXT =
            """
            name: { en: "%s", cy: "%s" }
            given:
              at: "2027-02-01T09:45:00Z"
              by: education.W06000015
              concern: { concernTypes: [neglect], deviceInvolved: "no" }
            steps:
              - submit: userTask_makeReport
                expect:
                  offered:
                    - { task: userTask_readReport, to: %s }
            """;

    private SmallBook() {}

    /**
     * A set of models as a designer sends it, with this book.
     *
     * @param asked the group that the story expects to read the report
     */
    public static byte[] zip(Map<String, byte[]> models, String asked) {
        Map<String, byte[]> files = new TreeMap<>(models);
        files.putAll(expecting(asked).amongModels());
        return ZippedFiles.write(files);
    }

    /** @param asked the group that the story expects to read the report */
    public static ScenarioFiles expecting(String asked) {
        Map<String, byte[]> files = answers();
        files.put(STORY, story("A report is made", "Gwneir adroddiad", asked));
        return new ScenarioFiles(files);
    }

    static byte[] story(String name, String welsh, String asked) {
        return TEXT.formatted(name, welsh, asked).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> answers() {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = Path.of("processes/scenarios/answers");
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put("answers/" + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
