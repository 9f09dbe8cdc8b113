package cymru.diogelu.agencies;

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

class AgencyFilesTests {

    private static final String ROLE = "{ key: edt, place: AUTHORITY, en: Duty team, cy: Tîm dyletswydd }";

    @TempDir
    Path folder;

    @BeforeEach
    void writesGoodFiles() throws IOException {
        write("roles.yaml", "roles: [%s]".formatted(ROLE));
        write("agencies.csv", "kind,slug,en,cy\nPOLICE,a,A,A\nHEALTH_BOARD,b,B,B\nBOARD,c,C,C\n");
        write("authorities.csv", "gss,en,cy,p,h,b,a\nW06000015,Cardiff,Caerdydd,a,b,c,\n");
    }

    @Test
    void readsGoodFiles() {
        assertThat(load().candidateGroup("edt", "W06000015")).isEqualTo("edt.W06000015");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "authorities.csv | W06000015 | E06000015 | is no GSS code",
                "authorities.csv | ,a,b,c, | ,a,b,c | has 6 columns, not 7",
                "authorities.csv | ,a,b,c, | ,x,b,c, | POLICE 'x' is unknown",
                "authorities.csv | ,a,b,c, | ,a,b,c,nyas | ADVOCACY 'nyas' is unknown",
                "authorities.csv | Caerdydd |  | in both languages",
                "agencies.csv | POLICE | ARMY | is no kind of place",
                "agencies.csv | HEALTH_BOARD,b,B,B | POLICE,a,B,B | stands there twice",
                "roles.yaml | , cy: Tîm dyletswydd | , cy: '' | in both languages",
                "roles.yaml | AUTHORITY | SOMEWHERE | is no kind of place",
                "roles.yaml | key: edt | name: edt | there is no 'key'",
            })
    void refusesBrokenData(String file, String good, String bad, String reason) throws IOException {
        String text = Files.readString(folder.resolve(file));
        write(file, text.replace(good, bad == null ? "" : bad));

        assertThatThrownBy(this::load)
                .isInstanceOf(BrokenAgencyData.class)
                .hasMessageStartingWith(file)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesARoleThatStandsThereTwice() throws IOException {
        write("roles.yaml", "roles: [%s, %s]".formatted(ROLE, ROLE));

        assertThatThrownBy(this::load).hasMessage("roles.yaml, edt: stands there twice");
    }

    private Agencies load() {
        return new AgencyFiles(folder.toUri().toString().replaceAll("/$", "")).read();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
