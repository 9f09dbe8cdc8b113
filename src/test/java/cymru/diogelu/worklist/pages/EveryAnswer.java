package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Option;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Answers to all questions of a form, two rows in each list, as a browser would post them. */
record EveryAnswer(Form form, Map<String, Object> facts) {

    private static final String WORDS = "A \"word\" & <b>more</b> ‘Siân’";

    Map<String, Object> answers() {
        return PostedAnswers.of(form, posted("14", "3", "09:30"));
    }

    /** Dates and numbers that are none. */
    Map<String, Object> unreadable() {
        return PostedAnswers.of(form, posted("the 3rd", "many", "noon"));
    }

    /** One answer changed at a time: each option of each choice, each answer left out, each small or wrong. */
    List<Map<String, Object>> changed() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(answers());
        MultiValueMap<String, String> filled = posted("14", "3", "09:30");
        for (RenderedField field : questions()) {
            for (List<String> values : alternatives(field)) {
                MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(filled);
                changed.put(field.key(), values);
                all.add(PostedAnswers.of(form, changed));
            }
        }
        return all;
    }

    private static List<List<String>> alternatives(RenderedField field) {
        List<List<String>> alternatives = new ArrayList<>();
        field.options().forEach(option -> alternatives.add(List.of(option.value())));
        alternatives.add(List.of());
        alternatives.add(List.of("0"));
        return alternatives;
    }

    private MultiValueMap<String, String> posted(String day, String number, String time) {
        MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
        questions().forEach(field -> post(field, day, number, time, posted));
        return posted;
    }

    private static void post(
            RenderedField field, String day, String number, String time, MultiValueMap<String, String> posted) {
        switch (field.type()) {
            case "radio", "select" ->
                field.options().stream().limit(1).forEach(option -> posted.add(field.key(), option.value()));
            case "checklist", "taglist" ->
                posted.put(
                        field.key(),
                        field.options().stream().limit(2).map(Option::value).toList());
            case "checkbox" -> posted.add(field.key(), "true");
            case "number" -> posted.add(field.key(), number);
            case "datetime" -> moment(field, day, time, posted);
            default -> posted.add(field.key(), field.type().equals("textarea") ? WORDS + "\r\n\r\n  twice" : WORDS);
        }
    }

    private static void moment(RenderedField field, String day, String time, MultiValueMap<String, String> posted) {
        String subtype = Objects.toString(field.constraints().get("subtype"));
        if (!subtype.equals("time")) {
            posted.add(field.key() + "-day", day);
            posted.add(field.key() + "-month", "4");
            posted.add(field.key() + "-year", "2027");
        }
        if (!subtype.equals("date")) {
            posted.add(field.key() + "-time", time);
        }
    }

    /** With two rows in each list, hidden ones too. */
    private List<RenderedField> questions() {
        MultiValueMap<String, String> rows = new LinkedMultiValueMap<>();
        Stream<String> inRows = form.fields().stream()
                .filter(field -> !field.type().equals("dynamiclist"))
                .map(Field::path)
                .filter(path -> path.contains("[]"));
        inRows.forEach(path -> {
            rows.add(path.replace("[]", "[0]"), "1");
            rows.add(path.replace("[]", "[1]"), "1");
        });
        List<RenderedField> questions = new ArrayList<>();
        collect(form.render(Language.EN, facts, PostedAnswers.of(form, rows)).fields(), questions);
        return questions;
    }

    private static void collect(List<RenderedField> fields, List<RenderedField> questions) {
        for (RenderedField field : fields) {
            collect(field.children(), questions);
            field.rows().forEach(row -> collect(row, questions));
            if (AnsweredLines.isQuestion(field) && !field.readOnly()) {
                questions.add(field);
            }
        }
    }
}
