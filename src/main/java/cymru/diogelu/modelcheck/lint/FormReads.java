package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.FormFile;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The expressions of forms read what forms ask and procedures set. A misspelt name would pass for a question that nobody
 * has answered: a page such as that to call 999 would never be shown, and nothing would say so.
 */
final class FormReads implements Rule {

    private static final String ID = "form-reads";
    private static final Told UNKNOWN = Told.error(
            ID,
            "‘%s’ reads ‘%s’, which no form asks and no procedure sets. Correct the name.",
            "Mae ‘%s’ yn darllen ‘%s’, nad oes ffurflen yn ei ofyn na gweithdrefn yn ei osod. Cywirwch yr enw.");

    /** What a row of a list sees besides: its own answers, what is around it, and its number. */
    private static final Set<String> IN_ROWS = Set.of("this", "parent", "i", "_this_", "_parent_", "_i_");

    private static final Pattern STEP = Pattern.compile("\\.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Variables variables = new Variables(subject.models());
        Set<String> known = new HashSet<>(IN_ROWS);
        known.addAll(variables.given());
        subject.models().forms().stream()
                .flatMap(FormFile::components)
                .flatMap(component -> Stream.of(FormFile.text(component, "key"), FormFile.text(component, "path")))
                .flatMap(STEP::splitAsStream)
                .forEach(known::add);
        return subject.models().forms().stream()
                .flatMap(form -> form.expressions().flatMap(expression -> variables.names(expression.text()).stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> UNKNOWN.at(
                                form.file(), expression.component(), expression.line(), expression.text(), name))));
    }
}
