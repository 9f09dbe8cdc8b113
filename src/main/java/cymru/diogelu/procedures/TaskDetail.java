package cymru.diogelu.procedures;

import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Bilingual;
import java.util.Map;

/**
 * A task together with what is needed to answer it.
 *
 * @param documentation what the law asks of this step, each sentence with its provisions' ids
 * @param facts all that is known already, for the judge; people are shown only what the form {@link Form#needed needs}
 */
public record TaskDetail(OpenTask task, Form form, Bilingual documentation, Map<String, Object> facts) {}
