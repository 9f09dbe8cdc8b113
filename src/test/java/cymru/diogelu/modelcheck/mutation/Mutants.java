package cymru.diogelu.modelcheck.mutation;

import cymru.diogelu.modelcheck.mutation.Mutant.Kind;
import cymru.diogelu.walk.PackagedFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place of the real models at which something can be done to them, by kind. */
final class Mutants {

    private static final Pattern TASK =
            Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"[^>]*>.*?</bpmn:userTask>", Pattern.DOTALL);
    private static final Pattern BOUNDARY =
            Pattern.compile("<bpmn:boundaryEvent id=\"([^\"]+)\".*?</bpmn:boundaryEvent>", Pattern.DOTALL);
    private static final Pattern FLOW =
            Pattern.compile("<bpmn:sequenceFlow id=\"([^\"]+)\"([^>]*?)sourceRef=\"([^\"]+)\" targetRef=\"([^\"]+)\"");

    private static final Pattern LAW = Pattern.compile("<(?:bpmn:documentation|description)>[^<]*\\b(?:DL|INV)-\\d{2}");

    /** That danger leads to a strategy discussion is said by strategy-discussion-due as well, whatever this row says. */
    private static final String SAID_TWICE = "rule_initial-route_4";

    private final Map<String, byte[]> originals = PackagedFiles.all();
    private final Map<String, String> texts = new TreeMap<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants() {
        originals.forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
    }

    static List<Mutant> all() {
        Mutants mutants = new Mutants();
        mutants.texts.keySet().forEach(mutants::of);
        return mutants.mutants;
    }

    private void of(String path) {
        if (path.endsWith(".bpmn")) {
            ofProcedure(path);
        } else if (path.endsWith(".dmn")) {
            ofTable(path);
        }
    }

    private void ofProcedure(String path) {
        String text = texts.get(path);
        for (MatchResult task : TASK.matcher(text).results().toList()) {
            String id = task.group(1);
            inside(
                    path,
                    task,
                    " camunda:candidateGroups=\"[^\"]*\"",
                    "",
                    Kind.GROUP_REMOVED,
                    id,
                    "allowed-expressions");
            inside(path, task, " camunda:formRef=\"[^\"]*\"", "", Kind.FORM_UNBOUND, id, "references");
            inside(
                    path,
                    task,
                    "<bpmn:extensionElements>",
                    "<bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"start\" />",
                    Kind.CODE_IN_A_LISTENER,
                    "",
                    "allowed-parts");
            inside(
                    path,
                    task,
                    "camunda:candidateGroups=\"[^\"]*\"",
                    Matcher.quoteReplacement("camunda:candidateGroups=\"${task.getExecution().getId()}\""),
                    Kind.CODE_IN_AN_EXPRESSION,
                    id,
                    "allowed-expressions");
            inside(
                    path,
                    task,
                    "name=\"cy\" value=\"[^\"]*\"",
                    "name=\"cy\" value=\"\"",
                    Kind.TRANSLATION_EMPTIED,
                    id,
                    "welsh-words");
            drop(path, task);
        }
        for (MatchResult event : BOUNDARY.matcher(text).results().toList()) {
            String id = event.group(1);
            inside(
                    path,
                    event,
                    "deadline\\.due\\('(?!PR-08)[^']+'\\)",
                    "deadline.due('PR-08')",
                    Kind.LIMIT_CHANGED,
                    "",
                    "timer-names",
                    "watched-limits",
                    "same-provisions",
                    "known-provisions");
            if (event.group().contains("deadline.due")) {
                add(
                        path,
                        text.replace(event.group(), ""),
                        Kind.LIMIT_DROPPED,
                        id,
                        "references",
                        "statutory-source",
                        "connected",
                        "layout");
            }
        }
        inEach(path, "\\$\\{(\\w+) == '[^']+'}", "\\${$1 == 'never'}", Kind.CONDITION_TURNED, "compared-values");
        inEach(
                path,
                " default=\"[^\"]+\"",
                "",
                Kind.DEFAULT_REMOVED,
                "default-flow",
                "gateway-names",
                "plain-conditions");
        inEach(
                path,
                "<camunda:in sourceExpression=\"[^\"]+\" target=\"provision\" />",
                "",
                Kind.ESCALATION_CUT,
                "known-variables");
        for (MatchResult flow : FLOW.matcher(text).results().toList()) {
            String bent = flow.group().replace("targetRef=\"" + flow.group(4), "targetRef=\"" + flow.group(3));
            add(
                    path,
                    text.replace(flow.group(), bent),
                    Kind.FLOW_BENT,
                    "",
                    "layout",
                    "connected",
                    "endless-ways",
                    "one-way-on",
                    "gateway-names",
                    "default-flow",
                    "case-ends");
        }
        bypass(path);
        add(path, text + "<!-- a remark -->", Kind.REMARK_ADDED, "");
        inEach(path, "<dc:Bounds x=\"(\\d+)(\\d)\"", "<dc:Bounds x=\"$10\"", Kind.SHAPE_MOVED);
        inEach(
                path,
                " name=\"([^\"]+)\" camunda:formRef=\"([^\"]+)\"",
                " camunda:formRef=\"$2\" name=\"$1\"",
                Kind.ATTRIBUTES_IN_ANOTHER_ORDER);
        inEach(path, "(\\.)(</bpmn:documentation>)", "$1 This holds for each child.$2", Kind.WORDS_CHANGED);
    }

    /**
     * The task is taken out with its events and all that only they lead to, from the drawing as well, and the flow into it
     * leads to where it led.
     */
    private void drop(String path, MatchResult task) {
        String text = texts.get(path);
        String id = task.group(1);
        List<MatchResult> out = outOf(text, id);
        if (out.size() == 1 && ofTheLaw(task.group())) {
            String bent = withoutItsEvents(text, id);
            String flow = out.get(0).group(1);
            bent = without(bent, flow)
                    .replace(
                            "targetRef=\"" + id + "\"",
                            "targetRef=\"" + out.get(0).group(4) + "\"");
            String before = incoming(id, bent);
            bent = without(bent, id)
                    .replace(
                            "<bpmn:incoming>" + flow + "</bpmn:incoming>",
                            "<bpmn:incoming>" + before + "</bpmn:incoming>");
            // Whoever reads the answers that nobody gives any more, and ways round and round on which nobody waits.
            add(
                    path,
                    bent,
                    Kind.TASK_DROPPED,
                    "",
                    "known-variables",
                    "form-reads",
                    "table-gaps",
                    "compared-values",
                    "endless-ways");
        }
    }

    /** What led to a question leads to one of its answers, which is taken whatever the answer is; the question stays for other ways. */
    private void bypass(String path) {
        String text = texts.get(path);
        for (MatchResult flow : FLOW.matcher(text).results().toList()) {
            String gateway = flow.group(4);
            List<MatchResult> answers = gateway.startsWith("gateway_") ? outOf(text, gateway) : List.of();
            if (answers.size() > 1) {
                for (MatchResult answer : answers) {
                    String bent = text.replace(
                                    flow.group(),
                                    flow.group().replace("targetRef=\"" + gateway, "targetRef=\"" + answer.group(4)))
                            .replace("<bpmn:incoming>" + flow.group(1) + "</bpmn:incoming>", "")
                            .replace(
                                    "<bpmn:incoming>" + answer.group(1) + "</bpmn:incoming>",
                                    "<bpmn:incoming>" + answer.group(1) + "</bpmn:incoming><bpmn:incoming>"
                                            + flow.group(1) + "</bpmn:incoming>");
                    add(path, bent, Kind.GATEWAY_BYPASSED, "", "connected", "one-way-on", "layout", "known-variables");
                }
            }
        }
    }

    private static String incoming(String id, String text) {
        Matcher element = Pattern.compile("<bpmn:userTask id=\"" + id + "\".*?</bpmn:userTask>", Pattern.DOTALL)
                .matcher(text);
        Matcher flow = Pattern.compile("<bpmn:incoming>([^<]+)<").matcher(element.find() ? element.group() : "");
        return flow.find() ? flow.group(1) : "";
    }

    private static List<MatchResult> outOf(String text, String id) {
        return FLOW.matcher(text)
                .results()
                .filter(flow -> flow.group(3).equals(id))
                .toList();
    }

    /** What is named as practice an authority may leave out. */
    private static boolean ofTheLaw(String part) {
        return LAW.matcher(part).find();
    }

    private static String withoutItsEvents(String text, String id) {
        String rest = text;
        for (MatchResult event : BOUNDARY.matcher(text).results().toList()) {
            if (event.group().contains("attachedToRef=\"" + id + "\"")) {
                rest = withoutAllBehind(rest, event.group(1));
            }
        }
        return rest;
    }

    /** An element with its events, what its flows lead to where nothing else does, and so on. */
    private static String withoutAllBehind(String text, String id) {
        String rest = without(withoutItsEvents(text, id), id);
        for (MatchResult flow : outOf(text, id)) {
            rest = without(rest, flow.group(1)).replace("<bpmn:incoming>" + flow.group(1) + "</bpmn:incoming>", "");
            if (!rest.contains("targetRef=\"" + flow.group(4) + "\"")) {
                rest = withoutAllBehind(rest, flow.group(4));
            }
        }
        return rest;
    }

    /** Without an element and its shape or edge. */
    private static String without(String text, String id) {
        String rest = Pattern.compile(
                        "<bpmn:(\\w+) id=\"" + id + "\"(?:[^>]*/>|[^>]*(?<!/)>.*?</bpmn:\\1>)", Pattern.DOTALL)
                .matcher(text)
                .replaceFirst("");
        return Pattern.compile(
                        "<bpmndi:(BPMN\\w+) [^>]*bpmnElement=\"" + id + "\"[^>]*>.*?</bpmndi:\\1>", Pattern.DOTALL)
                .matcher(rest)
                .replaceFirst("");
    }

    private void ofTable(String path) {
        String text = texts.get(path);
        Pattern row = Pattern.compile("<rule id=\"([^\"]+)\".*?</rule>", Pattern.DOTALL);
        for (MatchResult rule : row.matcher(text).results().toList()) {
            if (ofTheLaw(rule.group()) && !rule.group(1).equals(SAID_TWICE)) {
                add(
                        path,
                        text.replace(rule.group(), ""),
                        Kind.ROW_DELETED,
                        "",
                        "table-gaps",
                        "compared-values",
                        "known-variables",
                        "unused-outputs");
            }
            inside(
                    path,
                    rule,
                    "<diogelu:cy>[^<]*</diogelu:cy>",
                    "<diogelu:cy></diogelu:cy>",
                    Kind.TRANSLATION_EMPTIED,
                    "",
                    "welsh-words");
        }
    }

    private void inside(
            String path, MatchResult part, String what, String instead, Kind kind, String element, String... rules) {
        String bent =
                Pattern.compile(what, Pattern.DOTALL).matcher(part.group()).replaceFirst(instead);
        if (!bent.equals(part.group())) {
            add(path, texts.get(path).replace(part.group(), bent), kind, element, rules);
        }
    }

    private void inEach(String path, String what, String instead, Kind kind, String... rules) {
        String text = texts.get(path);
        Matcher matcher = Pattern.compile(what).matcher(text);
        while (matcher.find()) {
            StringBuilder bent = new StringBuilder();
            bent.append(text, 0, matcher.start());
            bent.append(Pattern.compile(what).matcher(matcher.group()).replaceFirst(instead));
            bent.append(text, matcher.end(), text.length());
            add(path, bent.toString(), kind, "", rules);
        }
    }

    private void add(String path, String bent, Kind kind, String element, String... rules) {
        if (bent.equals(texts.get(path))) {
            return;
        }
        Map<String, byte[]> files = new TreeMap<>(originals);
        files.put(path, bent.getBytes(StandardCharsets.UTF_8));
        mutants.add(new Mutant(kind, path, element, Set.of(rules), files, change(texts.get(path), bent)));
    }

    private static String change(String before, String after) {
        int at = 0;
        while (at < Math.min(before.length(), after.length()) && before.charAt(at) == after.charAt(at)) {
            at++;
        }
        return before.substring(Math.max(0, at - 40), Math.min(before.length(), at + 80))
                .replaceAll("\\s+", " ");
    }
}
