package cymru.diogelu.designer;

import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run of the scenario book found.
 *
 * @param ways everything that a case could go through in the models that it ran on
 */
public record ScenarioReport(List<ToldStory> stories, List<Way> ways) {

    /** Whether every story is as it is told; a book without one shows nothing. */
    public boolean holds() {
        return !stories.isEmpty() && broken().isEmpty();
    }

    /** The stories that are not as they are told. */
    public List<ToldStory> broken() {
        return stories.stream().filter(story -> !story.holds()).toList();
    }

    public Optional<ToldStory> story(String file) {
        return stories.stream().filter(story -> story.file().equals(file)).findFirst();
    }

    /** How many stories go through what, by the ids of the ways. */
    public Map<String, Integer> coverage() {
        Map<String, Integer> stories = new TreeMap<>();
        this.stories.forEach(story -> story.times().keySet().forEach(way -> stories.merge(way, 1, Integer::sum)));
        return stories;
    }

    /** The flows, ends and rows of tables that no story goes through. */
    public List<Way> untried() {
        Map<String, Integer> tried = coverage();
        return ways.stream()
                .filter(way -> way.kind().wantsStory() && !tried.containsKey(way.id()))
                .toList();
    }

    /** One line for each story, with what was not as it tells indented below. */
    public List<String> lines(Language language) {
        List<String> lines = new ArrayList<>();
        stories.forEach(story -> lines(story, language).forEach(lines::add));
        return lines;
    }

    /** The lines of one story. */
    public static Stream<String> lines(ToldStory story, Language language) {
        boolean welsh = language == Language.CY;
        String word = story.holds() ? welsh ? "yn dal" : "holds" : welsh ? "NID YW'N DAL" : "FAILS";
        return Stream.concat(
                Stream.of("%s  %s  (%s)".formatted(word, story.name().in(language), story.file())),
                story.faults().stream().map(fault -> "       " + fault.in(language)));
    }
}
