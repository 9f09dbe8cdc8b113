package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;

/** A form file that cannot be used: names the file, the component in it and the reason, for the designer who wrote it. */
public final class BrokenForm extends RuntimeException {

    private static final int LONGEST = 400;

    private final String file;
    private final String element;
    private final String reason;

    BrokenForm(String file, String element, String reason) {
        super("%s, %s: %s".formatted(file, element, reason));
        this.file = file;
        this.element = element;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    /** Key or id of the component, or {@code form} when the file as a whole is meant. */
    public String element() {
        return element;
    }

    public String reason() {
        return reason;
    }

    /** The reason in both languages; what it quotes from the form is cut where it is long. */
    public Bilingual words() {
        String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return new Bilingual(shown, FaultWords.welsh(shown));
    }
}
