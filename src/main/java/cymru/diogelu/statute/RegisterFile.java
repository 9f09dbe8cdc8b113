package cymru.diogelu.statute;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** One YAML file of the register: a map at the top, lists of maps below it. */
record RegisterFile(String name, Map<?, ?> content) {

    static RegisterFile read(Resource resource) {
        String name = String.valueOf(resource.getFilename());
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream stream = resource.getInputStream()) {
            Object content = new Yaml(new SafeConstructor(options)).load(stream);
            if (content instanceof Map<?, ?> map) {
                return new RegisterFile(name, map);
            }
            throw new BrokenRegister(name, "file", "there is no map at the top");
        } catch (IOException | YAMLException unreadable) {
            throw new BrokenRegister(name, "file", "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    RegisterEntry top() {
        return new RegisterEntry(name, "file", content);
    }

    /** The maps of the list under a key, each known by the text under {@code idKey}. */
    List<RegisterEntry> entries(String key, String idKey) {
        if (!(content.get(key) instanceof List<?> list)) {
            throw new BrokenRegister(name, "file", "'%s' is not a list".formatted(key));
        }
        return list.stream().map(item -> entry(item, idKey)).toList();
    }

    private RegisterEntry entry(Object item, String idKey) {
        if (item instanceof Map<?, ?> map && map.get(idKey) instanceof String id) {
            return new RegisterEntry(name, id, map);
        }
        throw new BrokenRegister(name, String.valueOf(item), "there is no '%s'".formatted(idKey));
    }
}
