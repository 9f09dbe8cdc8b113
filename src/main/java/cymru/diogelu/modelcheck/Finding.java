package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;

/**
 * One thing that is wrong with a set of models.
 *
 * @param rule the id of the rule that found it; its page is {@code docs/rules/<rule>.md}
 * @param file the path of the file, such as {@code processes/section-47-enquiry/section-47-enquiry.bpmn}
 * @param element the id of the element, or the key of the form's component; empty for the file as a whole
 * @param line where in the file, counted from 1; 0 where no line can be named
 * @param sentence what is wrong, and what would be right
 */
public record Finding(String rule, Severity severity, String file, String element, int line, Bilingual sentence) {

    /** The finding on one line, as compilers write theirs: {@code FILE:LINE: weight rule element: sentence (page of the rule)}. */
    public String text(Language language) {
        return "%s:%d: %s %s%s: %s (docs/rules/%s.md)"
                .formatted(
                        file,
                        line,
                        severity.word().in(language),
                        rule,
                        element.isEmpty() ? "" : " " + element,
                        sentence.in(language),
                        rule);
    }
}
