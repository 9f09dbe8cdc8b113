package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.language.Language;
import java.util.ArrayList;
import java.util.List;

/** The answers under one caption, page by page, as a person checks them before handing in. */
record CheckedPart(String caption, List<CheckedStep> steps) {

    /** The answers of one page. */
    record CheckedStep(FormStep step, List<AnsweredLines.Line> lines) {}

    static List<CheckedPart> of(GuidedForm guided, Language language, PageWords words) {
        List<CheckedPart> parts = new ArrayList<>();
        for (FormStep step : guided.steps()) {
            String last = parts.isEmpty() ? null : parts.get(parts.size() - 1).caption();
            String caption = step.caption().isEmpty() ? step.title() : step.caption();
            if (!caption.equals(last)) {
                parts.add(new CheckedPart(caption, new ArrayList<>()));
            }
            RenderModel page = new RenderModel(step.page(), language, step.fields());
            parts.get(parts.size() - 1).steps().add(new CheckedStep(step, AnsweredLines.of(page, words)));
        }
        return parts;
    }

    /** Whether anything was asked under the caption; where only rows are shown they have captions of their own. */
    public boolean answered() {
        return steps.stream().anyMatch(step -> !step.lines().isEmpty());
    }
}
