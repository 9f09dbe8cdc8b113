package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.procedures.OpenTask;
import java.util.List;
import java.util.Locale;

/**
 * What a case waits for, soonest due first.
 *
 * @param mine the ids of those that wait for the reader's own group
 */
record NextSteps(List<WorklistLine> lines, List<String> mine) {

    static NextSteps of(List<OpenTask> open, Viewer viewer, PageWords words, Locale locale) {
        return new NextSteps(
                open.stream().map(task -> words.line(task, locale)).toList(),
                open.stream()
                        .filter(task -> viewer.groups().contains(task.group()))
                        .map(OpenTask::id)
                        .toList());
    }
}
