package cymru.diogelu.procedures;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.NewCase;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.models.DeployedModels;
import cymru.diogelu.procedures.models.ModelSet;
import cymru.diogelu.procedures.recording.CurrentAction;
import cymru.diogelu.procedures.recording.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens cases from a concern: one for each child, because every child gets a decision and a record of their own, and
 * all of them linked.
 */
@Component
class OpenCases {

    private static final String CHILDREN = "children";

    private final RuntimeService runtimeService;
    private final DeployedModels models;
    private final CaseAccess access;
    private final Cases cases;
    private final Recorder recorder;
    private final CurrentAction action;

    OpenCases(
            RuntimeService runtimeService,
            DeployedModels models,
            CaseAccess access,
            Cases cases,
            Recorder recorder,
            CurrentAction action) {
        this.runtimeService = runtimeService;
        this.models = models;
        this.access = access;
        this.cases = cases;
        this.recorder = recorder;
        this.action = action;
    }

    /** Runs inside the caller's transaction. */
    List<String> open(Viewer viewer, Map<String, Object> answers) {
        access.requireMayRaise(viewer);
        int version = models.latestVersion(ModelSet.ROOT);
        Form form = models.of(ModelSet.ROOT, version).form(ModelSet.START_FORM).orElseThrow();
        Judgement judgement = form.judge(answers, Map.of(), action.at());
        if (!judgement.ok()) {
            throw new AnswersRefused(judgement.errors());
        }
        action.by(Actors.of(viewer));
        List<CaseReference> opened = new ArrayList<>();
        for (Map<String, Object> child : children(judgement.accepted())) {
            opened.add(open(viewer, form, version, judgement.accepted(), child, opened));
        }
        cases.link(opened);
        return opened.stream().map(CaseReference::value).toList();
    }

    private CaseReference open(
            Viewer viewer,
            Form form,
            int version,
            Map<String, Object> concern,
            Map<String, Object> child,
            List<CaseReference> siblings) {
        RoutedAnswers routed = RoutedAnswers.of(form, concern).and(RoutedAnswers.ofRow(form, CHILDREN, child));
        CaseReference reference = cases.open(
                new NewCase(
                        String.valueOf(child.get("locatedLaCode")),
                        authority(child.get("homeLaCode")),
                        viewer.group(),
                        routed.facts(),
                        siblings),
                action.at());
        routed.clocks().forEach((name, start) -> cases.startClock(reference, name, start));
        cases.involve(reference, viewer.group());
        record(reference, version, concern, child);
        runtimeService.startProcessInstanceByKey(ModelSet.ROOT, reference.value(), new HashMap<>(routed.variables()));
        return reference;
    }

    /** Each child's record holds the concern and this child only; brothers and sisters have records of their own. */
    private void record(CaseReference reference, int version, Map<String, Object> concern, Map<String, Object> child) {
        Map<String, Object> own = new LinkedHashMap<>(concern);
        own.put(CHILDREN, List.of(child));
        recorder.record(
                reference.value(),
                EntryKind.CASE_OPENED,
                new Subject(ModelSet.ROOT, version, null, null),
                Map.of("form", ModelSet.START_FORM, "answers", own));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> children(Map<String, Object> concern) {
        return (List<Map<String, Object>>) concern.getOrDefault(CHILDREN, List.of());
    }

    private static @Nullable String authority(@Nullable Object code) {
        return code instanceof String text && text.startsWith("W06") ? text : null;
    }
}
