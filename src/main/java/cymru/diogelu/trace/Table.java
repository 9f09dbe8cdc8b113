package cymru.diogelu.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table that leaves as CSV (RFC 4180, UTF-8) and opens in a spreadsheet without doing anything there. */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {

    /** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public void to(OutputStream out) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(columns);
        for (List<@Nullable Object> row : rows) {
            csv.printRecord(row.stream().map(Table::cell).toList());
        }
        csv.flush();
    }

    private static String cell(@Nullable Object value) {
        String text = plain(String.valueOf(Objects.requireNonNullElse(value, "")));
        boolean formula = !(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    /** Characters that turn the direction of writing show another text than is there. */
    private static String plain(String text) {
        return text.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]", "");
    }
}
