package cymru.diogelu.modelcheck.templates;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The element templates of a register: its limits and roles stand in them to choose from. */
public record TemplateSet(Provisions provisions, Agencies agencies) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String SENTENCE = "^\\S.*$";
    private static final String SOURCE = "^([A-Z]{2,}-\\d+[a-z]?(, [A-Z]{2,}-\\d+[a-z]?)*|[Aa]rfer( da)?): \\S.*$";

    private static final Question NAME = new Question(
            new Bilingual("Name", "Enw Saesneg"),
            new Bilingual("A verb and what it is done to, in English", "Berf a'i gwrthrych, yn Saesneg"));
    private static final Question HAPPENED = new Question(
            new Bilingual("Name", "Enw Saesneg"),
            new Bilingual("What has happened, in English", "Yr hyn sydd wedi digwydd, yn Saesneg"));
    private static final Question WELSH = new Question(
            new Bilingual("Name in Welsh", "Enw Cymraeg"), new Bilingual("The same in Welsh", "Yr un peth yn Gymraeg"));

    private static final Question WHO = new Question(
            new Bilingual("Who is asked", "I bwy y gofynnir"),
            new Bilingual(
                    "The group of people at the child's authority who can take the task",
                    "Y grŵp o bobl yn awdurdod y plentyn a all gymryd y dasg"));
    private static final Question FORM = new Question(
            new Bilingual("Form", "Ffurflen"),
            new Bilingual(
                    "The id of the form, in small letters with hyphens",
                    "Id y ffurflen, mewn llythrennau bach a chysylltnodau"));
    private static final Question WHY = new Question(
            new Bilingual("What the law asks, in Welsh", "Yr hyn y mae'r gyfraith yn ei ofyn"),
            new Bilingual(
                    "The Welsh of Documentation: the same provisions, a colon and a sentence",
                    "Cymraeg ‘Documentation’: yr un darpariaethau, colon a brawddeg"));
    private static final Question LIMIT = new Question(
            new Bilingual("Limit", "Terfyn amser"),
            new Bilingual("The limit of the register that passes here", "Y terfyn yn y gofrestr sy'n mynd heibio yma"));
    private static final Question ELAPSED = new Question(
            new Bilingual("Name", "Enw Saesneg"),
            new Bilingual("The limit in words, such as ‘1 working day elapsed’", "Y terfyn mewn geiriau Saesneg"));
    private static final Question STEP = new Question(
            new Bilingual("Which task is late", "Pa dasg sy'n hwyr"),
            new Bilingual(
                    "The id of the task, such as userTask_holdDiscussion", "Id y dasg, megis userTask_holdDiscussion"));

    /** Each by the name of its file. */
    public Map<String, String> write() {
        Map<String, String> files = new TreeMap<>();
        Stream.of(task(), deadline(), escalation(), handOver(), takeUp())
                .map(ElementTemplate::json)
                .forEach(json -> files.put(
                        String.valueOf(json.get("id")).replace("cymru.diogelu.", "diogelu-") + ".json",
                        JSON.writeValueAsString(json).replace("\r\n", "\n") + "\n"));
        return files;
    }

    private ElementTemplate task() {
        return new ElementTemplate(
                        "statutory-task",
                        "Diogelu: statutory task · tasg statudol",
                        "A task for a group of people, with its form. Write what the law asks under Documentation,"
                                + " beginning with the provision, such as ‘INV-17: ’.",
                        List.of("bpmn:Task", "bpmn:UserTask"))
                .becomes("bpmn:UserTask")
                .asks(Binding.attribute("name"), NAME, SENTENCE)
                .asks(Binding.property("cy"), WELSH, SENTENCE)
                .offers(Binding.attribute("camunda:candidateGroups"), WHO, roles())
                .asks(Binding.attribute("camunda:formRef"), FORM, "^[a-z0-9]+(-[a-z0-9]+)*$")
                .sets(Binding.attribute("camunda:formRefBinding"), "deployment")
                .asks(Binding.property("cy-documentation"), WHY, SOURCE);
    }

    private List<Choice> roles() {
        Stream<Choice> named = agencies.roles().stream()
                .filter(role -> !role.outside() && !role.key().equals("reporter"))
                .map(TemplateSet::role);
        Choice reporter = new Choice(
                Question.both(new Bilingual("Whoever raised the concern", "Pwy bynnag a gododd y pryder")),
                "${group.reporter()}");
        return Stream.concat(named, Stream.of(reporter)).toList();
    }

    private static Choice role(Role role) {
        return new Choice(Question.both(role.name()), "${group.named('%s')}".formatted(role.key()));
    }

    private ElementTemplate deadline() {
        return new ElementTemplate(
                        "deadline",
                        "Diogelu: deadline · terfyn amser",
                        "A timer on the border of a task, which leaves the task open. Choose the limit; then, under Timer,"
                                + " choose Date and write ${deadline.due('DL-07')} with the id of that limit. From here a"
                                + " way leads to an escalation.",
                        List.of("bpmn:BoundaryEvent"))
                .offers(Binding.property("provision"), LIMIT, limits())
                .asks(Binding.attribute("name"), ELAPSED, SENTENCE)
                .asks(Binding.property("cy"), WELSH, SENTENCE)
                .sets(Binding.attribute("cancelActivity"), false);
    }

    /** What is to be done immediately has no length that could pass. */
    private List<Choice> limits() {
        return provisions.all().stream()
                .flatMap(provision -> limit(provision).stream())
                .toList();
    }

    private static Optional<Choice> limit(Provision provision) {
        return Optional.ofNullable(provision.limit())
                .filter(limit -> limit.unit() != Limit.Unit.IMMEDIATELY)
                .map(limit -> new Choice(
                        "%s %s (%s)"
                                .formatted(
                                        provision.id(), Question.both(provision.title()), Question.both(limit.text())),
                        provision.id()));
    }

    private ElementTemplate escalation() {
        return new ElementTemplate(
                        "escalation",
                        "Diogelu: escalation · uwchgyfeirio",
                        "Called when the limit of a task has passed: the delay is explained and the child kept safe while"
                                + " the task stays open. Write under Documentation the provision and why.",
                        List.of("bpmn:Task", "bpmn:CallActivity"))
                .becomes("bpmn:CallActivity")
                .sets(Binding.attribute("name"), "Escalation of overdue step")
                .sets(Binding.property("cy"), "Uwchgyfeirio cam hwyr")
                .sets(Binding.attribute("calledElement"), "escalate-overdue-step")
                .sets(Binding.attribute("camunda:calledElementBinding"), "deployment")
                .offers(Binding.handsOver("provision"), LIMIT, limits())
                .asks(Binding.handsOver("overdueElement"), STEP, "^[A-Za-z][A-Za-z0-9_]*$")
                .sets(Binding.REFERENCE, "#{execution.processBusinessKey}");
    }

    private static ElementTemplate handOver() {
        return new ElementTemplate(
                        "hand-over",
                        "Diogelu: hand-over · trosglwyddo",
                        "Hands the case on before or when the procedure ends. Under Escalation choose or make what is"
                                + " handed over, with a code in small letters with hyphens.",
                        List.of("bpmn:IntermediateThrowEvent", "bpmn:EndEvent"))
                .asks(Binding.attribute("name"), HAPPENED, SENTENCE)
                .asks(Binding.property("cy"), WELSH, SENTENCE);
    }

    private static ElementTemplate takeUp() {
        return new ElementTemplate(
                        "take-up",
                        "Diogelu: take-up of a hand-over · derbyn yr hyn a drosglwyddir",
                        "On the border of a call: takes up what the called procedure hands over, while that goes on. Under"
                                + " Escalation choose the same code.",
                        List.of("bpmn:BoundaryEvent"))
                .asks(Binding.attribute("name"), HAPPENED, SENTENCE)
                .asks(Binding.property("cy"), WELSH, SENTENCE)
                .sets(Binding.attribute("cancelActivity"), false);
    }
}
