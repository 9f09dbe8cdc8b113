package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A set is no larger than people draw: what is found in one that is made to keep a machine busy would help nobody. Each bound
 * is about eight times the largest of the packaged models.
 */
final class Bounds implements Rule {

    private static final String ID = "bounds";
    private static final int PROCEDURES = 100;
    private static final int TABLES = 200;
    private static final int FORMS = 400;
    private static final int STEPS_AND_FLOWS = 700;
    private static final int STEPS_AND_FLOWS_OF_ALL = 7_000;
    private static final int ELEMENTS = 6_000;
    private static final int CELLS = 800;
    private static final int CELLS_OF_ALL = 4_000;
    private static final int COMPONENTS = 500;
    private static final int CHARACTERS = 4_000;

    private static final Told REST = Told.error(
            ID,
            "More than %s things were found; the rest is not told.",
            "Cafwyd mwy na %s o bethau; ni ddywedir y gweddill.");
    private static final Told SET = Told.error(
            ID,
            "There are %s files of this kind; a set has at most %s. Nothing else was looked at.",
            "Mae %s ffeil o'r math hwn; mae gan set %s ar y mwyaf. Nid edrychwyd ar ddim arall.");
    private static final Told FILE = Told.error(
            ID,
            "There are %s parts here; at most %s are looked at. Nothing else was looked at.",
            "Mae %s rhan yma; edrychir ar %s ar y mwyaf. Nid edrychwyd ar ddim arall.");
    private static final Told TEXT = Told.error(
            ID,
            "A text here has %s characters; it has at most %s. Nothing else was looked at.",
            "Mae gan destun yma %s nod; mae ganddo %s ar y mwyaf. Nid edrychwyd ar ddim arall.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        return Stream.of(
                        most(models.procedures().stream().map(Procedure::file).toList(), PROCEDURES),
                        most(models.decisions().stream().map(Decision::file).toList(), TABLES),
                        most(models.forms().stream().map(FormFile::file).toList(), FORMS),
                        models.roots().entrySet().stream().flatMap(Bounds::xml),
                        models.procedures().stream().flatMap(Bounds::procedure),
                        models.decisions().stream().flatMap(Bounds::table),
                        ofAll(models),
                        models.forms().stream().flatMap(Bounds::form))
                .flatMap(found -> found);
    }

    /** Stands in for what was found beyond so many; whatever it may be, the set has an error. */
    static Finding rest(int told) {
        return REST.at("", "", 0, told);
    }

    private static Stream<Finding> most(List<String> files, int most) {
        return files.size() > most ? Stream.of(SET.at(files.get(most), "", 0, files.size(), most)) : Stream.empty();
    }

    private static Stream<Finding> xml(Map.Entry<String, XmlElement> file) {
        XmlElement root = file.getValue();
        long elements = root.all().count();
        if (elements > ELEMENTS) {
            return Stream.of(FILE.at(file.getKey(), root, elements, ELEMENTS));
        }
        return root.all()
                .filter(element -> longest(element) > CHARACTERS)
                .limit(1)
                .map(element -> TEXT.at(file.getKey(), element, longest(element), CHARACTERS));
    }

    private static int longest(XmlElement element) {
        return Stream.concat(Stream.of(element.text()), element.attributes().values().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Stream<Finding> procedure(Procedure procedure) {
        return beyond(procedure.file(), procedure.process(), parts(procedure), STEPS_AND_FLOWS);
    }

    private static Stream<Finding> table(Decision table) {
        return beyond(table.file(), table.xml(), cells(table), CELLS);
    }

    private static int cells(Decision table) {
        return table.rules().size() * (table.inputs().size() + table.outputs().size());
    }

    /** What is small in each file may still be too much in all of them; told at the last. */
    private static Stream<Finding> ofAll(Models models) {
        int parts = models.procedures().stream().mapToInt(Bounds::parts).sum();
        int cells = models.decisions().stream().mapToInt(Bounds::cells).sum();
        Stream<Finding> procedures = models.procedures().stream()
                .skip(Math.max(0, models.procedures().size() - 1L))
                .flatMap(last -> beyond(last.file(), last.process(), parts, STEPS_AND_FLOWS_OF_ALL));
        Stream<Finding> tables = models.decisions().stream()
                .skip(Math.max(0, models.decisions().size() - 1L))
                .flatMap(last -> beyond(last.file(), last.xml(), cells, CELLS_OF_ALL));
        return Stream.concat(procedures, tables);
    }

    private static int parts(Procedure procedure) {
        return procedure.nodes().size() + procedure.flows().size();
    }

    private static Stream<Finding> beyond(String file, XmlElement element, int parts, int most) {
        return parts > most ? Stream.of(FILE.at(file, element, parts, most)) : Stream.empty();
    }

    private static Stream<Finding> form(FormFile form) {
        long components = form.components().count();
        return components > COMPONENTS
                ? Stream.of(FILE.at(form.file(), "", 0, components, COMPONENTS))
                : Stream.empty();
    }
}
