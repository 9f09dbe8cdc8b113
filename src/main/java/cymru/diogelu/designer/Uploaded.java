package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ModelFiles;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** A set of models as somebody sends it. */
final class Uploaded {

    private Uploaded() {}

    /** @throws ResponseStatusException 400 when it is no zip, or holds more than a set of models can have */
    static ModelFiles files(byte[] zip) {
        try {
            ModelFiles files = ModelFiles.ofZip(zip);
            if (files.byPath().isEmpty()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return files;
        } catch (IOException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    /** The scenarios that came with the set; none where the zip holds no {@code processes/scenarios}. */
    static ScenarioFiles book(byte[] zip) {
        try {
            return ScenarioFiles.ofZip(zip);
        } catch (IOException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
