package cymru.diogelu.modelcheck;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.documentation.Documents;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.Map;

/**
 * Writes out for people what a set of models does: which provision stands where, who does what, and every limit. Nothing
 * of the set is run.
 */
public class ModelDocumentation {

    private final Documents documents;

    public ModelDocumentation(Provisions provisions, Agencies agencies) {
        this.documents = new Documents(provisions, agencies);
    }

    /** Documents in Markdown by the name of their file, in both languages; files that cannot be read are left out. */
    public Map<String, String> write(ModelFiles files) {
        return documents.write(Models.read(files.byPath()));
    }
}
