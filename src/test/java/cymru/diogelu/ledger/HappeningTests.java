package cymru.diogelu.ledger;

import static cymru.diogelu.ledger.LedgerFixture.AT;
import static cymru.diogelu.ledger.LedgerFixture.REPORT;
import static cymru.diogelu.ledger.LedgerFixture.RHIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HappeningTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "line\nbreak", "half a pair \ud83d"})
    void refusesHeaderTextsThatNoDatabaseKeepsAlike(String text) {
        refuses(text, RHIAN, "submission", REPORT);
        refuses("case", new Actor(text, "role", "agency"), "submission", REPORT);
        refuses("case", new Actor("user", text, "agency"), "submission", REPORT);
        refuses("case", new Actor("user", "role", text), "submission", REPORT);
        refuses("case", RHIAN, text, REPORT);
        refuses("case", RHIAN, "submission", new Subject(text, 1, null, null));
        refuses("case", RHIAN, "submission", new Subject("process", 1, text, null));
        refuses("case", RHIAN, "submission", new Subject("process", 1, "element", text));
    }

    @Test
    void takesAHundredCharactersAndNoMore() {
        String longest = "ŵ".repeat(100);
        assertThat(new Happening(longest, AT, RHIAN, longest, REPORT, Map.of()).kind())
                .isEqualTo(longest);
        refuses(longest + "y", RHIAN, "submission", REPORT);
    }

    private static void refuses(String reference, Actor actor, String kind, Subject subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Happening(reference, AT, actor, kind, subject, Map.of()));
    }
}
