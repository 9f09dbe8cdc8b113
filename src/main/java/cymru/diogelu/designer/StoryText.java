package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a story as a file of the scenario book. */
final class StoryText {

    private static final int WIDTH = 120;

    private StoryText() {}

    /** @param story everything but its name, in the order in which it is to stand */
    static String of(Bilingual name, Map<String, Object> story) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("en", name.en());
        names.put("cy", name.cy());
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("name", names);
        whole.putAll(story);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        return new Yaml(options).dump(whole);
    }
}
