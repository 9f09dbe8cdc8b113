package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.statute.Provisions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** {@code -Ddiogelu.write=true} writes the element templates anew. */
class ModelerTemplatesTests {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Provisions PROVISIONS = Provisions.load();
    private static final Agencies AGENCIES = Agencies.load();
    private static final ModelerTemplates TEMPLATES = new ModelerTemplates(PROVISIONS, AGENCIES);

    @Test
    void theCommittedTemplatesAreThoseOfTheRegister() throws IOException {
        Map<String, String> written = TEMPLATES.write();
        if (Boolean.getBoolean("diogelu.write")) {
            Files.createDirectories(ModelerTemplates.FOLDER);
            for (var template : written.entrySet()) {
                Files.writeString(ModelerTemplates.FOLDER.resolve(template.getKey()), template.getValue());
            }
        }

        assertThat(written).hasSize(5);
        for (var template : written.entrySet()) {
            assertThat(ModelerTemplates.FOLDER.resolve(template.getKey()))
                    .as("run this test with -Ddiogelu.write=true")
                    .hasContent(template.getValue());
        }
    }

    @Test
    void theSchemaOfCamundaModelerTakesEachAndRefusesABrokenOne() throws Exception {
        List<String> files = new ArrayList<>();
        for (String file : TEMPLATES.write().keySet()) {
            files.add(ModelerTemplates.FOLDER.resolve(file).toAbsolutePath().toString());
        }

        assertThat(validate(files)).isEmpty();

        Path broken = Files.createTempFile("broken", ".json");
        String task = Files.readString(ModelerTemplates.FOLDER.resolve("diogelu-statutory-task.json"));
        Files.writeString(broken, task.replace("\"Dropdown\"", "\"Carousel\""));
        assertThat(validate(List.of(broken.toString()))).contains("/properties/2");
        Files.delete(broken);
    }

    @Test
    void everyTaskOfARoleCouldHaveBeenMadeWithItsTemplate() throws Exception {
        assertThat(remadeWith(
                        "statutory-task",
                        "userTask",
                        task -> task.getAttribute("camunda:candidateGroups")
                                        .matches("\\$\\{group\\.(named|reporter)\\(.*")
                                && task.getElementsByTagNameNS(MODEL, "documentation")
                                                .getLength()
                                        == 1
                                && welshDocumentation(task)))
                .isGreaterThan(50);
    }

    @Test
    void everyDeadlineCouldHaveBeenMadeWithItsTemplate() throws Exception {
        assertThat(remadeWith("deadline", "boundaryEvent", event -> {
                    boolean stays = event.getAttribute("cancelActivity").equals("false");
                    var dates = event.getElementsByTagNameNS(MODEL, "timeDate");
                    boolean due = dates.getLength() == 1
                            && dates.item(0).getTextContent().contains("deadline.due");
                    if (stays && due) {
                        choose(event, dates.item(0).getTextContent().replaceAll(".*'(.*)'.*", "$1"));
                    }
                    return stays && due;
                }))
                .isGreaterThan(50);
    }

    @Test
    void everyEscalationCouldHaveBeenMadeWithItsTemplate() throws Exception {
        assertThat(remadeWith("escalation", "callActivity", call -> call.getAttribute("calledElement")
                        .equals("escalate-overdue-step")))
                .isGreaterThan(50);
    }

    @Test
    void everyHandOverCouldHaveBeenMadeWithItsTemplate() throws Exception {
        Function<Element, Boolean> escalates = event ->
                event.getElementsByTagNameNS(MODEL, "escalationEventDefinition").getLength() == 1;

        assertThat(remadeWith("hand-over", "intermediateThrowEvent", escalates)).isPositive();
        assertThat(remadeWith("hand-over", "endEvent", escalates)).isPositive();
        assertThat(remadeWith(
                        "take-up",
                        "boundaryEvent",
                        event -> escalates.apply(event)
                                && event.getAttribute("cancelActivity").equals("false")))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:candidateGroups=\"${group.named('social-worker')}\"",
                "camunda:formRef=\"care-and-support-plan\"",
                "sourceExpression=\"DL-12\"",
                "sourceExpression=\"userTask_agreePlan\"",
                "${deadline.due('DL-12')}"
            })
    void whatATemplateAsksAndNobodyAnswersIsFound(String answer) throws IOException {
        String path = "processes/support-and-plan/support-and-plan.bpmn";
        Map<String, byte[]> files = new TreeMap<>(ModelFiles.of(Path.of(".")).byPath());
        String model = new String(Objects.requireNonNull(files.get(path)), StandardCharsets.UTF_8);
        String empty = model.replace(answer, answer.replaceAll("\".*\"|^[$].*", answer.contains("=") ? "\"\"" : ""));
        assertThat(empty).isNotEqualTo(model);
        files.put(path, empty.getBytes(StandardCharsets.UTF_8));

        assertThat(new ModelCheck(PROVISIONS, AGENCIES).check(new ModelFiles(files)))
                .anyMatch(finding ->
                        finding.severity() == Severity.ERROR && finding.file().equals(path));
    }

    /** Makes elements of the packaged set anew with a template; what differs is the mark of the template alone. */
    private static int remadeWith(String template, String type, Function<Element, Boolean> which) throws Exception {
        String json = Objects.requireNonNull(TEMPLATES.write().get("diogelu-" + template + ".json"));
        TemplateUse use = new TemplateUse(JsonMapper.shared().readValue(json, Map.class));
        ModelFiles packaged = ModelFiles.of(Path.of("."));
        Map<String, byte[]> files = new TreeMap<>(packaged.byPath());
        int remade = 0;
        for (String path : packaged.byPath().keySet()) {
            if (path.endsWith(".bpmn")) {
                Document model = read(Objects.requireNonNull(files.get(path)));
                List<Element> elements = TemplateUse.children(
                                model.getElementsByTagNameNS(MODEL, "process").item(0), MODEL, type)
                        .filter(which::apply)
                        .toList();
                elements.forEach(use::remake);
                remade += elements.size();
                files.put(path, written(model));
            }
        }
        ModelFiles made = new ModelFiles(files);
        assertThat(new ModelCheck(PROVISIONS, AGENCIES).check(made)).isEmpty();
        List<Change> changes = new ModelComparison(PROVISIONS, AGENCIES)
                .compare(packaged, made).stream().filter(Change::ofMeaning).toList();
        assertThat(changes).hasSizeGreaterThanOrEqualTo(remade).allSatisfy(change -> assertThat(
                        change.sentence().en())
                .containsAnyOf("the element template of Camunda Modeler", "the limit that was chosen"));
        return remade;
    }

    private static boolean welshDocumentation(Element task) {
        var properties = task.getElementsByTagNameNS("http://camunda.org/schema/1.0/bpmn", "property");
        for (int i = 0; i < properties.getLength(); i++) {
            if (((Element) properties.item(i)).getAttribute("name").equals("cy-documentation")) {
                return true;
            }
        }
        return false;
    }

    /** The packaged timers were drawn without the template, which keeps the limit as a property of its own. */
    private static void choose(Element event, String provision) {
        Document document = event.getOwnerDocument();
        Element property = document.createElementNS("http://camunda.org/schema/1.0/bpmn", "camunda:property");
        property.setAttribute("name", "provision");
        property.setAttribute("value", provision);
        event.getElementsByTagNameNS("http://camunda.org/schema/1.0/bpmn", "properties")
                .item(0)
                .appendChild(property);
    }

    private static Document read(byte[] model) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(model));
    }

    private static byte[] written(Document model) throws Exception {
        var bytes = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static String validate(List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", "target/npm/validate-templates.mjs"));
        command.addAll(files);
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
