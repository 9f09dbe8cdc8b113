package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.statute.Limit.Unit;
import cymru.diogelu.statute.Provision.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvisionsTests {

    private static final String POWYS = "W06000023";
    private static final String CARDIFF = "W06000015";

    private final Provisions provisions = Provisions.load();

    @Test
    void holdsEveryLimitAndInvariantOfTheProcedures() {
        Stream<String> limits = IntStream.rangeClosed(1, 28).mapToObj("DL-%02d"::formatted);
        Stream<String> invariants = IntStream.rangeClosed(1, 43).mapToObj("INV-%02d"::formatted);
        List<String> ids = provisions.all().stream().map(Provision::id).toList();

        assertThat(ids).containsAll(limits.toList()).containsAll(invariants.toList());
        assertThat(ids).contains("DL-07b", "DL-10b", "DL-16b", "PR-01", "PR-02");
    }

    @Test
    void saysWhatAProvisionAsksForInBothLanguages() {
        Provision decision = provisions.get("DL-03");

        assertThat(decision.title().en()).isEqualTo("Initial decision recorded");
        assertThat(decision.title().cy()).isEqualTo("Penderfyniad cychwynnol wedi'i gofnodi");
        assertThat(decision.limit()).isEqualTo(new Limit(1, Unit.WORKING_DAYS, "reportReceivedAt"));
        assertThat(decision.responsible()).isEqualTo("front-door");
        assertThat(decision.escalation()).containsExactly("team-manager", "head-of-service");
        assertThat(decision.confidence()).isEqualTo(Confidence.SOURCE);
    }

    @Test
    void leavesOnlyLocalAndDesignLimitsToAuthorities() {
        assertThat(provisions.all())
                .filteredOn(
                        provision -> provision.overridable() && provision.id().startsWith("DL"))
                .extracting(Provision::id)
                .containsExactlyInAnyOrder(
                        "DL-07", "DL-07b", "DL-08", "DL-09", "DL-22", "DL-23", "DL-24", "DL-25", "DL-26", "DL-27",
                        "DL-28");
    }

    @Test
    void letsOnlyTheSeniorManagerOrTheChairGrantMoreTime() {
        assertThat(provisions.get("DL-09").extendableBy()).isEqualTo("senior-safeguarding-manager");
        assertThat(provisions.get("DL-10").extendableBy()).isEqualTo("conference-chair");
        assertThat(provisions.get("DL-20").extendableBy()).isNull();
    }

    @Test
    void givesRemindersByTheLengthOfTheLimit() {
        assertThat(reminders("DL-05")).extracting(Reminder::amount).containsExactly(50, 80);
        assertThat(reminders("DL-03")).containsExactly(new Reminder(Reminder.Kind.WORKING_HOURS_IN, 4));
        assertThat(reminders("DL-10"))
                .containsExactly(
                        new Reminder(Reminder.Kind.PERCENT, 50), new Reminder(Reminder.Kind.WORKING_DAYS_BEFORE, 1));
        assertThat(reminders("DL-18")).extracting(Reminder::amount).containsExactly(20, 5);
        assertThat(reminders("DL-01")).isEmpty();
    }

    @Test
    void staysWithTheLastRoleAboveTheTopOfTheLadder() {
        assertThat(provisions.get("DL-03").escalatesTo(1, "team-manager")).isEqualTo("head-of-service");
        assertThat(provisions.get("DL-06").escalatesTo(1, "team-manager")).isEqualTo("senior-safeguarding-manager");
        assertThat(provisions.get("DL-03").escalatesTo(1, "front-door")).isEqualTo("team-manager");
        assertThat(provisions.get("DL-03").escalatesTo(3, "front-door")).isEqualTo("head-of-service");
        assertThatThrownBy(() -> provisions.get("DL-03").escalatesTo(0, "front-door"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provisions.get("INV-01").escalatesTo(1, "front-door"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnUnknownProvision() {
        assertThatThrownBy(() -> provisions.get("DL-99"))
                .isInstanceOf(UnknownProvision.class)
                .hasMessageContaining("DL-99");
        assertThat(provisions.find("DL-99")).isEmpty();
    }

    @Test
    void givesAnInvariantNoLimit() {
        assertThat(provisions.get("INV-01").kind()).isEqualTo(Kind.INVARIANT);
        assertThatThrownBy(() -> provisions.limitFor("INV-01", CARDIFF)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheLengthsThatPowysPublishes() {
        assertThat(provisions.localLimit("DL-09", POWYS))
                .get()
                .extracting(LocalLimit::confidence)
                .isEqualTo(Confidence.SOURCE);
        assertThat(provisions.localLimit("DL-09", CARDIFF)).isEmpty();
    }

    @Test
    void wordsLimitsInBothLanguages() {
        assertThat(new Limit(2, Unit.WORKING_DAYS, "x").text().cy()).isEqualTo("2 ddiwrnod gwaith");
        assertThat(new Limit(1, Unit.WORKING_DAYS, "x").text().en()).isEqualTo("1 working day");
        assertThat(new Limit(3, Unit.MONTHS, "x").text().cy()).isEqualTo("3 mis");
        assertThat(new Limit(0, Unit.IMMEDIATELY, "x").text().cy()).isEqualTo("ar unwaith");
    }

    private List<Reminder> reminders(String id) {
        return provisions.get(id).reminders();
    }
}
