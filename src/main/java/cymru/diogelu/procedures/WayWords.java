package cymru.diogelu.procedures;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.procedures.Way.Kind;
import cymru.diogelu.procedures.models.ModelElement;
import cymru.diogelu.procedures.models.ModelSet;
import cymru.diogelu.procedures.models.ProcedureModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names every way of a set of models. */
final class WayWords {

    private final List<Way> ways = new ArrayList<>();

    private WayWords() {}

    /** Procedure by procedure, then table by table. */
    static List<Way> of(ModelSet set) {
        WayWords words = new WayWords();
        set.procedures().values().stream()
                .sorted(Comparator.comparing(ProcedureModel::id))
                .forEach(words::add);
        set.decisions().forEach(words::add);
        return List.copyOf(words.ways);
    }

    private void add(ProcedureModel procedure) {
        procedure.elements().values().stream()
                .sorted(Comparator.comparing(ModelElement::id))
                .forEach(element -> ways.add(new Way(
                        procedure.id() + "/" + element.id(),
                        kind(procedure, element),
                        procedure.id(),
                        procedure.name(),
                        name(procedure, element))));
    }

    private static Bilingual name(ProcedureModel procedure, ModelElement element) {
        ProcedureModel.Leads leads = procedure.flows().get(element.id());
        if (leads != null) {
            return flow(procedure, element, leads);
        }
        return element.name() == null ? Way.JUNCTION : element.name();
    }

    private static Kind kind(ProcedureModel procedure, ModelElement element) {
        if (procedure.flows().containsKey(element.id())) {
            return Kind.FLOW;
        }
        if (procedure.timers().contains(element.id())) {
            return Kind.TIMER;
        }
        return element.type().equals("endEvent") ? Kind.END : Kind.STEP;
    }

    private static Bilingual flow(ProcedureModel procedure, ModelElement flow, ProcedureModel.Leads leads) {
        Bilingual from = place(procedure, leads.from());
        Bilingual to = place(procedure, leads.to());
        Bilingual name = flow.name();
        return new Bilingual(
                "%s → %s%s".formatted(from.en(), to.en(), name == null ? "" : " (" + name.en() + ")"),
                "%s → %s%s".formatted(from.cy(), to.cy(), name == null ? "" : " (" + name.cy() + ")"));
    }

    private static Bilingual place(ProcedureModel procedure, String element) {
        ModelElement found = procedure.elements().get(element);
        return found == null || found.name() == null ? Way.JUNCTION : found.name();
    }

    private void add(DecisionTable table) {
        for (Map.Entry<String, Bilingual> row : new TreeMap<>(table.rules()).entrySet()) {
            ways.add(new Way(row.getKey(), Kind.ROW, table.id(), table.name(), row.getValue()));
        }
    }
}
