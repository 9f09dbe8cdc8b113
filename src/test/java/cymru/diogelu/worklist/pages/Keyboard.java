package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person who has no mouse: each step looks whether the focus can be seen and went on in the order of reading. */
final class Keyboard {

    private static final int ENOUGH = 300;

    /** What has the focus, where it stands, and whether the page shows that it has; choices show it on their labels. */
    private static final String FOCUSED =
            """
            () => {
                const element = document.activeElement;
                const styles = [getComputedStyle(element),
                    ...[...(element.labels ?? [])].map((label) => getComputedStyle(label, '::before'))];
                return {
                    name: element.outerHTML.slice(0, 120),
                    body: element === document.body,
                    seen: styles.some((style) => style.boxShadow !== 'none'
                        || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)),
                    form: element.closest('main form') !== null,
                    top: Math.round(element.getBoundingClientRect().top + window.scrollY),
                };
            }""";

    private final Page page;
    private final String service;

    Keyboard(BrowserContext window, int port) {
        this.page = window.newPage();
        this.service = "http://127.0.0.1:" + port;
    }

    /** The address bar belongs to the browser, not to the page. */
    Keyboard open(String path) {
        page.navigate(service + path);
        return waitFor("body.js-enabled");
    }

    Keyboard waitFor(String selector) {
        page.waitForSelector(selector);
        return this;
    }

    Keyboard tabTo(String selector) {
        Integer above = null;
        for (int tabs = 0; tabs < ENOUGH; tabs++) {
            if (has(selector)) {
                return this;
            }
            page.keyboard().press("Tab");
            above = lookAt(above);
        }
        throw new AssertionError("the keyboard does not lead to " + selector + " on " + page.url());
    }

    /** @return how far down the focus is; null outside the form */
    private @Nullable Integer lookAt(@Nullable Integer above) {
        Map<?, ?> focused = (Map<?, ?>) page.evaluate(FOCUSED);
        if (focused.get("body").equals(true)) {
            return null;
        }
        assertThat(focused.get("seen"))
                .as("focus is seen on %s", focused.get("name"))
                .isEqualTo(true);
        if (focused.get("form").equals(false)) {
            return null;
        }
        Integer top = (Integer) focused.get("top");
        if (above != null) {
            assertThat(top).as("order of reading at %s", focused.get("name")).isGreaterThanOrEqualTo(above - 2);
        }
        return top;
    }

    Keyboard type(String words) {
        page.keyboard().type(words);
        return this;
    }

    Keyboard press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Presses Enter, which leads to a page that shows this. */
    Keyboard enter(String selector) {
        page.keyboard().press("Enter");
        page.waitForSelector(selector);
        return waitFor("body.js-enabled");
    }

    Keyboard focusGoesTo(String selector) {
        page.waitForFunction("selector => document.activeElement.matches(selector)", selector);
        return this;
    }

    Keyboard reads(String selector, String text) {
        page.waitForFunction(
                "([selector, text]) => document.querySelector(selector)?.textContent.trim() === text",
                List.of(selector, text));
        return this;
    }

    String heading() {
        return page.textContent("h1").strip();
    }

    private boolean has(String selector) {
        return page.evaluate("selector => document.activeElement.matches(selector)", selector)
                .equals(true);
    }
}
