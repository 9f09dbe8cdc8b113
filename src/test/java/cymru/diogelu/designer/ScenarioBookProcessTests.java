package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:stories;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
class ScenarioBookProcessTests {

    @Autowired
    private ScenarioRunner runner;

    @Test
    void everyStoryOfTheBookHolds() {
        ScenarioReport report = runner.run(Path.of("processes/scenarios"));

        assertThat(report.holds()).as(String.join("\n", report.lines())).isTrue();
    }
}
