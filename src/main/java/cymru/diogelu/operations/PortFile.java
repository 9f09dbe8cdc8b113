package cymru.diogelu.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started this program on any free port which one it has taken. */
@ConditionalOnProperty("diogelu.port-file")
@Component
class PortFile {

    private final Path file;

    PortFile(@Value("${diogelu.port-file}") Path file) {
        this.file = file;
    }

    /** Moved into place whole, so that nobody reads half a number. */
    @EventListener(WebServerInitializedEvent.class)
    void tell(WebServerInitializedEvent started) {
        try {
            Path written = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".new"),
                    String.valueOf(started.getWebServer().getPort()));
            Files.move(written, file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
