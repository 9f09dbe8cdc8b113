package cymru.diogelu.designer.pages;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out a story as a file for the scenario book. */
final class StoryDownload {

    private StoryDownload() {}

    /** @param name of the file, without its ending */
    static ResponseEntity<String> of(String name, String yaml) {
        ContentDisposition download =
                ContentDisposition.attachment().filename(name + ".yaml").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(MediaType.APPLICATION_YAML)
                .body(yaml);
    }
}
