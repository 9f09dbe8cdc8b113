package cymru.diogelu.forms;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** An explained difference from form-js, as the committed list has it; what an entry leaves out may be anything. */
record KnownDifference(String name, String why, Map<String, String> when) {

    private record Book(List<KnownDifference> differences) {}

    static List<KnownDifference> list(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), Book.class).differences();
    }

    boolean explains(Difference difference) {
        return fits("form", difference.form())
                && fits("key", difference.key())
                && fits("type", difference.type())
                && fits("side", difference.side().name())
                && fits("code", difference.code())
                && fits("raw", difference.raw());
    }

    private boolean fits(String name, String value) {
        var pattern = when.get(name);
        return pattern == null
                || Pattern.compile(pattern, Pattern.DOTALL).matcher(value).matches();
    }
}
