package cymru.diogelu.procedures.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and forms that came with the program, by the path they have in the project. */
@Component
class PackagedModels {

    private static final String[] PATTERNS = {
        "classpath*:processes/**/*.bpmn",
        "classpath*:processes/**/*.dmn",
        "classpath*:forms/**/*.form",
        "classpath*:forms/**/*.cy.json"
    };

    Map<String, byte[]> files() {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(pattern)) {
                    files.put(path(resource), resource.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static String path(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        return url.substring(Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1);
    }
}
