package cymru.diogelu.procedures;

import cymru.diogelu.forms.Form;
import java.util.Map;

/**
 * A task together with what is needed to answer it.
 *
 * @param documentation what the law asks of this step, beginning with the provision's id
 * @param facts all that is known already, for the judge; people are shown only what the form {@link Form#needed needs}
 */
public record TaskDetail(OpenTask task, Form form, String documentation, Map<String, Object> facts) {}
