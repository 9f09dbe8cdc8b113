package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import cymru.diogelu.browser.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One practitioner at one browser window, who uses the pages only; every page seen is held to axe. */
final class Desk {

    static final String CONTINUE = "main form button:not(.govuk-button--secondary)";
    private static final int ENOUGH = 5;
    private static final double LONG = 240_000;
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final Page page;
    private final String service;
    private final boolean scripts;

    /** @param scripts whether the window runs JavaScript; where it does not, axe cannot run either */
    Desk(BrowserContext window, int port, boolean scripts) {
        this.page = window.newPage();
        this.service = "http://127.0.0.1:" + port;
        this.scripts = scripts;
    }

    /** A new window, without anybody signed in, of a person whose browser prefers a language. */
    static Desk at(Chromium chromium, int port, String locale, boolean scripts) {
        var options = new Browser.NewContextOptions().setLocale(locale).setJavaScriptEnabled(scripts);
        return new Desk(chromium.window(options), port, scripts);
    }

    /** Signs in; people of a test share the password "test". */
    Desk signIn(String user) {
        page.navigate(service + "/sign-in");
        accessible();
        return enter(user);
    }

    /** Signs in on the page that asks for it. */
    Desk enter(String user) {
        return type("username", user).type("password", "test").press(CONTINUE);
    }

    /** The session ends, as after a long pause. */
    Desk endSession() {
        page.context().clearCookies();
        return this;
    }

    /** Types the usual answers of a form. */
    Desk fill(String form) {
        new FormFiller(page).fill(RecentAnswers.of(form));
        return this;
    }

    Desk back() {
        page.goBack();
        accessible();
        return this;
    }

    Desk doubleClick(String button) {
        page.dblclick(button);
        page.waitForURL("**/handed-in");
        return this;
    }

    Desk waitFor(String selector) {
        page.waitForSelector(selector);
        return this;
    }

    /** Waits for what takes its time, such as stories that are run. */
    Desk waitLong(String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setTimeout(LONG));
        accessible();
        return this;
    }

    /** What a button gives to be kept on the reader's machine. */
    String download(String button) {
        var download = page.waitForDownload(() -> page.click(button));
        try {
            return Files.readString(download.path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Desk select(String key, String value) {
        page.selectOption("[id='%s']".formatted(key), value);
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

    /** Changes what a field sends, as somebody may who works round the page. */
    Desk tamper(String field, String value) {
        page.evalOnSelector("[name='%s']".formatted(field), "(field, value) => { field.value = value; }", value);
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

    /** Ticks the first box of a name. */
    Desk tick(String name) {
        page.locator("[name='%s']".formatted(name)).first().check();
        return this;
    }

    /** Chooses a file to be sent. */
    Desk attach(String key, String name, byte[] content) {
        page.setInputFiles("[id='%s']".formatted(key), new FilePayload(name, "application/zip", content));
        return this;
    }

    /** Presses a button whose page a script leads to. */
    Desk pressAndFollow(String button, String address) {
        page.click(button);
        page.waitForURL(address);
        accessible();
        return this;
    }

    /** For a page that is long in coming. */
    Desk pressWithoutWaiting(String button) {
        page.locator(button).click(new Locator.ClickOptions().setNoWaitAfter(true));
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

    /**
     * Answers the most urgent task of a case on this person's worklist, from the worklist to the page that says what
     * happens next.
     *
     * @param answers the answers by the id of the form
     * @return whether there was one
     */
    boolean answerNext(String reference, Function<String, Map<String, Object>> answers) {
        open("/worklist?whose=team");
        Locator tasks = page.locator(".dgl-task", new Page.LocatorOptions().setHasText(reference));
        while (tasks.count() == 0) {
            if (!shows("a[rel=next]")) {
                return false;
            }
            press("a[rel=next]");
        }
        tasks.first().locator("h2 a").click();
        accessible();
        String form = Objects.requireNonNull(page.getAttribute("form[data-form]", "data-form"));
        for (int tries = 0; page.locator("form[data-form]").count() > 0; tries++) {
            if (tries == ENOUGH) {
                throw new AssertionError(
                        "%s is not accepted: %s".formatted(form, texts(".govuk-error-summary__list a")));
            }
            new FormFiller(page).fill(answers.apply(form));
            press(CONTINUE);
        }
        press("main form button");
        assertThat(page.url()).as(form).endsWith("/cases/" + reference + "/handed-in");
        return true;
    }

    /** Where the window is, without the address of the service. */
    String path() {
        return page.url().substring(service.length()).replaceAll("[?#].*", "");
    }

    boolean shows(String selector) {
        return page.locator(selector).count() > 0;
    }

    /** The names of what the page's form asks, each once. */
    List<String> asked() {
        return page.locator("main form [name]:not([type=hidden]):not(button):visible").all().stream()
                .map(input -> Objects.requireNonNull(input.getAttribute("name")))
                .distinct()
                .toList();
    }

    /** Answers one question, of whatever kind it is. */
    Desk answer(String name, List<String> values) {
        Locator first = page.locator("[name='%s']".formatted(name)).first();
        if (List.of("radio", "checkbox").contains(Objects.toString(first.getAttribute("type")))) {
            values.forEach(value -> choose(name, value));
        } else if (first.evaluate("input => input.tagName").equals("SELECT")) {
            first.selectOption(values.get(0));
        } else {
            first.fill(values.get(0));
        }
        return this;
    }

    Desk beginConcern() {
        return open("/concern").press("main form button");
    }

    /** Answers page after page of a concern until the answers are to be checked; tells which pages there were. */
    List<String> answerConcern(ConcernAnswers answers) {
        List<String> pages = new ArrayList<>();
        while (!path().equals("/concern/check")) {
            assertThat(pages).as("a way that ends").hasSizeLessThan(60);
            pages.add(path());
            answer(answers).goOn(answers);
        }
        return pages;
    }

    /** Answers every question that a page of a concern shows. */
    Desk answer(ConcernAnswers answers) {
        for (String name : asked()) {
            List<String> values = answers.of(name);
            if (!values.isEmpty()) {
                answer(name, values);
            }
        }
        return this;
    }

    /** Leaves an answered page of a concern, to the next child while there are more. */
    Desk goOn(ConcernAnswers answers) {
        boolean another = path().equals("/concern/children")
                && texts(".govuk-summary-list__row").size() < answers.children();
        return press(another ? "button[name=addRow]" : CONTINUE);
    }

    /** How far the page reaches to the right, in pixels. */
    int widest() {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** What came over the network for this page: the page, its styles and scripts, compressed as they came. */
    int bytes() {
        return ((Number)
                        page.evaluate(
                                """
                        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                            .reduce((sum, entry) => sum + (entry.encodedBodySize || 0), 0)"""))
                .intValue();
    }

    byte[] picture() {
        return page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
    }

    /** The template behind the page, which it names for tests. */
    String template() {
        return Objects.requireNonNull(page.getAttribute(".dgl-content", "data-page"));
    }

    Desk waitForDiagram() {
        page.waitForSelector(
                "svg [data-element-id]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    /** Posts the page's form twice at the same moment, as two clicks do; the answers are not shown. */
    Desk postTwice() {
        page.evaluate(
                """
                () => {
                    const form = document.querySelector('main form');
                    const post = () => fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
                    return Promise.all([post(), post()]).then(() => null);
                }""");
        return this;
    }

    /** Each kind of page in each language is looked at once: a form is one kind without errors and another with them. */
    private void accessible() {
        String kind = page.url().replaceFirst("\\?.*", "").replaceAll("/(tasks|cases|records|entries)/[^/]+", "/$1")
                + language()
                + page.locator("form[data-form]").all().stream()
                        .map(form -> form.getAttribute("data-form"))
                        .toList()
                + (page.locator(".govuk-error-summary").count() > 0)
                + page.viewportSize().width;
        if (!scripts || !SEEN.add(kind)) {
            return;
        }
        assertThat(page.innerText("body"))
                .as("texts without their words on %s", page.url())
                .doesNotContainPattern("\\?\\?\\w|\\{\\d");
        assertThat(page.title() + page.locator("h1").allTextContents())
                .as("title and heading of %s", page.url())
                .doesNotContain("<", "th:text");
        assertThat(new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }
}
