package cymru.diogelu.language;

/**
 * One text in both languages.
 *
 * @throws IllegalArgumentException when either language is blank: a text in one language only is a defect
 */
public record Bilingual(String en, String cy) {

    public Bilingual {
        if (en.isBlank() || cy.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: en='%s' cy='%s'".formatted(en, cy));
        }
    }

    public String in(Language language) {
        return language == Language.CY ? cy : en;
    }
}
