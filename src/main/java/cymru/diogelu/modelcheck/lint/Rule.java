package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import java.util.stream.Stream;

/** Something that a set of models has to keep. Its page is {@code docs/rules/<id>.md}. */
interface Rule {

    /** In kebab-case; it stands in findings and in the name of the rule's page, and never changes. */
    String id();

    /** Everything in the set that is not as the rule asks. */
    Stream<Finding> check(Subject subject);
}
