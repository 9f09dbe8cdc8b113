package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTests {

    private static final String GOOD =
            """
            kind: limit
            provisions:
              - id: DL-90
                title: { en: Title, cy: Teitl }
                duty: { en: Duty, cy: Dyletswydd }
                limit: 3 working-days
                startsAt: reportReceivedAt
                responsible: front-door
                escalation: [team-manager, head-of-service]
                source: none
                confidence: design
                overridable: true
            """;
    private static final String LOCAL =
            """
            authority: W06000015
            limits:
              - provision: DL-90
                length: 5
                source: local procedure
                confidence: source-local
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writesAGoodRegister() throws IOException {
        write("roles.yaml", "roles: [front-door, team-manager, head-of-service]");
        write("reminders.yaml", "rules: [{ unit: working-days, reminders: [50 percent] }]");
        write("provisions/limits.yaml", GOOD);
        write("overrides/W06000015.yaml", LOCAL);
    }

    @Test
    void appliesALocalLengthToItsAuthorityOnly() {
        Provisions provisions = load();

        assertThat(provisions.limitFor("DL-90", "W06000015").length()).isEqualTo(5);
        assertThat(provisions.limitFor("DL-90", "W06000022").length()).isEqualTo(3);
        assertThat(provisions.localLimits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: DL-90 | id: XX-1 | not of the form",
                "title: { en: Title, cy: Teitl } | title: { en: Title } | 'title' has no Welsh",
                "duty: { en: Duty, cy: Dyletswydd } | duty: { cy: Dyletswydd } | 'duty' has no English",
                "startsAt: reportReceivedAt | extendableBy: team-manager | 'startsAt' is missing",
                "startsAt: reportReceivedAt | startsAt: report-received | not a camelCase name",
                "limit: 3 working-days | limit: 0 working-days | does not fit",
                "limit: 3 working-days | limit: 3 fortnights | 'fortnights' is no Unit",
                "limit: 3 working-days | limit: soon | not a number and a unit",
                "limit: 3 working-days | limit: 3 weeks | no rule gives the reminders",
                "escalation: [team-manager, head-of-service] | escalation: [manager, head-of-service] | 'manager' is not a known role",
                "escalation: [team-manager, head-of-service] | escalation: [team-manager] | two or three roles",
                "escalation: [team-manager, head-of-service] | escalation: [team-manager, front-door] | twice or the responsible role",
                "responsible: front-door | responsible: nobody | 'nobody' is not a known role",
                "confidence: design | confidence: guessed | 'guessed' is no Confidence",
                "source: none | sauce: none | 'sauce' is not a known key",
                "overridable: true | overridable: maybe | neither true nor false",
                "overridable: true | reminders: [at dawn] | 'at dawn' is not a reminder",
            })
    void refusesABrokenProvision(String good, String bad, String reason) throws IOException {
        write("provisions/limits.yaml", GOOD.replace(good, bad));

        assertThatThrownBy(this::load)
                .isInstanceOf(BrokenRegister.class)
                .hasMessageStartingWith("limits.yaml, " + (bad.startsWith("id") ? "XX-1" : "DL-90"))
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTheSameIdTwice() throws IOException {
        write("provisions/more.yaml", GOOD);

        assertThatThrownBy(this::load).hasMessage("more.yaml, DL-90: the id stands in the register twice");
    }

    @Test
    void refusesAnInvariantWithALimit() throws IOException {
        write("provisions/limits.yaml", GOOD.replace("kind: limit", "kind: invariant"));

        assertThatThrownBy(this::load).hasMessage("limits.yaml, DL-90: an invariant has no 'limit'");
    }

    @Test
    void refusesALocalLengthOfWhatIsNotLeftToAuthorities() throws IOException {
        write("provisions/limits.yaml", GOOD.replace("overridable: true", ""));

        assertThatThrownBy(this::load)
                .hasMessage("W06000015.yaml, DL-90: an authority may not set a length of its own");
    }

    @ParameterizedTest
    @CsvSource({
        "W06000015, E06000015",
        "W06000015, W06000022",
        "provision: DL-90, provision: DL-91",
        "length: 5, length: 0"
    })
    void refusesABrokenLocalLimit(String good, String bad) throws IOException {
        write("overrides/W06000015.yaml", LOCAL.replace(good, bad));

        assertThatThrownBy(this::load).isInstanceOf(BrokenRegister.class).hasMessageStartingWith("W06000015.yaml");
    }

    @Test
    void refusesALocalLengthSetTwice() throws IOException {
        write("overrides/W06000015.yaml", LOCAL + LOCAL.substring(LOCAL.indexOf("  - ")));

        assertThatThrownBy(this::load).hasMessage("W06000015.yaml, DL-90: is set twice");
    }

    @Test
    void refusesAFileThatIsNoYaml() throws IOException {
        write("provisions/limits.yaml", "kind: [");

        assertThatThrownBy(this::load).hasMessageStartingWith("limits.yaml, file: cannot be read");
    }

    @Test
    void refusesAFolderOfLocalLengthsThatIsNotThere() {
        assertThatThrownBy(
                        () -> Provisions.load(folder.resolve("nowhere").toUri().toString()))
                .isInstanceOf(BrokenRegister.class)
                .hasMessageContaining("there is no such folder");
    }

    @Test
    void readsLocalLengthsFromAFolderOfTheAuthority() throws IOException {
        write("own/W06000015.yaml", LOCAL.replace("DL-90", "DL-08"));

        Provisions provisions = Provisions.load(folder.resolve("own").toUri().toString());

        assertThat(provisions.limitFor("DL-08", "W06000015").length()).isEqualTo(5);
        assertThat(provisions.localLimit("DL-09", "W06000023")).isEmpty();
    }

    private Provisions load() {
        String location = folder.toUri().toString().replaceAll("/$", "");
        return new Register(location, location + "/overrides").provisions();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
