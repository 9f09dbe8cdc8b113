package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.forms.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
}
