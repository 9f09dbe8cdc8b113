package cymru.diogelu.forms;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import cymru.diogelu.browser.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** form-js in a browser, asked for its judgement in the codes of this module. */
final class FormJs implements AutoCloseable {

    /** What one judge says: errors as "key code", and the answers kept, by key and without empty ones. */
    record Verdict(TreeSet<String> errors, TreeMap<String, Object> kept) {

        boolean objectsTo(String key) {
            return errors.stream().anyMatch(error -> error.startsWith(key + " "));
        }
    }

    record Case(Map<String, Object> schema, Map<String, Object> facts, Map<String, Object> answers) {}

    private record Mistake(String key, String message) {}

    private record Answer(
            String form, Map<String, Object> data, List<Mistake> errors, List<String> broken, List<String> warnings) {}

    private static final Path BUNDLE = Path.of("target/npm/node_modules/@bpmn-io/form-js/dist/form-viewer.umd.js");
    private static final Path BRIDGE = Path.of("src/test/resources/forms/form-js.js");
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The beginnings of form-js's sentences, since it has no codes. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Field is required", "required"),
            Map.entry("Min validation value is not", "badLimit"),
            Map.entry("Max validation value is not", "badLimit"),
            Map.entry("Field must match pattern", "pattern"),
            Map.entry("A reference is like", "pattern"),
            Map.entry("Field must have minimum value", "tooSmall"),
            Map.entry("Field must have maximum value", "tooLarge"),
            Map.entry("Field must have minimum length", "tooShort"),
            Map.entry("Field must have maximum length", "tooLong"),
            Map.entry("Field must be a valid  international phone", "phone"),
            Map.entry("Field must be a valid email", "email"),
            Map.entry("Value is expected to", "tooManyDecimals"),
            Map.entry("Please select a valid value", "notAStep"));

    private final Chromium chromium = Chromium.launch();
    private final BrowserContext window = chromium.window();
    private final Page page = window.newPage();

    /** Judges many cases at once on a fresh page, since each has to wait for the page. */
    List<Verdict> judge(List<Case> cases) {
        page.navigate("about:blank");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(BUNDLE));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(BRIDGE));
        var answer = (String) page.evaluate(
                "async text => JSON.stringify(await judgeAll(JSON.parse(text)))", JSON.writeValueAsString(cases));
        return Stream.of(JSON.readValue(answer, Answer[].class))
                .map(FormJs::verdict)
                .toList();
    }

    private static Verdict verdict(Answer answer) {
        if (!answer.broken().isEmpty() || !answer.warnings().isEmpty()) {
            throw new IllegalStateException(
                    "form-js could not work with the form: %s %s".formatted(answer.form(), answer.broken()));
        }
        var errors = new TreeSet<String>();
        answer.errors().forEach(error -> errors.add(error.key() + " " + code(error.message())));
        return new Verdict(errors, Leaves.of(answer.data()));
    }

    private static String code(String message) {
        return CODES.entrySet().stream()
                .filter(code -> message.startsWith(code.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("form-js said something new: " + message));
    }

    @Override
    public void close() {
        window.close();
        chromium.close();
    }
}
