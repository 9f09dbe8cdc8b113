package cymru.diogelu.designer.pages;

import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import java.util.List;
import java.util.Locale;

/** A finding in the reader's language. */
record FindingLine(boolean error, String rule, String place, String element, String sentence) {

    static List<FindingLine> of(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new FindingLine(
                        finding.severity() == Severity.ERROR,
                        finding.rule(),
                        finding.line() == 0 ? finding.file() : finding.file() + ":" + finding.line(),
                        finding.element(),
                        finding.sentence().in(Language.of(locale))))
                .toList();
    }
}
