package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RenderedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells an open page which of its questions the answers so far make needless, as an event that htmx passes on. */
final class HiddenQuestions {

    private static final JsonMapper JSON = new JsonMapper();

    private HiddenQuestions() {}

    static String event(RenderModel form) {
        List<String> hidden = new ArrayList<>();
        collect(form.fields(), hidden);
        return JSON.writeValueAsString(Map.of("questions", Map.of("hidden", hidden)));
    }

    private static void collect(List<RenderedField> fields, List<String> hidden) {
        for (RenderedField field : fields) {
            if (!field.visible()) {
                hidden.add(field.key());
            }
            collect(field.children(), hidden);
            field.rows().forEach(row -> collect(row, hidden));
        }
    }
}
