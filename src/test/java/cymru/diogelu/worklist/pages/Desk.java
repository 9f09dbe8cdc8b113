package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.Objects;

/** One practitioner at one browser window, who uses the pages only; every page seen is held to axe. */
final class Desk {

    private final Page page;
    private final String service;
    private final boolean scripts;

    /** @param scripts whether the window runs JavaScript; where it does not, axe cannot run either */
    Desk(BrowserContext window, int port, boolean scripts) {
        this.page = window.newPage();
        this.service = "http://127.0.0.1:" + port;
        this.scripts = scripts;
    }

    /** Signs in; people of a test share the password "test". */
    Desk signIn(String user) {
        page.navigate(service + "/sign-in");
        accessible();
        page.fill("#username", user);
        page.fill("#password", "test");
        press("main form button");
        return this;
    }

    Desk open(String path) {
        page.navigate(service + path);
        accessible();
        return this;
    }

    /** What the address answers, without looking at the page. */
    int status(String path) {
        Response response = Objects.requireNonNull(page.navigate(service + path));
        return response.status();
    }

    Desk type(String key, String text) {
        page.fill("[id='%s']".formatted(key), text);
        return this;
    }

    Desk choose(String key, String value) {
        page.check("[name='%s'][value='%s']".formatted(key, value));
        return this;
    }

    Desk press(String button) {
        page.click(button);
        accessible();
        return this;
    }

    String heading() {
        return page.textContent("h1").strip();
    }

    String title() {
        return page.title();
    }

    String text(String selector) {
        return page.textContent(selector).strip();
    }

    String value(String key) {
        return page.inputValue("[id='%s']".formatted(key));
    }

    List<String> texts(String selector) {
        return page.locator(selector).allTextContents();
    }

    String language() {
        return page.getAttribute("html", "lang");
    }

    private void accessible() {
        if (!scripts) {
            return;
        }
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }
}
