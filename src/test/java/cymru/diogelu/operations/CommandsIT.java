package cymru.diogelu.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.walk.PackagedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's commands, as people run them. */
class CommandsIT {

    private static final Path JAR = Path.of("target/diogelu.jar").toAbsolutePath();
    private static final Path BOOK = Path.of("processes/scenarios");

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheUsualAnswers() throws IOException {
        Path answers = Files.createDirectories(folder.resolve("book/answers"));
        try (var files = Files.list(BOOK.resolve("answers"))) {
            for (Path file : files.toList()) {
                Files.copy(file, answers.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void tellsABookAndTouchesNoDatabaseOfTheService() throws Exception {
        story("outcome: preventativeSupport");

        Ran ran = run("scenarios", "--coverage", "book");

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("1 stories, 0 do not hold").contains("untried  section-47-enquiry/");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void saysWhichStoryDoesNotHold() throws Exception {
        story("outcome: registered");

        Ran ran = run("scenarios", "book");

        assertThat(ran.exit()).as(ran.said()).isEqualTo(1);
        assertThat(ran.said()).contains("Support that a family wants").contains("registered");
    }

    @Test
    void runsABookOnAnotherSetAndWritesWhatItFound() throws Exception {
        story("outcome: preventativeSupport");
        Map<String, byte[]> models = PackagedFiles.with(
                "section-130-report.bpmn", text -> text.replace("Read the report at once", "Read it"));
        Files.write(folder.resolve("set.zip"), new ModelFiles(models).zip());

        Ran ran = run("scenarios", "book", "--models", "set.zip", "--report", "report.json", "--cy");

        assertThat(ran.exit()).as(ran.said()).isZero();
        assertThat(ran.said()).contains("yn dal  Cymorth y mae teulu yn ei ddymuno");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"element\":\"userTask_readReport\"", "\"Read it\"", "\"kind\":\"TIMER\"");
    }

    @Test
    void runsNothingOfASetWithErrors() throws Exception {
        Map<String, byte[]> models =
                PackagedFiles.with("section-130-report.bpmn", text -> text.replace("'DL-03'", "'DL-99'"));
        Files.write(folder.resolve("set.zip"), new ModelFiles(models).zip());

        Ran ran = run("scenarios", "book", "--models", "set.zip");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).contains("DL-99").doesNotContain("holds");
    }

    @Test
    void tellsABrokenRuleAsAStoryThatTheEngineShows() throws Exception {
        Map<String, byte[]> models = PackagedFiles.with(
                "section-130-report.bpmn",
                text -> text.replace("${possibleCrime == 'no'}", "${possibleCrime == 'yes'}"));
        for (Map.Entry<String, byte[]> file : models.entrySet()) {
            Path path = folder.resolve("set").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(run("check", "set", "--scenarios", "told").exit()).isEqualTo(2);

        Ran checked = run("check", "set", "--proofs", "--scenarios", "told");
        assertThat(checked.exit()).as(checked.said()).isEqualTo(1);

        Ran onTheSet = run("scenarios", "told", "--models", "set", "--only", "INV-12.police-discussion.yaml");
        assertThat(onTheSet.exit()).as(onTheSet.said()).isEqualTo(1);
        assertThat(onTheSet.said()).contains("The case breaks INV-12.police-discussion");

        Ran onThePackagedModels = run("scenarios", "told", "--only", "INV-12.police-discussion.yaml");
        assertThat(onThePackagedModels.exit()).as(onThePackagedModels.said()).isZero();
    }

    @Test
    void endsWithTheProgramThatStartedIt() throws Exception {
        Process parent =
                new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "--version").start();
        parent.waitFor();

        Ran ran = run(List.of("-Ddiogelu.parent=" + parent.pid()), "serve", "--server.port=0");

        assertThat(ran.exit()).as(ran.said()).isEqualTo(3);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesAFolderThatIsNotThere() throws Exception {
        Ran ran = run("scenarios", "nowhere");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.said()).contains("no folder nowhere");
    }

    @Test
    void tellsAStartThatFailsWithoutFramesOfJava() throws Exception {
        Ran ran = run("serve", "--diogelu.demonstration=false");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said()).contains("no production mode").doesNotContain("\tat ");
    }

    @Test
    void explainsServeInsteadOfStarting() throws Exception {
        Ran ran = run("serve", "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.said()).contains("Starts the service");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void verifiesABundleWithoutTheService() throws Exception {
        Ran wrong = run("verify");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.said()).contains("BUNDLE.zip");

        Files.writeString(folder.resolve("forged.zip"), "no zip");
        Ran forged = run("verify", "forged.zip", "--cy");
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.said()).contains("NID YW'N DDILYS");
    }

    @Test
    void writesOutWhatASetDoes() throws Exception {
        Ran wrong = run("document");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.said()).contains("--to");

        Path model =
                Files.createDirectories(folder.resolve("own/processes/visit")).resolve("visit.bpmn");
        Files.copy(Path.of("processes/access-to-child/access-to-child.bpmn"), model);
        Ran written = run("document", "own", "--to", "pages");
        assertThat(written.exit()).as(written.said()).isZero();
        assertThat(folder.resolve("pages/limits.cy.md")).content().contains("`boundaryEvent_seeChildDL09`");

        Files.writeString(model, "no model");
        Ran refused = run("document", "own", "--to", "others", "--cy");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said())
                .contains("processes/visit/visit.bpmn:1", "nid ysgrifennwyd dim")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("others")).doesNotExist();
    }

    @Test
    void writesElementTemplatesToWhereCamundaModelerFindsThem() throws Exception {
        assertThat(run("templates").exit()).isEqualTo(2);

        Files.createDirectories(folder.resolve("processes"));
        Ran written = run("templates");

        assertThat(written.exit()).as(written.said()).isZero();
        assertThat(folder.resolve(".camunda/element-templates/diogelu-deadline.json"))
                .content()
                .contains("DL-07");
    }

    private void story(String outcome) throws IOException {
        Files.writeString(
                folder.resolve("book/support.yaml"),
                """
                name: { en: "Support that a family wants", cy: "Cymorth y mae teulu yn ei ddymuno" }
                given:
                  at: "2027-04-19T10:00:00+01:00"
                  by: education.W06000015
                  concern: { concernTypes: [neglect], deviceInvolved: "no" }
                steps:
                  - finish:
                      userTask_decide:
                        decision: preventative
                        significantHarm: "no"
                        s47Reason: "The harm is known, small and has stopped."
                        contactNotDecisive: true
                        preventativeConsidered: true
                        preventativeReason: "The family asked for help."
                """
                        + outcome + "\n");
    }

    private Ran run(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Ran run(List<String> options, String... arguments) throws Exception {
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process program = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(program.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
        return new Ran(program.exitValue(), Files.readString(said));
    }

    private record Ran(int exit, String said) {}
}
