package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import java.util.Map;

/**
 * A file that was read for comparison.
 *
 * @param names what people know its parts by, by id
 * @param drawing where its parts are drawn, by what is drawn
 */
record Document(Part root, Map<String, Bilingual> names, Map<String, String> drawing) {

    String file() {
        return root.file();
    }
}
