package cymru.diogelu.designer;

import cymru.diogelu.language.Bilingual;

/**
 * A story of the book, before anybody runs it.
 *
 * @param procedure the folder that it stands in, which is named after the procedure that it is about
 */
public record BookStory(String file, String procedure, Bilingual name) {

    static BookStory of(Scenario scenario) {
        String file = scenario.file();
        return new BookStory(file, file.substring(0, Math.max(0, file.indexOf('/'))), scenario.name());
    }
}
