package cymru.diogelu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says stands in the texts of both languages, never in a template. */
class TemplatesTests {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>");
    private static final Pattern SAID_BY_TAG = Pattern.compile("\\s(?:alt|title|aria-label|placeholder)=\"([^\"]*)\"");
    private static final Pattern SAID_BY_BUTTON = Pattern.compile(
            "^<(?:button\\b|input\\b.*type=\"(?:submit|button)\").*\\svalue=\"([^\"]*)\"", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile(".*\\p{L}.*", Pattern.DOTALL);
    private static final Set<String> SAME_IN_BOTH = Set.of("Diogelu");

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateSaysNothingOfItsOwn(Path template) throws IOException {
        assertThat(written(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:if=\"${a > b}\">Words</p>",
                "<p th:text=\"#{words}\"></p>Words",
                "<img alt=\"Words\">",
                "<nav aria-label=\"Words\">",
                "<a title=\"Words\">",
                "<input placeholder=\"Words\">",
                "<button name=\"words\" value=\"Words\">",
                "<input type=\"submit\" value=\"Words\">"
            })
    void wordsAreFoundWhereverTheyStand(String template) {
        assertThat(written(template)).containsExactly("Words");
    }

    @Test
    void whatIsNoTextIsLet() {
        assertThat(written("<!-- why --><input type=\"radio\" value=\"yes\"><p class=\"a\" th:title=\"#{b}\">!</p>"))
                .isEmpty();
    }

    private static Stream<Path> templates() throws IOException {
        return Files.list(Path.of("src/main/resources/templates"));
    }

    private static List<String> written(String template) {
        String html = COMMENT.matcher(template).replaceAll("");
        return Stream.concat(
                        TAG.splitAsStream(html), TAG.matcher(html).results().flatMap(tag -> said(tag.group())))
                .map(String::strip)
                .filter(text -> WORDS.matcher(text).matches() && !SAME_IN_BOTH.contains(text))
                .toList();
    }

    private static Stream<String> said(String tag) {
        return Stream.of(SAID_BY_TAG, SAID_BY_BUTTON)
                .map(pattern -> pattern.matcher(tag))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
