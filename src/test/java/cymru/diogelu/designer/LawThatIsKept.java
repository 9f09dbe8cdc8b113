package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Deed;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.ModelProofs.Found;
import cymru.diogelu.modelcheck.ModelProofs.Passed;
import cymru.diogelu.modelcheck.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * For tests that are about something else: every set is found to keep the law at once, but for one with a file that says
 * that it breaks it, or that not all is proved.
 */
@TestConfiguration
public class LawThatIsKept {

    /** Stand in a remark of a file. */
    public static final String BREAKS_THE_LAW = "breaks the law";

    public static final String LEAVES_OPEN = "leaves something open";

    private static final String REPORT = "section-130-report";

    @Bean
    @Primary
    ProofProcess kept(ChildProgram program) {
        return new ProofProcess(program, Duration.ZERO) {
            @Override
            ModelProofs.Result run(ModelFiles models) {
                return new ModelProofs.Result(
                        List.of("INV-09.decided"),
                        says(models, LEAVES_OPEN) ? List.of("INV-17.enquiry") : List.of(),
                        List.of(REPORT),
                        List.of(),
                        says(models, BREAKS_THE_LAW) ? List.of(broken()) : List.of(),
                        7);
            }
        };
    }

    private static boolean says(ModelFiles models, String what) {
        return models.byPath().values().stream()
                .anyMatch(file -> new String(file, StandardCharsets.UTF_8).contains(what));
    }

    private static Found broken() {
        Bilingual sentence = new Bilingual("A case can break INV-07.confirmed.", "Gall achos dorri INV-07.confirmed.");
        Finding finding = new Finding(
                "statutory-rules",
                Severity.ERROR,
                "processes/section-130-report/section-130-report.bpmn",
                "userTask_readReport",
                101,
                sentence);
        Bilingual name = new Bilingual("Report under section 130", "Adroddiad o dan adran 130");
        return new Found(
                finding,
                "INV-07.confirmed",
                List.of(
                        new Passed(
                                REPORT, name, "startEvent_reportNeeded", new Bilingual("it begins", "mae'n dechrau")),
                        new Passed(
                                REPORT,
                                name,
                                "userTask_readReport",
                                new Bilingual("answered: Read the report at once", "atebir Darllen yr adroddiad"))),
                List.of(
                        new Deed(
                                Deed.Kind.RAISED,
                                "safeguarding-case/startEvent_concernRaised",
                                "",
                                Map.of(),
                                List.of(),
                                List.of()),
                        new Deed(
                                Deed.Kind.ANSWERED,
                                REPORT + "/userTask_readReport",
                                "",
                                Map.of(),
                                List.of(),
                                List.of())));
    }
}
