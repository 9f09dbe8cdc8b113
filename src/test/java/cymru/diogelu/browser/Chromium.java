package cymru.diogelu.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Chromium under test: the one on this machine, else Debian's by apt where it may be installed, else the one that
 * Playwright downloads. Not to be shared between threads.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @throws IllegalStateException when there is no Chromium and none can be had; says what to install */
    public static Chromium launch() {
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        Installation.find().map(Path::of).ifPresent(options::setExecutablePath);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw new IllegalStateException(Installation.ADVICE, e);
        }
    }

    /** A fresh window as a reader in Wales has it: London time, British English. */
    public BrowserContext window() {
        return window(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    /** A fresh window with other options; its time is London's in any case. */
    public BrowserContext window(Browser.NewContextOptions options) {
        return browser.newContext(options.setTimezoneId("Europe/London"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
