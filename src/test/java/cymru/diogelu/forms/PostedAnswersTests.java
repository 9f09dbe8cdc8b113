package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

class PostedAnswersTests {

    private static final Form FORM = StartForm.read();

    private final Map<String, Object> answers = new LinkedHashMap<>();
    private final LinkedMultiValueMap<String, String> posted = new LinkedMultiValueMap<>();

    @Test
    void aPageReplacesTheAnswersToItsOwnQuestionsOnly() {
        answers.put("raisedByRole", "parent");
        answers.put("immediateDanger", "no");
        posted.add("raisedByRole", "child");
        posted.add("immediateDanger", "yes");

        PostedAnswers.replace(answers, Set.of("raisedByRole"), FORM, posted);

        assertThat(answers).isEqualTo(Map.of("raisedByRole", "child", "immediateDanger", "no"));
    }

    @Test
    void whatIsLeftEmptyIsTakenBack() {
        answers.put("platformNames", "a game");
        posted.add("platformNames", " ");

        PostedAnswers.replace(answers, Set.of("platformNames"), FORM, posted);

        assertThat(answers).isEmpty();
    }

    @Test
    void anAnswerAboutTheSecondRowLeavesTheFirstAsItIs() {
        answers.put("children", new java.util.ArrayList<>(List.of(new LinkedHashMap<>(Map.of("fullName", "Elis")))));
        posted.add("children[1].fullName", "Gwen");
        posted.add("children[1].dob-day", "2");
        posted.add("children[1].dob-month", "6");
        posted.add("children[1].dob-year", "2015");

        PostedAnswers.replace(answers, Set.of("children[1].fullName", "children[1].dob"), FORM, posted);

        assertThat(answers)
                .isEqualTo(Map.of(
                        "children",
                        List.of(Map.of("fullName", "Elis"), Map.of("fullName", "Gwen", "dob", "2015-06-02"))));
    }

    @Test
    void aRowOfWhichNothingWasAnsweredIsThereToBeJudged() {
        PostedAnswers.replace(answers, Set.of("children[0].fullName"), FORM, posted);

        assertThat(answers).isEqualTo(Map.of("children", List.of(Map.of())));
    }

    @Test
    void aListIsReplacedAsAWhole() {
        answers.put("household", List.of(Map.of("name", "Nia"), Map.of("name", "Gwen")));
        posted.add("household[0].name", "Gwen");

        PostedAnswers.replace(answers, Set.of("household"), FORM, posted);

        assertThat(answers).isEqualTo(Map.of("household", List.of(Map.of("name", "Gwen"))));
    }

    @Test
    void aListIsNoTextThatSomebodyTypes() {
        posted.add("household", "1");
        posted.add("household[0].name", "Gwen");

        assertThat(PostedAnswers.of(FORM, posted)).isEqualTo(Map.of("household", List.of(Map.of("name", "Gwen"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,234|1234", "1,234,567.5|1234567.5", "1.5|1.5", "-1,234|-1234"})
    void aCommaBetweenThousandsIsTakenAway(String typed, BigDecimal read) {
        assertThat(PostedAnswers.number(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,5", "12,34", "1,2345", "1234,567", "about 3"})
    void whatMayBeNoThousandsIsHandedOnAsItWasTyped(String typed) {
        assertThat(PostedAnswers.number(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14|OCT|2027|09:30",
                "1|SEPT|2027|Ten",
                "14-03-2027|||",
                "3|13|2027|9.30",
                "3||2027|",
                "|2027-03|14|10:00",
                "31|2|2027|25:00",
                "|||around T-time"
            })
    void whatIsNoDateComesBackAsItWasTyped(String day, String month, String year, String time) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("day", Objects.toString(day, ""));
        typed.put("month", Objects.toString(month, ""));
        typed.put("year", Objects.toString(year, ""));
        typed.put("time", Objects.toString(time, ""));

        assertThat(new DateBoxes().of(DateBoxes.answer(typed))).isEqualTo(typed);
    }

    @Test
    void boxesThatHoldADateAreItsAnswer() {
        assertThat(DateBoxes.answer(Map.of("day", " 2", "month", "6", "year", "2027", "time", "9.05")))
                .isEqualTo("2027-06-02T09:05");
        assertThat(DateBoxes.answer(Map.of("time", "10:00"))).isEqualTo("10:00");
        assertThat(DateBoxes.answer(Map.of("day", "", "month", " ", "year", "")))
                .isNull();
    }

    @Test
    void aDayTypedInWordsIsKept() {
        posted.add("children[0].dob-day", "2");
        posted.add("children[0].dob-month", "OCT");
        posted.add("children[0].dob-year", "2015");

        PostedAnswers.replace(answers, Set.of("children[0].dob"), FORM, posted);

        assertThat(answers).isEqualTo(Map.of("children", List.of(Map.of("dob", "2\nOCT\n2015\n"))));
    }
}
