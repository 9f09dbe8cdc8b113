package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import cymru.diogelu.browser.Chromium;
import cymru.diogelu.forms.Corpus;
import cymru.diogelu.forms.DateBoxes;
import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Every form, and every component a form may hold, stands on its page as the model says: empty, filled, wrong, hidden. */
@DeskTest
class FormCorpusIT {

    private static final Chromium CHROMIUM = Chromium.launch();
    private static final Page PAGE = CHROMIUM.window().newPage();

    @Autowired
    private ITemplateEngine templates;

    @Autowired
    private MessageSource messages;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    static Stream<CorpusForm> forms() {
        return Stream.concat(
                CorpusForm.ofProcedures().stream(),
                Corpus.items().stream()
                        .map(item -> new CorpusForm(
                                item.name(), item.form(), item.facts(), List.of(Map.of()), Set.of(), Set.of())));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void showsWhatTheModelSays(CorpusForm form) {
        for (CorpusForm.State state : form.states()) {
            for (Language language : Language.values()) {
                shows(form.rendered(state, language), state.errors(language), form + " " + state.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyConditionIsSeenBothWays(CorpusForm form) {
        assertThat(form.unturned()).isEmpty();
    }

    private void shows(RenderModel model, Map<String, String> errors, String state) {
        Locale locale = Locale.forLanguageTag(model.language().name().toLowerCase(Locale.ROOT));
        var expected = new ModelOnPage(errors, text -> messages.getMessage(text, null, locale)).of(model.fields());
        FormOnPage shown = FormOnPage.of(PAGE, html(model, errors, locale), errors.keySet());

        assertThat(shown.questions()).as(state + " " + locale).isEqualTo(expected);
        assertThat(shown.questions().stream().map(FormOnPage.Question::key))
                .as(state + ": keys")
                .doesNotHaveDuplicates();
        assertThat(shown.twice()).as(state + ": ids that stand there twice").isEmpty();
        assertThat(shown.lost()).as(state + ": errors that lead nowhere").isEmpty();
        assertThat(shown.nameless()).as(state + ": controls without a name").isEmpty();
    }

    private String html(RenderModel model, Map<String, String> errors, Locale locale) {
        Map<String, Object> page =
                Map.of("fields", model.fields(), "errors", errors, "prose", new Markdown(), "dates", new DateBoxes());
        return templates.process("corpus", new Context(locale, page));
    }
}
