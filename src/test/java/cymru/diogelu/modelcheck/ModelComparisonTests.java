package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Change.Kind;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelComparisonTests {

    private static final ModelComparison COMPARISON = new ModelComparison(Provisions.load(), Agencies.load());
    private static final ModelFiles PACKAGED = packaged();
    private static final String DISCUSSION = "processes/strategy-discussion/strategy-discussion.bpmn";
    private static final String FORM = "forms/escalate-overdue-step/explain-delay.form";
    private static final String WELSH = "forms/escalate-overdue-step/explain-delay.cy.json";

    private final Map<String, byte[]> files = new TreeMap<>(PACKAGED.byPath());

    @ParameterizedTest
    @MethodSource("pairs")
    void saysOneSentenceOfOneChange(ChangedPair pair) {
        List<Bilingual> told = COMPARISON.compare(PACKAGED, pair.applied(PACKAGED)).stream()
                .map(Change::sentence)
                .toList();

        assertThat(told).containsExactly(new Bilingual(pair.en(), pair.cy()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void saysOneSentenceOfTheWayBack(ChangedPair pair) {
        assertThat(COMPARISON.compare(pair.applied(PACKAGED), PACKAGED)).hasSize(1);
    }

    @Test
    void saysNothingOfASetAndItself() {
        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files))).isEmpty();
    }

    @Test
    void tellsAProcedureThatIsGone() {
        files.remove(DISCUSSION);

        assertThat(sentences()).containsExactly("The procedure ‘Strategy discussion’ is removed.");
    }

    @Test
    void tellsAFormWithItsWelshAsOne() {
        files.remove(FORM);
        files.remove(WELSH);

        assertThat(sentences()).containsExactly("The form of ‘Explain the delay’ is removed.");
    }

    @Test
    void tellsAFileThatIsElsewhere() {
        String elsewhere = DISCUSSION.replace("/strategy-discussion/", "/strategy/");
        files.put(elsewhere, Objects.requireNonNull(files.remove(DISCUSSION)));

        assertThat(sentences())
                .containsExactly(
                        "The file of ‘Strategy discussion’ is now ‘%s’; it was ‘%s’.".formatted(elsewhere, DISCUSSION));
    }

    @Test
    void tellsAProcedureThatHasAnotherIdAndSoAnotherFile() {
        String content = text(DISCUSSION).replace("\"strategy-discussion\"", "\"strategy-talk\"");
        files.remove(DISCUSSION);
        put(DISCUSSION.replace("strategy-discussion", "strategy-talk"), content);

        assertThat(sentences())
                .containsExactly(
                        "The id of ‘Strategy discussion’ changes from ‘strategy-discussion’ to ‘strategy-talk’.");
    }

    @Test
    void tellsAFormWhoseWelshIsGone() {
        files.remove(WELSH);

        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files)))
                .hasSizeGreaterThan(10)
                .allMatch(Change::ofMeaning);
    }

    @Test
    void tellsWelshThatHasNoForm() {
        put("forms/a/b.cy.json", "{}");

        assertThat(sentences()).containsExactly("The file is added.");
    }

    @Test
    void tellsWelshThatCannotBeReadOnce() {
        put(WELSH, "{");

        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files)))
                .extracting(Change::kind)
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void tellsAFileThatIsTooLarge() {
        put(DISCUSSION, text(DISCUSSION) + " ".repeat(1_000_000));

        assertThat(sentences())
                .singleElement()
                .asString()
                .startsWith("The file cannot be compared, because it cannot be read: it has");
    }

    @Test
    void aKeyThatChangesInOneFormHidesNothingInAnother() {
        put(FORM, text(FORM).replace("\"key\": \"delayReason\"", "\"key\": \"reason\""));
        put(WELSH, text(WELSH).replace("\"delayReason\"", "\"reason\""));
        put(DISCUSSION, text(DISCUSSION).replace("formRef=\"agency-information\"", "formRef=\"delayReason\""));
        ModelFiles before = new ModelFiles(new TreeMap<>(files));
        put(DISCUSSION, text(DISCUSSION).replace("formRef=\"delayReason\"", "formRef=\"reason\""));
        put(FORM, text(FORM).replace("\"key\": \"reason\"", "\"key\": \"why\""));
        put(WELSH, text(WELSH).replace("\"reason\"", "\"why\""));

        assertThat(COMPARISON.compare(before, new ModelFiles(files))).hasSize(2);
    }

    @Test
    void aStepMayStartAnewUnderAnotherIdAndFlowsFollow() {
        put(
                DISCUSSION,
                text(DISCUSSION)
                        .replace("userTask_sendRecord", "userTask_send")
                        .replace("flow_strategyDecided_sendRecord", "flow_decided_send"));

        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files)))
                .extracting(Change::kind, Change::element, Change::elementAfter)
                .containsExactly(
                        tuple(Kind.ID_CHANGED, "userTask_sendRecord", "userTask_send"),
                        tuple(Kind.ID_CHANGED, "flow_strategyDecided_sendRecord", "flow_decided_send"));
    }

    @Test
    void namesWhatIsDrawnElsewhere() {
        put(
                DISCUSSION,
                text(DISCUSSION)
                        .replaceFirst("(bpmnElement=\"userTask_sendRecord\"[^>]*>\\s*<dc:Bounds x=\"\\d+)", "$11"));

        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files)))
                .extracting(Change::kind, Change::redrawn)
                .containsExactly(tuple(Kind.LAYOUT, Set.of("userTask_sendRecord")));
    }

    @Test
    void sayingTheSameLimitOtherwiseIsStillTold() {
        put(DISCUSSION, text(DISCUSSION).replaceFirst("due\\('DL-07'\\)", "due( 'DL-07')"));

        assertThat(sentences())
                .singleElement()
                .asString()
                .contains("‘${deadline.due('DL-07')}’ to ‘${deadline.due( 'DL-07')}’");
    }

    @Test
    void leavingOutWhatGoesWithoutSayingIsOnlyWriting() {
        put(DISCUSSION, text(DISCUSSION).replace(" cancelActivity=\"true\"", ""));

        assertThat(COMPARISON.compare(PACKAGED, new ModelFiles(files)))
                .extracting(Change::kind)
                .containsExactly(Kind.WRITING);
    }

    @Test
    void leavingOutWhatDoesNotGoWithoutSayingIsTold() {
        put(
                DISCUSSION,
                text(DISCUSSION)
                        .replace(
                                "name=\"1 working day elapsed\" cancelActivity=\"false\" attachedToRef=\"userTask_hold",
                                "name=\"1 working day elapsed\" attachedToRef=\"userTask_hold")
                        .replace(" camunda:isStartableInTasklist=\"false\"", ""));

        assertThat(sentences())
                .containsExactly(
                        "In ‘Strategy discussion’ the value ‘isStartableInTasklist’ (whether people can start it) changes"
                                + " from ‘false’ to ‘true’.",
                        "‘1 working day elapsed’ of ‘Hold the strategy discussion’ now ends the step; before it went on.");
    }

    @Test
    void namesTheElementAndItsLines() {
        put(DISCUSSION, text(DISCUSSION).replace("name=\"Share information\"", "name=\"Share\""));

        Change change = COMPARISON.compare(PACKAGED, new ModelFiles(files)).get(0);

        assertThat(change.element()).isEqualTo("userTask_shareInformation").isEqualTo(change.elementAfter());
        assertThat(change.lineBefore()).isEqualTo(change.lineAfter()).isGreaterThan(300);
    }

    private List<String> sentences() {
        return COMPARISON.compare(PACKAGED, new ModelFiles(files)).stream()
                .map(change -> change.sentence().en())
                .toList();
    }

    private String text(String path) {
        return new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
    }

    private void put(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    static List<ChangedPair> pairs() throws IOException {
        return ChangedPair.all();
    }

    private static ModelFiles packaged() {
        try {
            return ModelFiles.of(Path.of("."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
