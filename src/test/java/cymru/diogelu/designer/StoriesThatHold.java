package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.Way;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** For tests that are about something else: every story is found to hold at once, and to go the same short way. */
@TestConfiguration
public class StoriesThatHold {

    private static final String REPORT = "section-130-report";
    private static final OffsetDateTime AT = OffsetDateTime.parse("2027-02-01T09:45:00Z");

    @Bean
    @Primary
    ScenarioProcess holding(ChildProgram program) {
        return new ScenarioProcess(program, Duration.ZERO) {
            @Override
            ScenarioReport run(ModelFiles models, ScenarioFiles book, @Nullable String only, IntConsumer progress) {
                List<ToldStory> stories = new ScenarioBook(book)
                        .scenarios().stream()
                                .filter(story -> only == null || story.file().equals(only))
                                .map(StoriesThatHold::told)
                                .toList();
                return new ScenarioReport(stories, ways());
            }
        };
    }

    private static ToldStory told(Scenario story) {
        List<ToldStory.Went> went = List.of(
                new ToldStory.Went("startEvent_reportNeeded", AT, AT, false),
                new ToldStory.Went("flow_reportNeeded_makeReport", AT, AT, false),
                new ToldStory.Went("userTask_makeReport", AT, AT.plusHours(1), false),
                new ToldStory.Went("userTask_readReport", AT.plusHours(1), null, false));
        return new ToldStory(
                story.file(), story.name(), AT, List.of(), List.of(new ToldStory.Walk(REPORT, went)), List.of());
    }

    private static List<Way> ways() {
        return List.of(
                way(
                        "flow_reportNeeded_makeReport",
                        Way.Kind.FLOW,
                        "Report needed → Make the report",
                        "Mae angen adroddiad → Gwneud yr adroddiad"),
                way("userTask_makeReport", Way.Kind.STEP, "Make the report", "Gwneud yr adroddiad"),
                way("userTask_readReport", Way.Kind.STEP, "Read the report at once", "Darllen yr adroddiad ar unwaith"),
                way("boundaryEvent_decideDL03", Way.Kind.TIMER, "Limit passed", "Terfyn wedi mynd heibio"));
    }

    private static Way way(String element, Way.Kind kind, String name, String welsh) {
        return new Way(
                REPORT + "/" + element,
                kind,
                REPORT,
                new Bilingual("Report under section 130", "Adroddiad o dan adran 130"),
                new Bilingual(name, welsh));
    }
}
