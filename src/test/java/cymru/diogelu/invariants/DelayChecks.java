package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;

import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Limits and what follows when they pass: the ladder, the explanation, and more time where somebody may allow it. */
final class DelayChecks {

    private static final String ESCALATION = "escalate-overdue-step";

    private DelayChecks() {}

    static List<Check> all() {
        return List.of(moreTime(), moreTimeRecorded(), doneByTheRecord(), childSafeMeanwhile(), limits());
    }

    private static Check moreTime() {
        return Check.of(
                        "INV-25",
                        "a limit is lengthened only after the decision of whom the register names for it, and of nobody else",
                        "who-may-extend; escalate-overdue-step gateway_moreTime, serviceTask_extendLimit",
                        pathway -> {
                            Table table = pathway.table("who-may-extend");
                            List<Finding> findings = new ArrayList<>();
                            for (Provision limit : Provisions.load().all()) {
                                String named = Objects.requireNonNullElse(limit.extendableBy(), "nobody");
                                if (limit.kind() == Provision.Kind.LIMIT
                                        && !named.equals(table.output(Map.of("provision", limit.id())))) {
                                    findings.add(table.finding(limit.id() + " is for " + named + " to lengthen"));
                                }
                            }
                            pathway.procedures().forEach(procedure -> findings.addAll(undecided(pathway, procedure)));
                            return findings;
                        })
                .bentBy(
                        Bends.output("who-may-extend", 1, "team-manager"),
                        Bends.output("who-may-extend", 3, "senior-safeguarding-manager"),
                        Bends.redirect(ESCALATION, "flow_stepDone_decideWhoMayExtend", "serviceTask_extendLimit")
                                .foundAt("serviceTask_extendLimit"),
                        Bends.condition(ESCALATION, "flow_moreTime_extendLimit", "${moreTime == 'refused'}")
                                .foundAt("serviceTask_extendLimit"),
                        Bends.group(ESCALATION, "userTask_decideMoreTime", "team-manager"));
    }

    private static List<Finding> undecided(Pathway pathway, Procedure procedure) {
        List<Finding> findings = new ArrayList<>();
        List<Step> extensions = procedure
                .all("serviceTask")
                .filter(step -> "${extendLimit}".equals(step.delegate()))
                .toList();
        for (Step extension : extensions) {
            boolean granted = procedure.to(extension).stream()
                    .allMatch(flow -> flow.condition().equals("${moreTime == 'granted'}")
                            && procedure.to(procedure.step(flow.source())).stream()
                                    .allMatch(before -> pathway.asks(procedure.step(before.source()), "moreTime")));
            if (!granted) {
                findings.add(procedure.finding(extension, "a limit is lengthened without a decision"));
            }
        }
        procedure
                .all("userTask")
                .filter(task -> pathway.asks(task, "moreTime"))
                .filter(task -> !task.group().equals("${group.from('extendBy')}"))
                .map(task -> procedure.finding(task, "is not offered to whom the law names"))
                .forEach(findings::add);
        return findings;
    }

    private static Check moreTimeRecorded() {
        return Check.of(
                        "INV-25",
                        "more time has reasons, and every delay is explained with how the child is safe meanwhile",
                        "decide-more-time; explain-delay; answer-for-further-delay",
                        Asks.all(
                                demanded(List.of("moreTime"), "moreTime", "reasons", "interimSafety"),
                                demanded(List.of("moreTime"), Map.of("moreTime", "granted"), "newDue"),
                                demanded(List.of("delayReason"), "delayReason", "childSafeMeanwhile", "interimSafety")))
                .bentBy(
                        Bends.optional("decide-more-time", "reasons"),
                        Bends.optional("explain-delay", "delayReason"),
                        Bends.hidden("explain-delay", "interimSafety", "=childSafeMeanwhile = \"no\""));
    }

    private static Check doneByTheRecord() {
        return Check.of(
                        "INV-25",
                        "a late step is chased until the record says that it is done, whatever anybody answers",
                        "escalate-overdue-step, every end of the chase",
                        pathway -> endsOfChase(pathway.procedure(ESCALATION))
                                .flatMap(end -> believed(pathway.procedure(ESCALATION), end).stream())
                                .toList())
                .bentBy(
                        Bends.condition(ESCALATION, "flow_stepDone_delayExplained", "${childSafeMeanwhile == 'yes'}")
                                .foundAt("endEvent_delayExplained"),
                        Bends.redirect(ESCALATION, "flow_answerForDelay_again", "endEvent_doneLate")
                                .foundAt("endEvent_doneLate"));
    }

    private static List<Finding> believed(Procedure procedure, Step end) {
        return procedure.to(end).stream()
                .filter(flow -> !flow.condition().equals("${overdue.done()}"))
                .map(flow -> procedure.step(flow.source()))
                .filter(before -> !before.message())
                .map(before -> procedure.finding(end, before.id() + " ends the chase without the record"))
                .toList();
    }

    /** What follows the explanation; those who are called in beside it end nothing but their own tasks. */
    private static Stream<Step> endsOfChase(Procedure procedure) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("userTask_explainDelay"));
        while (!next.isEmpty()) {
            String step = next.poll();
            if (reached.add(step)) {
                procedure.from(procedure.step(step)).forEach(flow -> next.add(flow.target()));
            }
        }
        return procedure.all("endEvent").filter(end -> reached.contains(end.id()));
    }

    private static Check childSafeMeanwhile() {
        return Check.of(
                        "INV-25",
                        "whoever cannot say that the child is safe while a step is late has the child made safe",
                        "escalate-overdue-step gateway_childSafe, gateway_childFoundSafe",
                        pathway -> pathway.procedure(ESCALATION)
                                .all("userTask")
                                .filter(task -> pathway.asks(task, "childSafeMeanwhile"))
                                .flatMap(task -> unsafe(pathway, pathway.procedure(ESCALATION), task).stream())
                                .toList())
                .bentBy(
                        Bends.redirect(
                                        ESCALATION,
                                        "flow_childFoundSafe_makeChildSafeAtOnce",
                                        "endEvent_explanationChased")
                                .foundAt("userTask_chaseExplanation"),
                        Bends.redirect(ESCALATION, "flow_explainDelay_again", "gateway_safe")
                                .foundAt("userTask_explainDelay"),
                        Bends.condition(ESCALATION, "flow_childSafe_safe", "${childSafeMeanwhile != 'no'}")
                                .foundAt("userTask_explainDelay"));
    }

    /** The first question after the answer is whether the child is safe, and only a clear yes leads past the task. */
    private static List<Finding> unsafe(Pathway pathway, Procedure procedure, Step asked) {
        Step here = asked;
        while (procedure.from(here).size() == 1) {
            here = procedure.step(procedure.from(here).get(0).target());
        }
        boolean asksFirst = !procedure.from(here).isEmpty()
                && procedure.from(here).stream()
                        .allMatch(flow -> flow.condition().equals("${childSafeMeanwhile == 'yes'}")
                                || pathway.asks(procedure.step(flow.target()), "childSafeAt"));
        return asksFirst
                ? List.of()
                : List.of(procedure.finding(asked, "an answer other than yes does not lead to the child made safe"));
    }

    private static Check limits() {
        return Check.of(
                        "INV-25",
                        "a limit that passes never ends a task, and each goes up the ladder with its own provision",
                        "every boundary timer that asks deadline.due",
                        pathway -> pathway.procedures().stream()
                                .flatMap(procedure -> procedure
                                        .all("boundaryEvent")
                                        .filter(event -> event.timer() != null
                                                && event.timer().contains("'DL-"))
                                        .flatMap(event -> quiet(procedure, event).stream()))
                                .toList())
                .bentBy(
                        Bends.attribute("access-to-child", "boundaryEvent_seeChildDL09", "cancelActivity", "true"),
                        Bends.timer("access-to-child", "boundaryEvent_seeChildDL09", "DL-12"),
                        Bends.redirect(
                                        "conference-follow-up",
                                        "flow_circulateConferenceSummaryDL13_escalateCirculateConferenceSummaryDL13",
                                        "endEvent_delayCirculateConferenceSummaryDL13")
                                .foundAt("boundaryEvent_circulateConferenceSummaryDL13"));
    }

    private static List<Finding> quiet(Procedure procedure, Step event) {
        List<Finding> findings = new ArrayList<>();
        String provision = String.valueOf(event.timer()).replaceAll(".*'(DL-\\w+)'.*", "$1");
        if (event.interrupting()) {
            findings.add(procedure.finding(event, provision + " ends the task when it passes"));
        }
        boolean escalated = procedure.from(event).stream()
                .flatMap(flow -> behind(procedure, procedure.step(flow.target())).stream())
                .anyMatch(step -> step.called() != null
                        && step.given().containsKey("overdueElement")
                        && provision.equals(step.given().get("provision").word()));
        if (!escalated) {
            findings.add(procedure.finding(event, provision + " passes in silence"));
        }
        return findings;
    }

    /** A step, or what a fork there begins. */
    private static List<Step> behind(Procedure procedure, Step step) {
        return step.gateway()
                ? procedure.from(step).stream()
                        .map(flow -> procedure.step(flow.target()))
                        .toList()
                : List.of(step);
    }
}
