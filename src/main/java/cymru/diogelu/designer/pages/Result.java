package cymru.diogelu.designer.pages;

import cymru.diogelu.designer.ToldStory;
import cymru.diogelu.language.Language;
import java.util.List;

/** A story that was run, in the reader's language. */
public record Result(String file, String procedure, String name, boolean holds, List<String> faults) {

    static List<Result> of(List<ToldStory> stories, Language language) {
        return stories.stream()
                .map(story -> new Result(
                        story.file(),
                        story.procedure(),
                        story.name().in(language),
                        story.holds(),
                        story.faults().stream().map(fault -> fault.in(language)).toList()))
                .toList();
    }
}
