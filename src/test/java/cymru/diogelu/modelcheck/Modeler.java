package cymru.diogelu.modelcheck;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import cymru.diogelu.browser.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The modeler that Camunda Modeler is made of, in a browser: opens a model, edits it by its own commands and saves it. */
final class Modeler implements AutoCloseable {

    private static final Path BUNDLE =
            Path.of("target/npm-pages/node_modules/bpmn-js/dist/bpmn-modeler.production.min.js");
    private static final Path CAMUNDA = Path.of("target/npm/node_modules/camunda-bpmn-moddle/resources/camunda.json");
    private static final Path BRIDGE = Path.of("src/test/resources/modeler/modeler.js");

    private final Chromium chromium = Chromium.launch();
    private final BrowserContext window = chromium.window();
    private final Page page = window.newPage();

    Modeler() {
        page.navigate("about:blank");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(BUNDLE));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(BRIDGE));
    }

    /**
     * The model as the modeler saves it.
     *
     * @param edit one of those in the script, with its words
     */
    byte[] saved(byte[] bpmn, String edit, String... words) {
        var saved = (String) page.evaluate(
                "([xml, moddle, edit, words]) => saved(xml, JSON.parse(moddle), edit, words)",
                List.of(new String(bpmn, StandardCharsets.UTF_8), camunda(), edit, List.of(words)));
        return saved.getBytes(StandardCharsets.UTF_8);
    }

    private static String camunda() {
        try {
            return Files.readString(CAMUNDA);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        window.close();
        chromium.close();
    }
}
