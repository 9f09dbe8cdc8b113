package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;

/**
 * One thing that is wrong with a set of models.
 *
 * @param rule the id of the rule that found it; its page is {@code docs/rules/<rule>.md}
 * @param file the path of the file, such as {@code processes/section-47-enquiry/section-47-enquiry.bpmn}
 * @param element the id of the element, or the key of the form's component; empty for the file as a whole
 * @param line where in the file, counted from 1; 0 where no line can be named
 * @param sentence what is wrong, and what would be right
 */
public record Finding(String rule, Severity severity, String file, String element, int line, Bilingual sentence) {}
