package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.trace.RecordedAnswers.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedAnswersTests {

    @Test
    void namesWhatAnswersTellOfHowPeopleCameToADecisionOnceEach() {
        List<Answer> answers = List.of(about(null), about("dissent"), about("consultation"), about("dissent"));

        assertThat(Answer.told(answers)).containsExactly("consultation", "dissent");
        assertThat(Answer.told(List.of(about(null)))).isEmpty();
    }

    private static Answer about(@Nullable String tells) {
        return new Answer("key", "Label", "value", "text", tells, List.of());
    }
}
