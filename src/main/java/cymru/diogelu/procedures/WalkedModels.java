package cymru.diogelu.procedures;

import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.models.DeployedModels;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words of the models under which a case was walked, for whoever reads its record later. Nothing is found for a
 * version that was never deployed, as a forged record may name one.
 */
@Component
public class WalkedModels {

    private final DeployedModels models;
    private final StepNames names;

    WalkedModels(DeployedModels models, StepNames names) {
        this.models = models;
        this.names = names;
    }

    /**
     * The name of an element of a procedure, or of the procedure itself.
     *
     * @param about which of several it is, as the record has it: the late step, the invited role, the outside body
     */
    public Optional<Bilingual> name(String process, int version, @Nullable String element, @Nullable String about) {
        return models.find(process, version)
                .flatMap(set -> set.procedure(process))
                .map(procedure -> names.of(process, version, element, about));
    }

    /** Whether an element only parts or joins the ways of a case, so that nothing is done or waited for at it. */
    public boolean junction(String process, int version, String element) {
        return models.find(process, version)
                .flatMap(set -> set.procedure(process))
                .map(procedure -> procedure.elements().get(element))
                .filter(found ->
                        found.type().endsWith("Gateway") && !found.type().equals("eventBasedGateway"))
                .isPresent();
    }

    /** The procedure as it was drawn then: BPMN 2.0 in UTF-8 with the names of one language. */
    public Optional<byte[]> drawing(String process, int version, Language language) {
        return models.drawing(process, version, language);
    }

    /** A form as it was asked then. */
    public Optional<Form> form(String process, int version, String id) {
        return models.find(process, version).flatMap(set -> set.form(id));
    }

    /** The form that a step asked then. */
    public Optional<Form> formOf(String process, int version, String element) {
        return models.find(process, version).flatMap(set -> set.procedure(process)
                .map(procedure -> procedure.elements().get(element))
                .flatMap(step -> set.form(step.form())));
    }

    /** What the models call a value that routes; nothing where neither a form offers it nor a way is chosen by it. */
    public Optional<Bilingual> word(String process, int version, String variable, String value) {
        return models.find(process, version).flatMap(set -> set.word(variable, value));
    }

    /** A decision table as it was evaluated then. */
    public Optional<DecisionTable> decision(String process, int version, String id) {
        return models.find(process, version).flatMap(set -> set.decision(id));
    }
}
