package cymru.diogelu.worklist.pages;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.api.UsualAnswers;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One case that is brought on by others than the person whose pages are looked at. */
final class CaseByApi {

    private static final int ENOUGH = 60;

    private final int port;
    private final String reference;
    private final String raisedBy;

    CaseByApi(int port, String reference, String raisedBy) {
        this.port = port;
        this.reference = reference;
        this.raisedBy = raisedBy;
    }

    /** Raises a concern about a child at an authority, by its education department. */
    static CaseByApi raise(int port, String authority) {
        String school = "education." + authority;
        Answer opened = Caller.nobody(port)
                .as(school)
                .post(
                        "/api/v1/concerns",
                        Map.of(
                                "answers",
                                RecentAnswers.recent(UsualAnswers.concernWithChild("locatedLaCode", authority))));
        return new CaseByApi(port, Answer.word(opened.list("cases").get(0), "reference"), school);
    }

    String reference() {
        return reference;
    }

    /** The address of an open task. */
    String task(String element) {
        return open().stream()
                .filter(task -> element.equals(task.get("element")))
                .map(task -> "/tasks/" + Answer.word(task, "id"))
                .findFirst()
                .orElseThrow();
    }

    /** The group that an open task is offered to. */
    String group(String element) {
        return open().stream()
                .filter(task -> element.equals(task.get("element")))
                .map(task -> Answer.word(task, "group"))
                .findFirst()
                .orElseThrow();
    }

    /** Answers whatever is open, as usual, until a step is asked. */
    void answerUntil(String element) {
        for (int i = 0; i < ENOUGH; i++) {
            List<Map<String, Object>> open = open();
            if (open.stream().anyMatch(task -> element.equals(task.get("element")))) {
                return;
            }
            answer(open.get(0));
        }
        throw new AssertionError(element + " is never asked");
    }

    private List<Map<String, Object>> open() {
        return Caller.nobody(port)
                .as(raisedBy)
                .get("/api/v1/cases/" + reference)
                .list("tasks");
    }

    private void answer(Map<String, Object> task) {
        Caller group = Caller.nobody(port).as(Answer.word(task, "group"));
        String address = "/api/v1/tasks/" + Answer.word(task, "id");
        String form = Objects.toString(
                ((Map<?, ?>) Objects.requireNonNull(group.get(address).get("form"))).get("id"));
        Answer answered = group.post(address + "/submission", Map.of("answers", RecentAnswers.of(form)));
        if (answered.status() != 200) {
            throw new AssertionError("%s: %s".formatted(form, answered.text()));
        }
    }
}
