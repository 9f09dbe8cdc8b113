package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The guide's pictures are cut out of real models; {@code -Ddiogelu.write=true} draws them anew. */
class ModellingGuideTests {

    private static final Path DOCS = Path.of("docs");
    private static final Path PICTURES = DOCS.resolve("generated/pictures");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** A part of a model; all of it where no elements are named. */
    private enum Picture {
        WHOLE("docs/start-set/processes/family-meeting/family-meeting.bpmn", "Family meeting", "Cyfarfod teulu"),
        DEADLINE(
                "processes/support-and-plan/support-and-plan.bpmn",
                "A task with its deadline",
                "Tasg gyda'i therfyn amser",
                "userTask_agreePlan",
                "boundaryEvent_agreePlanDL12",
                "flow_agreePlanDL12_escalateAgreePlanDL12",
                "callActivity_escalateAgreePlanDL12",
                "flow_escalateAgreePlanDL12_delayAgreePlanDL12",
                "endEvent_delayAgreePlanDL12"),
        QUESTION(
                "processes/ipa-active-offer/ipa-active-offer.bpmn",
                "A table, its question and the answers",
                "Tabl, ei gwestiwn a'r atebion",
                "businessRuleTask_findNextStepOfOffer",
                "flow_findNextStepOfOffer_childAnswered",
                "gateway_childAnswered",
                "flow_childAnswered_advocacyAccepted",
                "endEvent_advocacyAccepted",
                "flow_childAnswered_advocacyDeclined",
                "endEvent_advocacyDeclined",
                "flow_childAnswered_offerPassedToNextStage",
                "endEvent_offerPassedToNextStage",
                "flow_childAnswered_timeGiven",
                "event_timeGiven"),
        HAND_OVER(
                "processes/safeguarding-case/safeguarding-case.bpmn",
                "A hand-over taken up on the border of a call",
                "Trosglwyddiad a dderbynnir ar ymyl galwad",
                "callActivity_strategyDecision",
                "boundaryEvent_strategyDecided",
                "flow_strategyDecided_enquiryDue",
                "gateway_enquiryDue",
                "flow_strategyDecision_recordsSent",
                "endEvent_recordsSent"),
        SIDE_BY_SIDE(
                "processes/strategy-discussion/strategy-discussion.bpmn",
                "Two ways side by side",
                "Dwy ffordd ochr yn ochr",
                "businessRuleTask_setUrgency",
                "flow_setUrgency_invited",
                "gateway_invited",
                "flow_invited_heldToday",
                "gateway_heldToday",
                "flow_invited_shareInformation",
                "userTask_shareInformation");

        private final Path model;
        private final String english;
        private final String welsh;
        private final Set<String> elements;

        Picture(String model, String english, String welsh, String... elements) {
            this.model = Path.of(model);
            this.english = english;
            this.welsh = welsh;
            this.elements = Set.of(elements);
        }

        String file(Language language) {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                    + (language == Language.CY ? ".cy.svg" : ".svg");
        }

        String svg(Language language) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document bpmn = factory.newDocumentBuilder().parse(model.toFile());
            if (language == Language.CY) {
                elements(bpmn, CAMUNDA, "property")
                        .filter(property -> property.getAttribute("name").equals("cy"))
                        .forEach(property -> ((Element)
                                        property.getParentNode().getParentNode().getParentNode())
                                .setAttribute("name", property.getAttribute("value")));
            }
            for (String drawn : List.of("BPMNShape", "BPMNEdge")) {
                elements(bpmn, DI, drawn)
                        .filter(shape -> !elements.isEmpty() && !elements.contains(shape.getAttribute("bpmnElement")))
                        .forEach(shape -> shape.getParentNode().removeChild(shape));
            }
            var bytes = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(bpmn), new StreamResult(bytes));
            Diagram diagram = Diagram.read(bytes.toByteArray());
            assertThat(diagram.shown()).containsAll(elements);
            String title = language == Language.CY ? welsh : english;
            return diagram.svg(new Caption(title, "", language, "guide"), Marks.none()) + "\n";
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void picturesAreThoseOfTheModels(Language language) throws Exception {
        for (Picture picture : Picture.values()) {
            Path file = PICTURES.resolve(picture.file(language));
            if (Boolean.getBoolean("diogelu.write")) {
                Files.createDirectories(PICTURES);
                Files.writeString(file, picture.svg(language));
            }

            assertThat(file).as("run this test with -Ddiogelu.write=true").hasContent(picture.svg(language));
            assertThat(guide(language)).contains("generated/pictures/" + picture.file(language));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modelling-guide.md",
                "modelling-guide.cy.md",
                "start-set/README.md",
                "start-set/README.cy.md",
                "generated/limits.md"
            })
    void everyLinkLeadsToAFile(String page) throws IOException {
        Path file = DOCS.resolve(page);

        assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(
                                Objects.requireNonNull(file.getParent()).resolve(link))
                        .exists());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theGuideLeadsToEveryRule(Language language) throws IOException {
        try (Stream<Path> rules = Files.list(DOCS.resolve("rules"))) {
            assertThat(rules.map(rule -> "(rules/" + rule.getFileName() + ")"))
                    .allSatisfy(link -> assertThat(guide(language)).contains(link));
        }
    }

    @Test
    void bothLanguagesSayTheSameInTheSameOrder() throws IOException {
        assertThat(outline(guide(Language.CY))).isEqualTo(outline(guide(Language.EN)));
    }

    private static String guide(Language language) throws IOException {
        return Files.readString(DOCS.resolve(language == Language.CY ? "modelling-guide.cy.md" : "modelling-guide.md"));
    }

    /** How deep each heading is, how many lines each table has and how many pictures there are. */
    private static List<String> outline(String guide) {
        return guide.lines()
                .filter(line -> line.startsWith("#") || line.startsWith("|") || line.startsWith("!["))
                .map(line -> line.startsWith("#") ? line.replaceAll("[^#].*", "") : line.substring(0, 1))
                .toList();
    }

    private static Stream<Element> elements(Document bpmn, String namespace, String name) {
        NodeList found = bpmn.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements.stream();
    }
}
