package cymru.diogelu.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgenciesTests {

    private static final String CARDIFF = "W06000015";
    private static final String FLINTSHIRE = "W06000005";

    private final Agencies agencies = Agencies.load();

    @Test
    void knowsThe22Authorities() {
        assertThat(agencies.authorities()).hasSize(22);
        assertThat(agencies.authority("W06000024").name().cy()).isEqualTo("Merthyr Tudful");
        assertThat(agencies.findAuthority("W06000007")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "front-door, W06000015, front-door.W06000015",
        "police-ppu, W06000015, police-ppu.south-wales-police",
        "police-ppu, W06000023, police-ppu.dyfed-powys-police",
        "prevent-spoc, W06000018, prevent-spoc.gwent-police",
        "health-board, W06000014, health-board.cardiff-and-vale",
        "health-board, W06000013, health-board.cwm-taf-morgannwg",
        "health-board, W06000023, health-board.powys",
        "rsb, W06000008, rsb.mid-and-west-wales",
        "advocacy-provider, W06000011, advocacy-provider.nyas-cymru",
        "advocacy-provider, W06000005, advocacy-provider.W06000005",
        "probation, W06000001, probation.cymru",
    })
    void namesTheGroupOfARoleAtAPlace(String role, String gss, String group) {
        assertThat(agencies.candidateGroup(role, gss)).isEqualTo(group);
    }

    @Test
    void refusesUnknownRolesAndPlaces() {
        assertThatThrownBy(() -> agencies.candidateGroup("wizard", CARDIFF))
                .isInstanceOf(UnknownRole.class)
                .hasMessageContaining("wizard");
        assertThatThrownBy(() -> agencies.candidateGroup("front-door", "E06000023"))
                .isInstanceOf(UnknownPlace.class)
                .hasMessageContaining("E06000023");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "front-door.W06000015 | Front door, Cardiff | Drws blaen, Caerdydd",
                "police-ppu.south-wales-police | Police public protection unit, South Wales Police"
                        + " | Uned diogelu'r cyhoedd yr heddlu, Heddlu De Cymru",
                "advocacy-provider.W06000005 | Independent advocacy provider, Flintshire"
                        + " | Darparwr eiriolaeth annibynnol, Sir y Fflint",
                "probation.cymru | Probation, Wales | Y gwasanaeth prawf, Cymru",
            },
            quoteCharacter = '`')
    void describesGroupsInBothLanguages(String group, String english, String welsh) {
        assertThat(agencies.describe(Group.parse(group), Language.EN)).isEqualTo(english);
        assertThat(agencies.describe(Group.parse(group), Language.CY)).isEqualTo(welsh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "front-door.cymru",
                "front-door.south-wales-police",
                "police-ppu.W06000015",
                "police-ppu.gwent",
                "probation.W06000015"
            })
    void describesNoRoleAtAPlaceOfAnotherKind(String group) {
        assertThatThrownBy(() -> agencies.describe(Group.parse(group), Language.EN))
                .isInstanceOf(UnknownPlace.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "front-door", "front-door.", ".W06000015", "a.b.c", "front door.W06000015"})
    void parsesOnlyARoleAndAPlace(String text) {
        assertThatThrownBy(() -> Group.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void describesEveryGroupThatCanBeGivenATask() {
        assertThat(agencies.allGroups())
                .contains("team-manager.W06000015", "advocacy-provider.W06000001", "police-999.gwent-police")
                .doesNotContain("ceop.cymru")
                .allSatisfy(group -> assertThat(agencies.describe(Group.parse(group), Language.CY))
                        .isNotBlank())
                .allSatisfy(group -> assertThat(Group.parse(group)).hasToString(group));
    }

    @ParameterizedTest
    @CsvSource({
        "education.W06000015, 'Education, Cardiff'",
        "education.W06000015.2, 'Education, Cardiff (2)'",
        "auditor, auditor"
    })
    void namesPeople(String user, String name) {
        assertThat(agencies.member(user, Language.EN)).isEqualTo(name);
    }

    @Test
    void ordersAuthoritiesByEachLanguagesAlphabet() {
        assertThat(names(Language.EN)).startsWith("Blaenau Gwent", "Bridgend").endsWith("Vale of Glamorgan", "Wrexham");
        assertThat(names(Language.CY))
                .startsWith("Abertawe", "Blaenau Gwent", "Bro Morgannwg", "Caerdydd", "Caerffili", "Casnewydd")
                .containsSubsequence("Powys", "Rhondda Cynon Taf", "Sir Benfro", "Sir Ddinbych", "Sir Fynwy")
                .endsWith("Torfaen", "Wrecsam", "Ynys Môn");
    }

    @Test
    void ordersByWelshLetters() {
        assertThat(List.of("Rhyl", "Llan", "Chwilog", "Lon", "Cwm", "Rwth", "Ddraig", "Dyfed").stream()
                        .sorted(WelshOrder.of(Language.CY)))
                .containsExactly("Cwm", "Chwilog", "Dyfed", "Ddraig", "Lon", "Llan", "Rwth", "Rhyl");
    }

    @Test
    void leavesUnconfirmedAdvocacyProvidersOpen() {
        assertThat(agencies.authority(FLINTSHIRE).advocacyProvider()).isNull();
    }

    private List<String> names(Language language) {
        return agencies.authorities(language).stream()
                .map(authority -> authority.name().in(language))
                .toList();
    }
}
