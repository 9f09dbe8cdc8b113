package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Overdue;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever the law or good practice asks for says so where it stands, so that law and model can be compared. */
final class StatutorySource implements Rule {

    private static final String ID = "statutory-source";
    private static final Pattern SOURCE =
            Pattern.compile("(?s)([A-Z]{2,}-\\d+[a-z]?(, [A-Z]{2,}-\\d+[a-z]?)*|([Gg]ood )?[Pp]ractice): \\S.*");

    private static final Told NONE = Told.error(
            ID,
            "Nothing says why this stands here; write it into the element documentation: a provision's id or"
                    + " ‘practice’, a colon and a sentence.",
            "Nid oes dim yn dweud pam y saif hyn yma; ysgrifennwch hynny yn ‘Element documentation’: id darpariaeth neu"
                    + " ‘practice’, colon a brawddeg.");
    private static final Told OTHER = Told.error(
            ID,
            "The documentation should begin with a provision's id, such as ‘INV-17: ’, or with ‘practice: ’, and go on"
                    + " with a sentence: ‘%s’.",
            "Dylai'r ddogfennaeth ddechrau gydag id darpariaeth, megis ‘INV-17: ’, neu gyda ‘practice: ’, a mynd ymlaen"
                    + " gyda brawddeg: ‘%s’.");
    private static final Told SEVERAL =
            Told.error(ID, "There are %s documentations here; keep one.", "Mae %s o ddogfennaethau yma; cadwch un.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream().flatMap(StatutorySource::procedure);
    }

    private static Stream<Finding> procedure(Procedure procedure) {
        Set<String> overdue = Overdue.nodes(procedure);
        Stream<XmlElement> owing =
                procedure.nodes().stream().filter(node -> owes(node, overdue)).map(Node::xml);
        return Stream.concat(Stream.of(procedure.process()), owing)
                .flatMap(element -> element(procedure.file(), element).stream());
    }

    /** The end of an overdue step's escalation follows from its timer, which names the provision. */
    private static boolean owes(Node node, Set<String> overdue) {
        boolean asks = node.splits()
                && (node.kind() == NodeKind.EXCLUSIVE_GATEWAY || node.kind() == NodeKind.INCLUSIVE_GATEWAY);
        boolean ends = node.kind() == NodeKind.END_EVENT && !overdue.contains(node.id());
        return asks
                || ends
                || node.kind().task()
                || node.kind() == NodeKind.CALL_ACTIVITY
                || node.defines("timerEventDefinition");
    }

    private static Optional<Finding> element(String file, XmlElement element) {
        List<String> texts = element.children(Bpmn.MODEL, "documentation")
                .map(XmlElement::text)
                .toList();
        if (texts.size() > 1) {
            return Optional.of(SEVERAL.at(file, element, texts.size()));
        }
        if (texts.isEmpty() || texts.get(0).isEmpty()) {
            return Optional.of(NONE.at(file, element));
        }
        String text = texts.get(0);
        return SOURCE.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(OTHER.at(file, element, beginning(text)));
    }

    private static String beginning(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
