package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.agencies.Role;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.statute.Provision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each group of people, the tasks that they are asked for, with form and limit. */
final class WhoDoesWhat implements Document {

    @Override
    public String name() {
        return "who-does-what";
    }

    @Override
    public void write(Speech speech, Page page) {
        Map<Asked, List<Node>> tasks = tasks(speech);
        page.paragraph(speech.say("who.about"));
        speech.agencies().roles().forEach(role -> {
            List<Node> own = tasks.getOrDefault(Asked.role(role.key()), List.of());
            List<String> duties = duties(role, speech);
            if (!own.isEmpty() || !duties.isEmpty()) {
                page.heading(2, speech.role(role.key())).list(duties);
                table(own, speech, page);
            }
        });
        tasks.keySet().stream()
                .filter(asked -> !asked.named()
                        || speech.agencies().findRole(asked.key()).isEmpty())
                .sorted()
                .forEach(asked -> {
                    page.heading(2, asked.words(speech));
                    table(tasks.getOrDefault(asked, List.of()), speech, page);
                });
    }

    private static Map<Asked, List<Node>> tasks(Speech speech) {
        Map<Asked, List<Node>> tasks = new LinkedHashMap<>();
        speech.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.USER_TASK))
                .forEach(task -> Asked.of(task).forEach(asked -> tasks.computeIfAbsent(asked, none -> new ArrayList<>())
                        .add(task)));
        return tasks;
    }

    /** What the register gives to a role, whichever tasks the models make of it. */
    private static List<String> duties(Role role, Speech speech) {
        return Stream.of(
                        duty("who.answers", limit -> role.key().equals(limit.responsible()), speech),
                        duty("who.told", limit -> limit.escalation().contains(role.key()), speech),
                        duty("who.extends", limit -> role.key().equals(limit.extendableBy()), speech))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> duty(String key, Predicate<Provision> has, Speech speech) {
        String limits = speech.provisions().all().stream()
                .filter(provision -> provision.limit() != null)
                .filter(has)
                .map(provision -> speech.link("limits", provision.id()))
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? Stream.empty() : Stream.of(speech.say(key, limits));
    }

    private static void table(List<Node> tasks, Speech speech, Page page) {
        if (tasks.isEmpty()) {
            page.paragraph(speech.say("who.none"));
            return;
        }
        List<String> head = Stream.of("procedure", "task", "form", "limit", "why")
                .map(column -> speech.say("column." + column))
                .toList();
        page.table(head, tasks.stream().map(task -> row(task, speech)).toList());
    }

    private static List<String> row(Node task, Speech speech) {
        String each = task.repetition().isPresent() ? " " + speech.say("who.each") : "";
        return List.of(
                speech.name(task.procedure().process()),
                speech.name(task.xml()) + each + "<br>" + Page.code(task.id()),
                task.form().isEmpty() ? speech.say("who.noForm") : Page.code(task.form()),
                limits(task, speech),
                why(task, speech));
    }

    private static String why(Node task, Speech speech) {
        String provisions = ProvisionIds.in(Extensions.documentation(task.xml())).stream()
                .distinct()
                .map(provision -> speech.link("statute-map", provision))
                .collect(Collectors.joining(", "));
        return provisions.isEmpty() ? speech.say("who.practice") : provisions;
    }

    /** A timer that ends the task is no limit that may pass: what was not done by then is done otherwise. */
    private static String limits(Node task, Speech speech) {
        return Timers.of(task)
                .flatMap(timer -> Timers.provision(timer).flatMap(speech::limit).stream()
                        .map(limit -> timer.goesOnBeside() ? limit : speech.say("who.closes", limit)))
                .collect(Collectors.joining("<br>"));
    }
}
