package cymru.diogelu.modelcheck;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.templates.TemplateSet;
import cymru.diogelu.statute.Provisions;
import java.nio.file.Path;
import java.util.Map;

/** The element templates that Camunda Modeler offers to a designer, made of the register and the roles. */
public class ModelerTemplates {

    /** Where Camunda Modeler looks for them: beside the models, or in any folder above. */
    public static final Path FOLDER = Path.of(".camunda", "element-templates");

    private final TemplateSet templates;

    public ModelerTemplates(Provisions provisions, Agencies agencies) {
        this.templates = new TemplateSet(provisions, agencies);
    }

    /** Each template by the name of its file. */
    public Map<String, String> write() {
        return templates.write();
    }
}
