package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** A row to be added to a list, or taken away: the button that was pressed on a page without JavaScript. */
public record RowEdit(String list, int remove) {

    private static final int ADD = -1;
    private static final Pattern ROW = Pattern.compile("(.+)\\[(\\d{1,2})]");

    public static Optional<RowEdit> of(MultiValueMap<String, String> posted) {
        String add = posted.getFirst("addRow");
        if (add != null) {
            return Optional.of(new RowEdit(add, ADD));
        }
        Matcher row =
                ROW.matcher(Optional.ofNullable(posted.getFirst("removeRow")).orElse(""));
        return row.matches()
                ? Optional.of(new RowEdit(row.group(1), Integer.parseInt(row.group(2))))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    public void apply(Map<String, Object> answers) {
        Map<String, Object> here = answers;
        String[] steps = list.split("\\.");
        for (int at = 0; at < steps.length - 1; at++) {
            here = (Map<String, Object>) here.computeIfAbsent(steps[at], name -> new LinkedHashMap<String, Object>());
        }
        List<Object> rows = new ArrayList<>(
                here.get(steps[steps.length - 1]) instanceof List<?> present ? (List<Object>) present : List.of());
        if (remove == ADD) {
            rows.add(new LinkedHashMap<String, Object>());
        } else if (remove < rows.size()) {
            rows.remove(remove);
        }
        here.put(steps[steps.length - 1], rows);
    }
}
