package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.browser.Chromium;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole case, from the report to the register, by people who see nothing but their own pages. */
@DeskTest
class CaseByPagesIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final int ENOUGH = 200;

    /** What the usual answers of the book leave open for a conference that is held in time. */
    private static final Map<String, Object> CONFERENCE = Map.of("scheduledFor", "2027-05-07T10:00:00+01:00");

    private static final String SCHOOL = "education.W06000015";

    private static final List<String> PEOPLE = List.of(
            SCHOOL,
            "front-door.W06000015",
            "team-manager.W06000015",
            "police-ppu.south-wales-police",
            "social-worker.W06000015",
            "health-board.cardiff-and-vale",
            "third-sector.W06000015",
            "advocacy-provider.nyas-cymru",
            "conference-chair.W06000015");

    private final Map<String, Desk> desks = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "cy-GB"})
    void everyRoleTakesTheCaseToItsEnd(String locale) {
        String reference = raise(locale);
        Set<String> acted = new LinkedHashSet<>();

        for (int task = 0; task < ENOUGH && next(reference).isPresent(); task++) {
            String person = next(reference).orElseThrow();
            assertThat(desk(person, locale).answerNext(reference, CaseByPagesIT::answers))
                    .as(person)
                    .isTrue();
            acted.add(person);
        }

        Answer end = state(reference);
        assertThat(end.get("outcome")).as(end.text()).isEqualTo("registered");
        assertThat(acted).containsExactlyInAnyOrderElementsOf(PEOPLE);
    }

    private String raise(String locale) {
        Desk school = desk(SCHOOL, locale).beginConcern();
        school.answerConcern(ConcernAnswers.ofOneChild());
        return school.press(Desk.CONTINUE).text(".govuk-panel .dgl-reference");
    }

    /** Whose turn it is; nobody else has to look at their worklist in vain. */
    private Optional<String> next(String reference) {
        return state(reference).list("tasks").stream()
                .map(task -> Answer.word(task, "group"))
                .filter(PEOPLE::contains)
                .findFirst();
    }

    private Answer state(String reference) {
        return Caller.nobody(port).as(SCHOOL).get("/api/v1/cases/" + reference);
    }

    private Desk desk(String person, String locale) {
        return desks.computeIfAbsent(
                person, name -> new Desk(CHROMIUM.window(new Browser.NewContextOptions().setLocale(locale)), port, true)
                        .signIn(name));
    }

    private static Map<String, Object> answers(String form) {
        Map<String, Object> answers = new HashMap<>(RecentAnswers.of(form));
        if (form.equals("convene-conference")) {
            answers.putAll(CONFERENCE);
        }
        return answers;
    }
}
