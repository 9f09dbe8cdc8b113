package cymru.diogelu.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The usual answers of the scenario book, by form id; dates in them are quoted and so stay text. */
public final class UsualAnswers {

    private static final int DATE = "2027-02-01".length();

    private final Path folder;

    public UsualAnswers(Path folder) {
        this.folder = folder;
    }

    /** A fresh copy, which the caller may change. */
    public Map<String, Object> to(String form) {
        try (Reader reader = Files.newBufferedReader(folder.resolve(form + ".yaml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Moves a planned date, refused because it has passed, on by a year: here every case is walked in one moment, the
     * scenarios in weeks.
     *
     * @param key where the answer stands, such as {@code actions[0].due}
     */
    @SuppressWarnings("unchecked")
    public static void aYearLater(Map<String, Object> answers, String key) {
        Map<String, Object> holder = answers;
        String rest = key;
        for (int dot = rest.indexOf("]."); dot > 0; dot = rest.indexOf("].")) {
            int bracket = rest.indexOf('[');
            List<Object> rows = (List<Object>) holder.get(rest.substring(0, bracket));
            holder = (Map<String, Object>) rows.get(Integer.parseInt(rest.substring(bracket + 1, dot)));
            rest = rest.substring(dot + 2);
        }
        holder.computeIfPresent(rest, (name, date) -> later((String) date));
    }

    private static String later(String date) {
        return LocalDate.parse(date.substring(0, DATE)).plusYears(1) + date.substring(DATE);
    }
}
