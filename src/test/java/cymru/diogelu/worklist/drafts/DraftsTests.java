package cymru.diogelu.worklist.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.database.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ExtendWith(OutputCaptureExtension.class)
class DraftsTests {

    private static final String TASK = "7";
    private static final Map<String, Object> WORDS = Map.of("whoSawWhat", "The sister saw messages.");

    private final HikariDataSource database = Databases.h2();
    private final Viewer mine = viewer("education.W06000015");
    private final Viewer colleague = viewer("education.W06000015.2");

    @Test
    void wordsOfALostKeyCountAsNone(CapturedOutput log) {
        drafts(new DraftKey("")).save(mine, TASK, WORDS);
        Drafts restarted = drafts(new DraftKey(""));

        assertThat(restarted.find(mine, TASK)).isEmpty();
        assertThat(restarted.draft(mine.user(), TASK)).isEmpty();
        assertThat(restarted.others(colleague, TASK)).isEmpty();
        assertThat(log).containsOnlyOnce("cannot be read").doesNotContain("sister", mine.user());
    }

    @Test
    void theSameWordsAgainFromThePageThatWasLeftAreNoNewerOnes() {
        Drafts drafts = drafts(new DraftKey(""));
        TypedOn left = TypedOn.opened(0);
        drafts.save(mine, TASK, null, WORDS, left);
        TypedOn following =
                TypedOn.opened(drafts.draft(mine.user(), TASK).orElseThrow().version());
        drafts.save(mine, TASK, null, WORDS, left);

        assertThat(drafts.save(mine, TASK, null, Map.of("whoSawWhat", "More."), following))
                .isEmpty();
    }

    @Test
    void newWordsTakeThePlaceOfThoseOfALostKey() {
        drafts(new DraftKey("")).save(mine, TASK, Map.of("whoSawWhat", "Nobody."));
        Drafts restarted = drafts(new DraftKey(""));

        restarted.save(mine, TASK, WORDS);

        assertThat(restarted.find(mine, TASK)).isEqualTo(WORDS);
    }

    @Test
    void theKeyIsTheSameAfterARestartAndNothingLiesBesideIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("data").resolve("drafts.key");
        drafts(new DraftKey(file.toString())).save(mine, TASK, WORDS);

        assertThat(drafts(new DraftKey(file.toString())).find(mine, TASK)).isEqualTo(WORDS);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void wordsOfAPageThatIsNotTheLastAreRefused() {
        Drafts drafts = drafts(new DraftKey(""));
        TypedOn desktop = TypedOn.opened(0);
        TypedOn phone = TypedOn.opened(0);
        assertThat(drafts.save(mine, TASK, null, WORDS, desktop)).isEmpty();
        assertThat(drafts.save(mine, TASK, null, Map.of("whoSawWhat", "N"), desktop))
                .isEmpty();

        assertThat(drafts.save(mine, TASK, null, Map.of(), phone)).hasValueSatisfying(newer -> {
            assertThat(newer.answers()).containsEntry("whoSawWhat", "N");
            assertThat(newer.version()).isEqualTo(2);
        });

        assertThat(drafts.save(mine, TASK, null, WORDS, new TypedOn(phone.page(), 2)))
                .isEmpty();
        assertThat(drafts.save(mine, TASK, null, Map.of(), desktop)).isPresent();
        assertThat(drafts.find(mine, TASK)).isEqualTo(WORDS);
    }

    @Test
    void wordsFromNoPageAreAlwaysKept() {
        Drafts drafts = drafts(new DraftKey(""));
        drafts.save(mine, TASK, null, Map.of(), TypedOn.opened(0));

        drafts.save(mine, TASK, WORDS);

        assertThat(drafts.find(mine, TASK)).isEqualTo(WORDS);
    }

    @Test
    void aPageOpenedBeforeTheKeyWasLostKeepsItsWords() {
        TypedOn page = TypedOn.opened(0);
        drafts(new DraftKey("")).save(mine, TASK, Map.of());
        Drafts restarted = drafts(new DraftKey(""));

        assertThat(restarted.save(mine, TASK, null, WORDS, page)).isEmpty();

        assertThat(restarted.find(mine, TASK)).isEqualTo(WORDS);
    }

    @Test
    void theSameAnswersHaveOneMarkInWhateverOrder() {
        Drafts drafts = drafts(new DraftKey(""));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("fullName", "Elis");
        one.put("dob", "2012-03-14");
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("dob", "2012-03-14");
        other.put("fullName", "Elis");

        assertThat(drafts.mark(Map.of("child", one))).isEqualTo(drafts.mark(Map.of("child", other)));
        assertThat(drafts.mark(one)).isNotEqualTo(drafts.mark(Map.of("fullName", "Elis")));
    }

    private static Viewer viewer(String user) {
        return new Viewer(user, "education", "W06000015", Set.of("education.W06000015"));
    }

    private Drafts drafts(DraftKey key) {
        return new Drafts(JdbcClient.create(database), key, Clock.systemUTC(), new JdbcTransactionManager(database));
    }
}
