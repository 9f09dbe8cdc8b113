package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:stories;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioBookProcessTests {

    private final ScenarioReport report;

    @Autowired
    ScenarioBookProcessTests(ScenarioRunner runner) {
        report = runner.run(Path.of("processes/scenarios"));
    }

    @Test
    void everyStoryOfTheBookHolds() {
        assertThat(report.holds()).as(String.join("\n", report.lines())).isTrue();
    }

    @Test
    void everyFlowEndAndTableRowIsInAStory() {
        assertThat(report.untried())
                .as("no story goes through these flows, ends and rows. Write a story in processes/scenarios that does"
                        + " (docs/scenario-book.md says how), or take out of the model what no case can reach")
                .isEmpty();
    }
}
