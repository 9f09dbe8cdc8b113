package cymru.diogelu.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Welsh of what is wrong with a form, from one file of sentences beside this class: English, Welsh, gaps as stars. */
final class FaultWords {

    private static final List<FaultWords> ALL = load();

    private final Pattern english;
    private final String welsh;

    private FaultWords(String english, String welsh) {
        this.english = Pattern.compile(
                Stream.of(english.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("(.*)")),
                Pattern.DOTALL);
        this.welsh = welsh;
    }

    /** The English where nobody wrote the Welsh, which a test keeps from happening. */
    static String welsh(String reason) {
        return ALL.stream()
                .flatMap(words -> words.of(reason).stream())
                .findFirst()
                .orElse(reason);
    }

    private Optional<String> of(String reason) {
        Matcher matcher = english.matcher(reason);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        StringBuilder filled = new StringBuilder();
        List<String> parts = List.of(welsh.split("\\*", -1));
        for (int part = 0; part < parts.size(); part++) {
            filled.append(part == 0 ? "" : matcher.group(part)).append(parts.get(part));
        }
        return Optional.of(filled.toString());
    }

    private static List<FaultWords> load() {
        List<FaultWords> words = new ArrayList<>();
        var stream = Objects.requireNonNull(FaultWords.class.getResourceAsStream("faults_cy.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.contains(" | ")).forEach(line -> {
                var both = line.split(" \\| ", 2);
                words.add(new FaultWords(both[0], both[1]));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
