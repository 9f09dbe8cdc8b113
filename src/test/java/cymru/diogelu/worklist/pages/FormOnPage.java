package cymru.diogelu.worklist.pages;

import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The questions of a form as a browser has them.
 *
 * @param twice ids that more than one element has
 * @param lost keys with an error whose link would lead to nothing that can be reached
 * @param nameless controls that a screen reader could not name
 */
record FormOnPage(List<Question> questions, List<String> twice, List<String> lost, List<String> nameless) {

    /**
     * One component.
     *
     * @param within the key of the component around it, else empty
     * @param words its label or legend
     * @param hint empty too where nothing on the question points to it
     * @param error empty too where nothing on the question points to it
     * @param around what stands before and behind the box
     * @param controls what can be answered, each with its kind, name, value, state and label
     */
    record Question(
            String key,
            String within,
            boolean hidden,
            String words,
            String prose,
            String hint,
            String error,
            String around,
            String limit,
            List<String> controls,
            List<String> rows,
            List<String> buttons) {}

    private static final JsonMapper JSON = new JsonMapper();

    private static final String READ =
            """
            ({html, wrong}) => {
                document.body.innerHTML = html;
                const text = (element) => element ? element.textContent.replace(/\\s+/g, ' ').trim() : '';
                const texts = (elements) => [...elements].map(text).join(' ');
                const within = (element) => element.parentElement.closest('[data-question]');
                const state = (control) => (control.checked || control.selected ? ' chosen' : '')
                    + (control.readOnly || control.disabled ? ' fixed' : '');
                const control = (input) => [
                    `${input.type} ${input.name}=${input.value}${state(input)}: ${texts(input.labels)}`,
                    ...[...(input.options || [])].map((option) => `option ${option.value}${state(option)}: ${text(option)}`)];
                const question = (element) => {
                    const own = (selector) => [...element.querySelectorAll(selector)].filter((part) => within(part) === element);
                    const tied = own('[aria-describedby]').flatMap((part) => part.getAttribute('aria-describedby').split(/\\s+/));
                    const told = (selector) => texts(own(selector).filter((part) => tied.includes(part.id)));
                    const legends = own('legend');
                    return {
                        key: element.dataset.question,
                        within: within(element)?.dataset.question ?? '',
                        hidden: element.hidden,
                        words: text(legends[0] ?? own('label')[0]),
                        prose: texts(own('.dgl-prose')).replace(/\\s/g, ''),
                        hint: told('.govuk-hint:not(.govuk-character-count__message)'),
                        error: told('.govuk-error-message'),
                        around: texts(own('.govuk-input__prefix, .govuk-input__suffix')),
                        limit: own('[data-maxlength]')[0]?.dataset.maxlength ?? '',
                        controls: own('input, select, textarea').flatMap(control),
                        rows: legends.slice(1).map(text),
                        buttons: own('button').map((button) => `${button.name}=${button.value}`),
                    };
                };
                const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
                const reached = (id) => document.getElementById(id)?.matches('input, select, textarea, [tabindex], a');
                return JSON.stringify({
                    questions: [...document.querySelectorAll('[data-question]')].map(question),
                    twice: ids.filter((id, at) => ids.indexOf(id) < at),
                    lost: wrong.filter((key) => !reached(key)),
                    nameless: [...document.querySelectorAll('input, select, textarea')]
                        .filter((input) => !texts(input.labels)).map((input) => input.name),
                });
            }""";

    static FormOnPage of(Page page, String html, Collection<String> wrong) {
        Object read = page.evaluate(READ, Map.of("html", html, "wrong", List.copyOf(wrong)));
        return JSON.readValue(read.toString(), FormOnPage.class);
    }
}
