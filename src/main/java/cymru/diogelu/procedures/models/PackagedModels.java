package cymru.diogelu.procedures.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models and forms that came with the program, by the path they have in the project. */
@Component
class PackagedModels {

    private static final String ROOT_PROCEDURE = "processes/safeguarding-case/safeguarding-case.bpmn";
    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form", "forms/**/*.cy.json");

    Map<String, byte[]> files() {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource resource : resolver.getResources(root(resolver) + pattern)) {
                    files.put(path(resource), resource.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    /** Only what lies beside the root procedure: other parts of the class path may hold forms of their own. */
    private static String root(PathMatchingResourcePatternResolver resolver) throws IOException {
        String url =
                resolver.getResource("classpath:" + ROOT_PROCEDURE).getURL().toString();
        return url.substring(0, url.length() - ROOT_PROCEDURE.length());
    }

    private static String path(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        return url.substring(Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1);
    }
}
