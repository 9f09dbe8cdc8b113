package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.offeredTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words only, and the device stays as it was found. */
final class EvidenceChecks {

    /** Everything else could hold, show or fetch a picture. */
    private static final Set<String> WORDS = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "expression",
            "group",
            "dynamiclist",
            "separator",
            "spacer");

    private EvidenceChecks() {}

    static List<Check> all() {
        return List.of(wordsOnly(), noPicturesInTexts(), device(), deviceQuestions());
    }

    private static Check wordsOnly() {
        return Check.of(
                        "INV-03",
                        "no form has a component that can take, show or fetch a picture or a file",
                        "the kinds of component in every form",
                        pathway -> pathway.forms().stream()
                                .flatMap(form -> pictures(form, form.json()).stream())
                                .toList())
                .bentBy(
                        Bends.added("keep-evidence", component("filepicker")),
                        Bends.added("report-child-at-risk", component("image")),
                        Bends.added("agency-information", component("documentPreview")),
                        Bends.added("concern", component("iframe")));
    }

    private static Map<String, Object> component(String type) {
        return Map.of("type", type, "id", "Field_added", "key", "added", "label", "Added");
    }

    private static List<Finding> pictures(FormFile form, Map<String, Object> holder) {
        List<Finding> findings = new ArrayList<>();
        for (Map<String, Object> component : FormFile.components(holder)) {
            String type = String.valueOf(component.get("type"));
            if (!WORDS.contains(type)) {
                findings.add(form.finding(String.valueOf(component.get("id")), type + " may hold more than words"));
            }
            findings.addAll(pictures(form, component));
        }
        return findings;
    }

    private static Check noPicturesInTexts() {
        return Check.of(
                        "INV-03",
                        "no text of a form embeds a picture",
                        "the texts of every form, in both languages",
                        pathway -> pathway.forms().stream()
                                .filter(form -> embeds(pathway.text(form.path()))
                                        || embeds(pathway.text(form.path().replace(".form", ".cy.json"))))
                                .map(form -> form.finding(form.id(), "a text embeds a picture"))
                                .toList())
                .bentBy(Bends.added(
                                "keep-evidence",
                                Map.of(
                                        "type",
                                        "text",
                                        "id",
                                        "Field_added",
                                        "text",
                                        "![what was sent](https://example.org/1.jpg)"))
                        .foundAt("keep-evidence"));
    }

    private static boolean embeds(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("![")
                || lower.contains("<img")
                || lower.contains("data:image")
                || lower.contains("<video");
    }

    private static Check device() {
        return Check.of(
                        "INV-04",
                        "a device is spoken for by whoever found it and then by the police",
                        "parallel-duties callActivity_evidence; evidence-preservation userTask_collectDevice",
                        pathway -> {
                            Paths paths = Paths.of(pathway).assuming("deviceInvolved", "yes");
                            Paths elsewhere = paths.assuming("deviceHolder", "agency", "parent", "child", "unknown");
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    paths,
                                    List.of(paths.start()),
                                    paths.asks("nothingDeletedConfirmed"),
                                    "nobody is asked to keep the device as it is"));
                            findings.addAll(everyCasePasses(
                                    elsewhere,
                                    elsewhere.asking("nothingDeletedConfirmed"),
                                    elsewhere.asks("deviceTaken"),
                                    "the police are not asked to take the device"));
                            findings.addAll(offeredTo(paths.asking("deviceTaken"), "police-ppu"));
                            return findings;
                        })
                .bentBy(
                        Bends.condition("parallel-duties", "flow_whatElse_evidence", "${deviceInvolved == 'maybe'}")
                                .foundAt("startEvent_concernRaised"),
                        Bends.withhold("safeguarding-case", "callActivity_parallelDuties", "deviceInvolved")
                                .foundAt("startEvent_concernRaised"),
                        Bends.redirect("evidence-preservation", "flow_withPolice_collectDevice", "gateway_safeContact")
                                .foundAt("userTask_keepEvidence"),
                        Bends.group("evidence-preservation", "userTask_collectDevice", "front-door"));
    }

    private static Check deviceQuestions() {
        return Check.of(
                        "INV-04",
                        "it is said whether anything was deleted, what, and whether the PIN is known",
                        "keep-evidence; collect-device",
                        Asks.all(
                                demanded(
                                        List.of("nothingDeletedConfirmed"),
                                        "nothingDeletedConfirmed",
                                        "deviceHolder",
                                        "pinObtained"),
                                demanded(
                                        List.of("nothingDeletedConfirmed"),
                                        Map.of("nothingDeletedConfirmed", "no"),
                                        "deletedWhat"),
                                demanded(List.of("deviceTaken"), Map.of("deviceTaken", "no"), "whyNotTaken"),
                                demanded(
                                        List.of("deviceTaken"),
                                        Map.of("deviceTaken", "yes"),
                                        "seizedAt",
                                        "pinObtained")))
                .bentBy(
                        Bends.optional("keep-evidence", "nothingDeletedConfirmed"),
                        Bends.hidden("keep-evidence", "deletedWhat", "=nothingDeletedConfirmed != \"unknown\""),
                        Bends.optional("collect-device", "whyNotTaken"));
    }
}
