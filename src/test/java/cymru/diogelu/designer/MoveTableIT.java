package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.database.Databases;
import cymru.diogelu.designer.Move.Outcome;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MoveTableIT {

    private static final Viewer DESIGNER = new Viewer("designer", "designer", "wales", Set.of());

    @ParameterizedTest
    @MethodSource("databases")
    void isHeldByOneAtATime(DataSource database) {
        MoveTable table = new MoveTable(JdbcClient.create(database));
        long number = table.add(order());

        assertThat(table.waiting()).map(Move::number).contains(number);
        assertThat(table.hold(number)).isTrue();
        assertThat(table.hold(number)).isFalse();
        assertThat(table.waiting()).isEmpty();
        table.release(number);
        assertThat(table.waiting()).isPresent();
        table.end(number);
        assertThat(table.waiting()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsWhatBecameOfEachCase(DataSource database) {
        MoveTable table = new MoveTable(JdbcClient.create(database));
        long number = table.add(order());
        table.put(number, "B", Outcome.BEGUN);
        table.put(number, "A", Outcome.STOPPED);
        table.put(number, "B", Outcome.MOVED);
        table.comeTo(number, "B");

        assertThat(table.outcomes(number).toString()).isEqualTo("{A=STOPPED, B=MOVED}");
        assertThat(table.find(number)).map(Move::behind).contains("B");
        assertThat(table.find(number)).map(Move::orderedBy).contains(DESIGNER);
        assertThat(table.newest(5)).hasSize(1);
    }

    private static Move order() {
        Instant at = Instant.parse("2027-02-01T10:15:00Z");
        return new Move(0, at, DESIGNER, "set", MoveRule.STEP, "report/decide", 1, "", false);
    }

    static Stream<DataSource> databases() {
        return Stream.of(Databases.h2(), Databases.postgres());
    }
}
