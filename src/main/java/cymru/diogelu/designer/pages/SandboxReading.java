package cymru.diogelu.designer.pages;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.Sandbox;
import cymru.diogelu.designer.ToldStory.Walk;
import cymru.diogelu.designer.ToldStory.Went;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.language.Language;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of a sandbox show of the case in it: its tasks, its forms and its way on the diagrams. */
@Component
class SandboxReading {

    private final Forms forms;
    private final ScenarioDrawing drawing;

    SandboxReading(Forms forms, ScenarioDrawing drawing) {
        this.forms = forms;
        this.drawing = drawing;
    }

    /** An open task in the sandbox. */
    public record Task(String id, String name, String group, @Nullable ZonedDateTime due, boolean breached) {}

    List<Task> tasks(Map<String, Object> standing) {
        return maps(standing.get("tasks"))
                .map(task -> new Task(
                        text(task, "id"),
                        text(task, "name"),
                        text(task, "group"),
                        task.get("due") == null ? null : local(text(task, "due")),
                        Boolean.TRUE.equals(task.get("breached"))))
                .toList();
    }

    /** The form of the set that has an id. */
    Optional<Form> form(Sandbox sandbox, String id) {
        Map<String, byte[]> files = sandbox.models().byPath();
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".form"))
                .map(file -> form(
                        file.getKey(), file.getValue(), files.get(file.getKey().replace(".form", ".cy.json"))))
                .filter(form -> form.id().equals(id))
                .findFirst();
    }

    private Form form(String path, byte[] english, byte @Nullable [] welsh) {
        return forms.read(
                path, new ByteArrayInputStream(english), welsh == null ? null : new ByteArrayInputStream(welsh));
    }

    /** A procedure with the way of the case through it. */
    public record Drawn(String process, String svg) {}

    List<Drawn> drawn(Sandbox sandbox, Locale locale) {
        Map<String, Object> path = sandbox.path(Language.of(locale) == Language.CY ? "cy" : "en");
        Map<String, List<Went>> byProcess = new LinkedHashMap<>();
        Set<String> flows = new TreeSet<>();
        maps(path.get("elements")).forEach(stay -> add(byProcess, stay, "element", "entered", stay.get("left")));
        maps(path.get("flows")).forEach(taken -> {
            flows.add(text(taken, "flow"));
            add(byProcess, taken, "flow", "at", taken.get("at"));
        });
        return byProcess.entrySet().stream()
                .map(each -> new Drawn(
                        each.getKey(),
                        drawing.path(
                                sandbox.models(),
                                new Walk(each.getKey(), each.getValue()),
                                each.getKey(),
                                flows,
                                locale)))
                .filter(drawn -> !drawn.svg().isEmpty())
                .toList();
    }

    private static void add(
            Map<String, List<Went>> byProcess,
            Map<String, Object> told,
            String what,
            String when,
            @Nullable Object left) {
        byProcess
                .computeIfAbsent(text(told, "process"), process -> new ArrayList<>())
                .add(new Went(
                        text(told, what),
                        OffsetDateTime.parse(text(told, when)),
                        left == null ? null : OffsetDateTime.parse(left.toString()),
                        false));
    }

    static ZonedDateTime local(String at) {
        return OffsetDateTime.parse(at).atZoneSameInstant(ServiceClock.LONDON);
    }

    private static String text(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, Object>> maps(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(each -> (Map<String, Object>) each) : Stream.of();
    }
}
