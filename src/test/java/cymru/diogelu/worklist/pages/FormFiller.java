package cymru.diogelu.worklist.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Types answers into the form on a page as a person does: only into what is shown, a row after pressing its button. */
final class FormFiller {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Page page;

    FormFiller(Page page) {
        this.page = page;
    }

    void fill(Map<String, Object> answers) {
        answers.forEach((key, value) -> fill(key, value));
    }

    @SuppressWarnings("unchecked")
    private void fill(String key, Object value) {
        if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map) {
            rows((List<Map<String, Object>>) rows, key);
        } else if (value instanceof Map<?, ?> group) {
            group.forEach((name, inside) -> fill(key + "." + name, inside));
        } else if (shown(key)) {
            answer(key, value);
        }
    }

    private void rows(List<Map<String, Object>> rows, String key) {
        for (int row = 0; row < rows.size(); row++) {
            if (page.locator("[data-question^='%s[%d]']".formatted(key, row)).count() == 0) {
                Locator add = page.locator("button[name=addRow][value='%s']".formatted(key));
                if (add.count() == 0 || !add.isVisible()) {
                    return;
                }
                add.click();
            }
            String before = "%s[%d].".formatted(key, row);
            rows.get(row).forEach((name, value) -> fill(before + name, value));
        }
    }

    private boolean shown(String key) {
        return page.locator("[data-question='%s']:visible".formatted(key)).count() == 1;
    }

    private void answer(String key, Object value) {
        Locator question = page.locator("[data-question='%s']".formatted(key));
        if (value instanceof List<?> many) {
            many.forEach(
                    one -> question.locator("input[value='%s']".formatted(one)).check());
        } else if (value instanceof Boolean tick) {
            question.locator("input[type=checkbox]").setChecked(tick);
        } else if (question.locator(".govuk-date-input").count() > 0) {
            moment(question, key, value.toString());
        } else if (question.locator("input[type=radio]").count() > 0) {
            question.locator("input[value='%s']".formatted(value)).check();
        } else if (question.locator("select").count() > 0) {
            question.locator("select").selectOption(value.toString());
        } else if (question.locator("textarea, input:not([readonly])").count() > 0) {
            question.locator("textarea, input").fill(value.toString());
        }
    }

    private void moment(Locator question, String key, String value) {
        if (value.contains("-")) {
            LocalDate day = value.contains("T")
                    ? OffsetDateTime.parse(value).atZoneSameInstant(LONDON).toLocalDate()
                    : LocalDate.parse(value);
            box(question, key, "day", String.valueOf(day.getDayOfMonth()));
            box(question, key, "month", String.valueOf(day.getMonthValue()));
            box(question, key, "year", String.valueOf(day.getYear()));
        }
        if (!value.contains("-") || value.contains("T")) {
            String time = value.contains("T")
                    ? OffsetDateTime.parse(value).atZoneSameInstant(LONDON).format(DateTimeFormatter.ofPattern("HH:mm"))
                    : value;
            box(question, key, "time", time);
        }
    }

    private static void box(Locator question, String key, String part, String text) {
        question.locator("[name='%s-%s']".formatted(key, part)).fill(text);
    }
}
