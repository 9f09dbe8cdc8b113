package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.browser.Chromium;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private static final List<String> PEOPLE = List.of(
            "education.W06000015",
            "front-door.W06000015",
            "team-manager.W06000015",
            "police-ppu.south-wales-police",
            "social-worker.W06000015",
            "health-board.cardiff-and-vale",
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
    void eightRolesTakeACaseToItsEnd(String locale) {
        String reference = CaseByApi.raise(port, "W06000015").reference();
        Set<String> acted = new LinkedHashSet<>();
        Deque<String> idle = new ArrayDeque<>(PEOPLE);

        for (int task = 0; task < ENOUGH && !idle.isEmpty(); task++) {
            String person = idle.remove();
            if (desk(person, locale).answerNext(reference, CaseByPagesIT::answers)) {
                acted.add(person);
                idle.clear();
                idle.addAll(PEOPLE);
            }
        }

        Answer end = api().get("/api/v1/cases/" + reference);
        assertThat(end.get("outcome")).as(end.text()).isEqualTo("registered");
        assertThat(acted).containsExactlyInAnyOrderElementsOf(PEOPLE);
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

    private Caller api() {
        return Caller.nobody(port).as(PEOPLE.get(0));
    }
}
