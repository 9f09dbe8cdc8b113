package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.stream.Stream;

/** How a rule words its findings: one sentence with the same gaps in both languages. */
record Told(String rule, Severity severity, String en, String cy) {

    private static final int LONGEST_GAP = 300;

    static Told error(String rule, String en, String cy) {
        return new Told(rule, Severity.ERROR, en, cy);
    }

    static Told warning(String rule, String en, String cy) {
        return new Told(rule, Severity.WARNING, en, cy);
    }

    Finding at(String file, XmlElement element, Object... gaps) {
        return at(file, element.nearestId(), element.line(), gaps);
    }

    Finding at(String file, String element, int line, Object... gaps) {
        Object[] told = Stream.of(gaps).map(Told::shown).toArray();
        return new Finding(rule, severity, file, element, line, new Bilingual(en.formatted(told), cy.formatted(told)));
    }

    /** What stands in a file can be of any length, and a sentence cannot. */
    private static String shown(Object gap) {
        String text = String.valueOf(gap);
        return text.length() > LONGEST_GAP ? text.substring(0, LONGEST_GAP) + "…" : text;
    }
}
