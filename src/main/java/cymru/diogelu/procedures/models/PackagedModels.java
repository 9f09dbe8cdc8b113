package cymru.diogelu.procedures.models;

import cymru.diogelu.modelcheck.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models and forms that go into an empty database, by the path they have in the project: those that came with the
 * program, or, where a set is tried out in a process of its own, that set.
 */
@Component
class PackagedModels {

    private static final String ROOT_PROCEDURE = "processes/safeguarding-case/safeguarding-case.bpmn";
    private static final List<String> PATTERNS =
            List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form", "forms/**/*.cy.json");

    private final String tried;

    /**
     * @param tried the folder of the set that is tried out; empty for the packaged models
     * @throws IllegalStateException when it would be tried out in a database that lasts
     */
    PackagedModels(
            @Value("${diogelu.models.tried:}") String tried, @Value("${spring.datasource.url:}") String database) {
        if (!tried.isBlank() && !database.startsWith("jdbc:h2:mem:")) {
            throw new IllegalStateException("diogelu.models.tried is for a database in memory only");
        }
        this.tried = tried;
    }

    Map<String, byte[]> files() {
        try {
            return tried.isBlank() ? packaged() : ModelFiles.of(Path.of(tried)).byPath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, byte[]> packaged() {
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
