package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The pictures of all pages in one language and on one screen. */
final class Album {

    private final Optional<Path> folder;
    private final int width;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> templates = new TreeSet<>();
    private int heaviest;

    /** @param folder where the pictures are drawn; without one they are only named */
    Album(Optional<Path> folder, String language, int width) {
        this.folder = folder.map(pictures -> pictures.resolve(language));
        this.width = width;
    }

    /** Takes the page that a desk shows, which must fit its screen. */
    void add(Desk desk, String name) {
        assertThat(desk.widest()).as("%s at %d", name, width).isLessThanOrEqualTo(width);
        folder.ifPresent(
                pictures -> FewColours.write(desk.picture(), pictures.resolve("%s-%d.png".formatted(name, width))));
        names.add(name);
        templates.add(desk.template());
        if (!desk.template().equals("diagram")) {
            heaviest = Math.max(heaviest, desk.bytes());
        }
    }

    Set<String> names() {
        return names;
    }

    Set<String> templates() {
        return templates;
    }

    /** Bytes over the network of the heaviest page, without the diagram. */
    int heaviest() {
        return heaviest;
    }
}
