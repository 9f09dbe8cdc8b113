package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A person at a task gets the questions of that task, and each question says what it asks. */
final class FormShape implements Rule {

    private static final String ID = "form-shape";
    private static final Set<String> SILENT =
            Set.of("expression", "spacer", "separator", "text", "group", "dynamiclist");
    private static final BigDecimal NEWEST = BigDecimal.valueOf(16);

    private static final Told NO_FORM = Told.error(
            ID,
            "Nothing is asked at this task; link a form to it.",
            "Ni ofynnir dim wrth y dasg hon; cysylltwch ffurflen â hi.");
    private static final Told OTHER_FOLDER = Told.warning(
            ID,
            "The form ‘%s’ should lie in the folder of this procedure, %s; a form belongs to one procedure.",
            "Dylai'r ffurflen ‘%s’ fod yn ffolder y weithdrefn hon, %s; mae ffurflen yn perthyn i un weithdrefn.");
    private static final Told OTHER_ID = Told.warning(
            ID,
            "The id ‘%s’ should be lower-case words joined by hyphens, such as ‘make-report’.",
            "Dylai'r id ‘%s’ fod yn eiriau mewn llythrennau bach gyda chysylltnodau, megis ‘make-report’.");
    private static final Told OTHER_VERSION = Told.error(
            ID,
            "‘%s’ is no form version that this system can show; save the form for Camunda Platform 7 in Camunda Modeler.",
            "Nid yw ‘%s’ yn fersiwn o ffurflen y gall y system hon ei dangos; cadwch y ffurflen ar gyfer Camunda Platform"
                    + " 7 yn Camunda Modeler.");
    private static final Told NO_LABEL = Told.error(
            ID,
            "‘%s’ has no label, so nobody knows what is asked; write the question.",
            "Nid oes label gan ‘%s’, felly nid oes neb yn gwybod beth a ofynnir; ysgrifennwch y cwestiwn.");
    private static final Told OTHER_KEY = Told.error(
            ID,
            "The key ‘%s’ should be one word in camelCase, such as ‘childSeen’: it is the name that answers are kept"
                    + " under.",
            "Dylai'r allwedd ‘%s’ fod yn un gair mewn camelCase, megis ‘childSeen’: dan yr enw hwnnw y cedwir atebion.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        return Stream.concat(
                models.procedures().stream()
                        .flatMap(procedure -> procedure.nodes(NodeKind.USER_TASK))
                        .flatMap(task -> task(models, task)),
                models.forms().stream().flatMap(FormShape::form));
    }

    private static Stream<Finding> task(Models models, Node task) {
        String file = task.procedure().file();
        if (task.form().isEmpty()) {
            return Stream.of(NO_FORM.at(file, task.xml()));
        }
        String folder = "forms/" + task.procedure().id();
        return models.form(task.form()).stream()
                .filter(form -> !form.file().startsWith(folder + "/"))
                .map(form -> OTHER_FOLDER.at(file, task.xml(), form.id(), folder));
    }

    private static Stream<Finding> form(FormFile form) {
        Stream<Finding> id = form.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                ? Stream.empty()
                : Stream.of(OTHER_ID.at(form.file(), form.id(), form.json().line(form.id()), form.id()));
        return Stream.of(id, version(form), form.components().flatMap(component -> component(form, component)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> version(FormFile form) {
        Object version = form.json().members().get("schemaVersion");
        boolean known = version instanceof BigDecimal number && number.signum() > 0 && number.compareTo(NEWEST) <= 0;
        return known
                ? Stream.empty()
                : Stream.of(OTHER_VERSION.at(
                        form.file(), form.id(), form.json().line("schemaVersion"), String.valueOf(version)));
    }

    private static Stream<Finding> component(FormFile form, Map<?, ?> component) {
        String name = FormFile.name(component);
        String key = FormFile.text(component, "key") + FormFile.text(component, "path");
        boolean asks = component.containsKey("key") && !SILENT.contains(FormFile.text(component, "type"));
        boolean said = Stream.of("label", "dateLabel", "timeLabel")
                .anyMatch(label -> !FormFile.text(component, label).isBlank());
        boolean camel = key.isEmpty() || key.matches("[a-z][a-zA-Z0-9]*");
        return Stream.of(asks && !said ? NO_LABEL : null, camel ? null : OTHER_KEY)
                .flatMap(Stream::ofNullable)
                .map(told -> told.at(form.file(), name, form.json().line(name), name));
    }
}
