package cymru.diogelu.invariants;

import static cymru.diogelu.invariants.Asks.demanded;
import static cymru.diogelu.invariants.Asks.everyCasePasses;
import static cymru.diogelu.invariants.Asks.offeredTo;
import static cymru.diogelu.invariants.Asks.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Language, disability, sharing, practitioners, words and outside bodies: what holds beside the main course. */
final class DutyChecks {

    private static final Set<String> DATA_PROTECTION =
            Set.of("dataprotection", "data protection", "gdpr", "diogelu data");
    private static final Set<String> BLAMING = Set.of(
            "attention-seeking",
            "attention seeking",
            "promiscuous",
            "manipulative",
            "lifestyle choice",
            "consented to",
            "naughty",
            "perpetrator",
            "offender",
            "put themselves at risk",
            "putting themselves at risk",
            "wayward",
            "troflais",
            "troseddwr",
            "troseddwraig",
            "yn ceisio sylw",
            "ystrywgar",
            "dewis ffordd o fyw");

    private DutyChecks() {}

    static List<Check> all() {
        return List.of(
                welsh(),
                disability(),
                dataProtection(),
                sharing(),
                practitioner(),
                blame(),
                outside(),
                outsideRecorded());
    }

    private static Check welsh() {
        return Check.of(
                        "INV-36",
                        "whoever sees a child, or asks a family, records that Welsh was offered",
                        "concern, see-child, iaa-consent, convene-conference, make-advocacy-offer and others: Welsh offers",
                        Asks.all(
                                demanded(List.of("locatedLaCode"), "welshOfferMade", "childLanguage"),
                                demanded(
                                        List.of("childSeen", "accessRefused"),
                                        Map.of("childSeen", "yes"),
                                        "welshOfferMade"),
                                demanded(
                                        List.of("welshOfferedToChild", "childSeen"),
                                        Map.of("childSeen", "yes"),
                                        "welshOfferedToChild"),
                                demanded(List.of("consent", "consentRelation"), "welshOfferedToFamily"),
                                demanded(
                                        List.of("parentsConsulted"),
                                        Map.of("parentsConsulted", "yes"),
                                        "parentWelshOfferMade"),
                                demanded(List.of("parentsInvited"), "parentWelshOfferMade", "languageOfConference"),
                                demanded(
                                        List.of("advocacyResponse"),
                                        Map.of("advocacyResponse", "thinking"),
                                        "welshOfferMade")))
                .bentBy(
                        Bends.optional("concern", "welshOfferMade"),
                        Bends.unasked("see-child", "welshOfferMade"),
                        Bends.optional("iaa-consent", "welshOfferedToFamily"),
                        Bends.hidden(
                                "gather-enquiry-information", "parentWelshOfferMade", "=parentLanguage = \"English\""));
    }

    private static Check disability() {
        return Check.of(
                        "INV-37",
                        "for a disabled child the need in communication and the greater vulnerability are recorded",
                        "every form with disability: communicationNeeds, increasedVulnerability",
                        Asks.all(
                                demanded(List.of("disability"), "disability"),
                                demanded(
                                        List.of("disability", "communicationNeeds"),
                                        Map.of("disability", List.of("sensory")),
                                        "communicationNeeds"),
                                demanded(
                                        List.of("disability", "increasedVulnerability"),
                                        Map.of("disability", List.of("sensory")),
                                        "increasedVulnerability"),
                                demanded(
                                        List.of("checksDone"),
                                        Map.of("disability", List.of("learning")),
                                        "increasedVulnerability"),
                                demanded(
                                        List.of("accessRefused"),
                                        Map.of("disability", List.of("physical")),
                                        "communicationNeeds")))
                .bentBy(
                        Bends.optional("see-child", "disability"),
                        Bends.optional("convene-conference", "communicationNeeds"),
                        Bends.unasked("initial-checks", "increasedVulnerability"),
                        Bends.hidden("see-child", "communicationNeeds", "=childSeen = \"no\""));
    }

    private static Check dataProtection() {
        return Check.of(
                        "INV-38",
                        "data protection is no reason that can be chosen for not sharing, in either language",
                        "every list of options",
                        pathway -> pathway.forms().stream()
                                .flatMap(form -> worded(form, DATA_PROTECTION).stream())
                                .toList())
                .bentBy(
                        Bends.option("agency-information", "notSharedReason", "gdpr", "GDPR", "GDPR"),
                        Bends.option("agency-information", "notSharedReason", "law", "The law", "Deddf diogelu data"));
    }

    /** The lists of options that use one of these words in value, English or Welsh. */
    private static List<Finding> worded(FormFile form, Set<String> words) {
        List<Finding> findings = new ArrayList<>();
        Map<?, ?> welsh = (Map<?, ?>) form.welsh().getOrDefault("components", Map.of());
        for (FormFile.Asked asked : form.asked()) {
            Object translated = welsh.get(asked.place().replace("[]", ""));
            String inWelsh = translated instanceof Map<?, ?> texts ? String.valueOf(texts.get("options")) : "";
            String all = (asked.json().getOrDefault("values", "") + inWelsh).toLowerCase(Locale.ROOT);
            words.stream()
                    .filter(all::contains)
                    .map(word -> form.finding(asked.key(), "offers '%s'".formatted(word)))
                    .forEach(findings::add);
        }
        return findings;
    }

    private static Check sharing() {
        return Check.of(
                        "INV-38",
                        "whoever does not share says why, in a reason, an account and a word on data protection",
                        "agency-information; gather-enquiry-information; missing-information; conference-report",
                        Asks.all(
                                demanded(List.of("informationGiven", "notSharedReason"), "informationGiven"),
                                demanded(
                                        List.of("informationGiven", "notSharedReason"),
                                        Map.of("informationGiven", "notShared"),
                                        "notSharedReason",
                                        "notSharedAccount",
                                        "notDataProtectionAlone"),
                                demanded(
                                        List.of("informationWithheld"),
                                        Map.of("informationWithheld", "yes"),
                                        "reasonInformationWithheld"),
                                demanded(List.of("missingAgencies"), "missingAgencies", "reason"),
                                demanded(List.of("reportSent"), Map.of("reportSent", "no"), "reasonNoReport")))
                .bentBy(
                        Bends.optional("agency-information", "notSharedAccount"),
                        Bends.unasked("agency-information", "notDataProtectionAlone"),
                        Bends.hidden("agency-information", "notSharedReason", "=takesPart = \"yes\""),
                        Bends.optional("conference-report", "reasonNoReport"));
    }

    private static Check practitioner() {
        return Check.of(
                        "INV-39",
                        "a concern about a practitioner is told to the designated officer, watched by the limit of DL-05",
                        "parallel-duties userTask_tellDesignatedOfficer: dsp, DL-05; tell-designated-officer",
                        pathway -> {
                            Paths paths = Paths.of(pathway).assuming("personOfConcern", "practitioner");
                            List<Finding> findings = new ArrayList<>(everyCasePasses(
                                    paths,
                                    List.of(paths.start()),
                                    paths.asks("dosInformedAt"),
                                    "the officer is not told"));
                            findings.addAll(offeredTo(paths.asking("dosInformedAt"), "dsp"));
                            paths.asking("dosInformedAt").forEach(task -> findings.addAll(watched(task, "DL-05")));
                            findings.addAll(
                                    demanded(List.of("dosInformedAt"), "dosInformedAt", "dosName", "interimSafeguards")
                                            .apply(pathway));
                            findings.addAll(demanded(List.of("personOfConcern"), "personOfConcern")
                                    .apply(pathway));
                            return findings;
                        })
                .bentBy(
                        Bends.condition(
                                        "parallel-duties",
                                        "flow_whatElse_tellDesignatedOfficer",
                                        "${personOfConcern == 'adult'}")
                                .foundAt("startEvent_concernRaised"),
                        Bends.delete("parallel-duties", "boundaryEvent_tellDesignatedOfficerDL05")
                                .foundAt("userTask_tellDesignatedOfficer"),
                        Bends.group("parallel-duties", "userTask_tellDesignatedOfficer", "police-ppu"),
                        Bends.optional("tell-designated-officer", "dosInformedAt"));
    }

    private static Check blame() {
        return Check.of(
                        "INV-40",
                        "no list of options blames a child, in either language",
                        "every list of options",
                        pathway -> pathway.forms().stream()
                                .flatMap(form -> worded(form, BLAMING).stream())
                                .toList())
                .bentBy(
                        Bends.option("explain-delay", "delayCauses", "child", "Attention-seeking child", "Y plentyn"),
                        Bends.option("initial-checks", "hackettMarker", "own", "The child's own", "Plentyn ystrywgar"));
    }

    private static Check outside() {
        return Check.of(
                        "INV-41",
                        "for grooming and online sexual abuse CEOP and the platform are told and other children thought of",
                        "outside-reports-due; external-bodies; external-reports",
                        pathway -> {
                            List<Finding> findings = new ArrayList<>();
                            for (String harm : List.of("onlineGrooming", "sexuallyCoercedExtortion", "liveStream")) {
                                Paths paths = Paths.of(pathway).assuming("concernTypes", List.of(harm));
                                for (String question : List.of("reasonNot", "otherVictimsConsidered")) {
                                    findings.addAll(everyCasePasses(
                                            paths,
                                            List.of(paths.start()),
                                            paths.asks(question),
                                            harm + " is not passed on"));
                                }
                                Table bodies = pathway.table("external-bodies");
                                Object chosen = bodies.output(Map.of("concernTypes", List.of(harm)));
                                if (!(chosen instanceof List<?> list
                                        && list.containsAll(List.of("ceop", "platform")))) {
                                    findings.add(bodies.finding(harm + " is not for CEOP and the platform"));
                                }
                            }
                            return findings;
                        })
                .bentBy(
                        Bends.withoutRow("external-bodies", 2),
                        Bends.output("external-bodies", 3, "iwf"),
                        Bends.output("outside-reports-due", 1, "no").foundAt("startEvent_concernRaised"),
                        Bends.leaveOut("external-reports", "userTask_considerOtherVictims")
                                .foundAt("startEvent_concernRaised"));
    }

    private static Check outsideRecorded() {
        return Check.of(
                        "INV-41",
                        "each outside report is recorded as made, and when, or as not made, and why",
                        "report-to-outside-body; other-victims",
                        Asks.all(
                                demanded(List.of("made", "reasonNot"), "made"),
                                demanded(List.of("made", "reasonNot"), Map.of("made", "no"), "reasonNot"),
                                demanded(List.of("made", "reasonNot"), Map.of("made", "yes"), "madeAt"),
                                demanded(
                                        List.of("otherVictimsConsidered"),
                                        "otherVictimsConsidered",
                                        "otherVictimsAction")))
                .bentBy(
                        Bends.optional("report-to-outside-body", "reasonNot"),
                        Bends.unasked("other-victims", "otherVictimsAction"));
    }
}
