package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

    private static final String EVENT = "{\"%s\": {\"events\": [{\"title\": \"%s\", \"date\": \"%s\"}]}}";

    @TempDir
    Path folder;

    @BeforeEach
    void writesACalendarOfOneHoliday() throws IOException {
        write("bank-holidays.json", EVENT.formatted("england-and-wales", "Summer bank holiday", "2026-08-31"));
        write("gwyliau-banc.json", EVENT.formatted("cymru-a-lloegr", "Gŵyl banc yr haf", "2026-08-31"));
    }

    @Test
    void namesWhyADayIsNotAWorkingDay() {
        WorkingCalendar calendar = WorkingCalendar.load();

        assertThat(calendar.closure(LocalDate.parse("2026-04-03")).orElseThrow().cy())
                .isEqualTo("Dydd Gwener y Groglith");
        assertThat(calendar.closure(LocalDate.parse("2026-12-28")).orElseThrow().en())
                .isEqualTo("Boxing Day");
        assertThat(calendar.closure(LocalDate.parse("2026-04-04")).orElseThrow().cy())
                .isEqualTo("penwythnos");
        assertThat(calendar.isWorkingDay(LocalDate.parse("2027-03-01"))).isTrue();
    }

    @Test
    void coversTheYearsOfItsData() {
        WorkingCalendar calendar = WorkingCalendar.load();

        assertThat(calendar.first()).isEqualTo("2025-01-01");
        assertThat(calendar.horizon()).isEqualTo("2028-12-31");
        assertThat(calendar.knows(LocalDate.parse("2024-12-31"))).isFalse();
        assertThat(calendar.knows(LocalDate.parse("2029-01-01"))).isFalse();
    }

    @Test
    void endsWithItsLastHolidayWhenTheYearIsNotComplete() {
        assertThat(BankHolidays.read(location()).first()).isEqualTo("2026-08-31");
        assertThat(BankHolidays.read(location()).horizon()).isEqualTo("2026-08-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2026-08-31 | 31/08/2026 | '31/08/2026' is not a date",
                "Summer bank holiday | ` ` | has no title",
                "england-and-wales | scotland | dates are not those",
                "events | no | dates are not those",
                "{ | [ | cannot be read",
            })
    void refusesBrokenEnglishData(String good, String bad, String reason) throws IOException {
        String text = Files.readString(folder.resolve("bank-holidays.json"));
        write("bank-holidays.json", text.replace(good, bad));

        assertThatThrownBy(() -> BankHolidays.read(location()))
                .isInstanceOf(BrokenCalendar.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAHolidayWithoutItsWelshTitle() throws IOException {
        write("gwyliau-banc.json", EVENT.formatted("cymru-a-lloegr", "Gŵyl banc yr haf", "2026-08-24"));

        assertThatThrownBy(() -> BankHolidays.read(location()))
                .hasMessage("gwyliau-banc.json: its dates are not those of bank-holidays.json");
    }

    @Test
    void refusesACalendarWithoutHolidays() throws IOException {
        write("bank-holidays.json", "{}");
        write("gwyliau-banc.json", "{}");

        assertThatThrownBy(() -> BankHolidays.read(location())).hasMessageContaining("no bank holidays");
    }

    @Test
    void refusesAMissingFile() throws IOException {
        Files.delete(folder.resolve("gwyliau-banc.json"));

        assertThatThrownBy(() -> BankHolidays.read(location())).hasMessageStartingWith("gwyliau-banc.json: cannot be");
    }

    private String location() {
        return folder.toUri().toString().replaceAll("/$", "");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
