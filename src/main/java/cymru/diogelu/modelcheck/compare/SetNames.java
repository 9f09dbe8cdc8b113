package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people know the procedures, tables and forms of a set by, which files name by their ids. */
final class SetNames {

    private static final Sentence FORM = new Sentence("the form of %s", "ffurflen %s");

    private final Map<String, Bilingual> procedures = new HashMap<>();
    private final Map<String, Bilingual> tables = new HashMap<>();
    private final Map<String, Bilingual> forms = new HashMap<>();

    static SetNames of(Models models) {
        SetNames names = new SetNames();
        models.roots().values().forEach(names::read);
        return names;
    }

    private void read(XmlElement root) {
        root.children(Bpmn.MODEL, "process").forEach(process -> procedures.putIfAbsent(process.id(), bpmn(process)));
        root.children(Dmn.MODEL, "decision")
                .forEach(table -> tables.putIfAbsent(table.id(), DecisionParts.name(table)));
        root.all(Bpmn.MODEL, "userTask")
                .filter(task -> !task.attribute(Bpmn.CAMUNDA, "formRef").isEmpty())
                .forEach(task -> forms.putIfAbsent(task.attribute(Bpmn.CAMUNDA, "formRef"), bpmn(task)));
    }

    private static Bilingual bpmn(XmlElement xml) {
        return Names.quoted(xml.attribute("name"), Extensions.welshName(xml), xml.id());
    }

    /** A form has no name of its own: it goes by the first task that asks it. */
    Optional<Bilingual> form(String id) {
        return Optional.ofNullable(forms.get(id)).map(FORM::plain);
    }

    /** What a value names, where it is one that names a procedure or a table by its id. */
    Optional<Bilingual> named(String leaf, String id) {
        return switch (leaf) {
            case "calledElement" -> Optional.ofNullable(procedures.get(id));
            case "camunda:decisionRef" -> Optional.ofNullable(tables.get(id));
            default -> Optional.empty();
        };
    }
}
