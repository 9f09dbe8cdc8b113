package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code -Ddiogelu.write=true} writes the documents anew. */
class ModelDocumentationTests {

    private static final Path COMMITTED = Path.of("docs", "generated");
    private static final Provisions PROVISIONS = Provisions.load();
    private static final ModelDocumentation DOCUMENTATION = new ModelDocumentation(PROVISIONS, Agencies.load());

    private static final Pattern LINK = Pattern.compile("\\]\\(([a-z.-]*)#([a-z0-9-]+)\\)");

    @Test
    void theCommittedDocumentsAreThoseOfTheModels() throws IOException {
        Map<String, String> written = packaged();
        if (Boolean.getBoolean("diogelu.write")) {
            Files.createDirectories(COMMITTED);
            for (var document : written.entrySet()) {
                Files.writeString(COMMITTED.resolve(document.getKey()), document.getValue());
            }
        }

        assertThat(written).hasSize(6);
        for (var document : written.entrySet()) {
            assertThat(COMMITTED.resolve(document.getKey()))
                    .as("run this test with -Ddiogelu.write=true")
                    .hasContent(document.getValue());
        }
    }

    @Test
    void everyProvisionHasItsPlaceInTheMap() throws IOException {
        String map = document("statute-map.md");

        for (Provision provision : PROVISIONS.all()) {
            assertThat(map).contains("### " + provision.id() + "\n");
        }
        assertThat(section(map, "DL-07"))
                .contains(
                        "Strategy discussion held",
                        "1 working day",
                        "the limit of ‘Hold the strategy discussion’ `boundaryEvent_holdDiscussionDL07`",
                        "form `strategy-discussion-record`: `heldAt`");
        assertThat(section(map, "DL-07b"))
                .contains("table Urgency of the strategy discussion `discussion-urgency`, row");
    }

    @Test
    void everyLimitSaysItsTimers() throws IOException {
        String limits = document("limits.cy.md");

        assertThat(section(limits, "DL-07"))
                .contains("1 diwrnod gwaith", "`boundaryEvent_arrangeDiscussionDL07`", "Powys", "ar ôl 4 awr waith");
    }

    @Test
    void everyTaskStandsWithSomebody() throws IOException {
        String who = document("who-does-what.md");

        for (byte[] file : withEnding(".bpmn").values()) {
            Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"")
                    .matcher(new String(file, StandardCharsets.UTF_8))
                    .results()
                    .forEach(task -> assertThat(who).contains("`" + task.group(1) + "`"));
        }
        assertThat(who)
                .contains("## Team manager", "## Whoever raised the concern", "## Whoever the case names as `invitee`")
                .doesNotContain("## Nobody", "is not known");
    }

    @Test
    void everyClockHasWords() throws IOException {
        for (String file : List.of("limits.md", "limits.cy.md")) {
            String document = document(file);
            assertThat(PROVISIONS.all().stream().map(Provision::limit).filter(Objects::nonNull))
                    .as("words.txt has words for every clock")
                    .noneMatch(limit -> document.contains("`" + limit.startsAt() + "`"));
        }
    }

    @Test
    void everyLinkLeadsToAPlace() throws IOException {
        Map<String, String> written = packaged();

        written.forEach(
                (file, text) -> LINK.matcher(text).results().forEach(link -> assertThat(written.get(link.group(1)))
                        .as("%s: %s", file, link.group())
                        .isNotNull()
                        .containsIgnoringCase("### " + link.group(2) + "\n")));
    }

    @Test
    void namesOfAModelStayText() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(models());
        String path = "processes/strategy-discussion/strategy-discussion.bpmn";
        String model = new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
        files.put(
                path,
                model.replace("name=\"Hold the strategy discussion\"", "name=\"&lt;img src=x&gt; | [a](b)&#10;# c\"")
                        .getBytes(StandardCharsets.UTF_8));

        String who = Objects.requireNonNull(
                DOCUMENTATION.write(new ModelFiles(files)).get("who-does-what.md"));

        assertThat(who).contains("\\<img src=x\\> \\| \\[a\\](b) \\# c").doesNotContain(" <img", "\n# c");
    }

    @Test
    void aSetWithHolesIsDocumentedAsFarAsItGoes() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(models());
        files.keySet().removeIf(path -> path.endsWith(".form") || path.endsWith(".dmn"));
        files.put("processes/broken/broken.bpmn", "no model".getBytes(StandardCharsets.UTF_8));

        assertThat(DOCUMENTATION.write(new ModelFiles(files))).hasSize(6);
        assertThat(DOCUMENTATION.write(new ModelFiles(Map.of())).get("statute-map.md"))
                .contains("No model names it.");
    }

    private static String section(String document, String provision) {
        int start = document.indexOf("### " + provision + "\n");
        int end = document.indexOf("\n### ", start);
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private static String document(String file) throws IOException {
        return Objects.requireNonNull(packaged().get(file));
    }

    private static Map<String, String> packaged() throws IOException {
        return DOCUMENTATION.write(new ModelFiles(models()));
    }

    private static Map<String, byte[]> withEnding(String ending) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(models());
        files.keySet().removeIf(path -> !path.endsWith(ending));
        return files;
    }

    private static Map<String, byte[]> models() throws IOException {
        return ModelFiles.of(Path.of(".")).byPath();
    }
}
