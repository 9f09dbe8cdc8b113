package cymru.diogelu.trace.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTests {

    private static final Pseudonyms SOME = new Pseudonyms("");

    @Test
    void aKeptKeyGivesTheSamePseudonymsAfterARestart(@TempDir Path folder) {
        String file = folder.resolve("exports.key").toString();
        assertThat(new Pseudonyms(file).person("mair")).isEqualTo(new Pseudonyms(file).person("mair"));
        assertThat(Files.exists(Path.of(file))).isTrue();
    }

    @Test
    void anotherServiceGivesOtherPseudonyms() {
        assertThat(new Pseudonyms("").person("mair")).isNotEqualTo(SOME.person("mair"));
    }

    @Test
    void aPersonAndACaseOfOneNameHaveNothingInCommon() {
        assertThat(SOME.caseReference("mair"))
                .doesNotEndWith(SOME.person("mair").substring("person-".length()));
    }

    @Test
    void theServiceItselfIsNamed() {
        assertThat(SOME.person("system")).isEqualTo("system");
    }

    @Property
    void differentPeopleHaveDifferentPseudonyms(
            @ForAll @CharRange(from = ' ', to = '\u07FF') String one,
            @ForAll @CharRange(from = ' ', to = '\u07FF') String other) {
        Assume.that(!one.equals(other));
        assertThat(SOME.person(one)).isNotEqualTo(SOME.person(other));
    }
}
