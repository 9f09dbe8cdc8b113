package cymru.diogelu.procedures;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.procedures.models.DeployedModels;
import cymru.diogelu.procedures.models.ModelElement;
import cymru.diogelu.procedures.models.ModelSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names a step in the version of the models in which it was walked. A step that is one of several says which: whom it
 * asks, which body it tells, or which late step it is about.
 */
@Component
class StepNames {

    private final DeployedModels models;
    private final Agencies agencies;

    StepNames(DeployedModels models, Agencies agencies) {
        this.models = models;
        this.agencies = agencies;
    }

    /**
     * @param element absent for the name of the procedure itself
     * @param about what tells the step from others of its kind, as the record has it
     */
    Bilingual of(String process, int version, @Nullable String element, @Nullable String about) {
        ModelSet set = models.of(process, version);
        Bilingual name = set.procedure(process).orElseThrow().nameOf(element);
        return about == null || element == null
                ? name
                : about(set, set.procedure(process).orElseThrow().elements().get(element), about)
                        .map(subject -> named(name, subject))
                        .orElse(name);
    }

    private Optional<Bilingual> about(ModelSet set, @Nullable ModelElement step, String about) {
        return set.nameOf(about).or(() -> offered(set, step, about)).or(() -> role(about));
    }

    /** The label that the step's own form gives to what the step is repeated for. */
    private static Optional<Bilingual> offered(ModelSet set, @Nullable ModelElement step, String about) {
        return step == null
                ? Optional.empty()
                : set.form(step.form()).stream()
                        .flatMap(form -> form.fields().stream())
                        .filter(field -> field.path().equals(step.repeatedFor()))
                        .map(field -> Optional.ofNullable(field.options().get(about)))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<Bilingual> role(String about) {
        return agencies.roles().stream()
                .filter(role -> role.key().equals(about))
                .map(Role::name)
                .findFirst();
    }

    private static Bilingual named(Bilingual name, Bilingual subject) {
        return new Bilingual("%s: %s".formatted(name.en(), subject.en()), "%s: %s".formatted(name.cy(), subject.cy()));
    }
}
