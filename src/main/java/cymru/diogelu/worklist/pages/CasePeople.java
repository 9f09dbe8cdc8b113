package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.forms.Field;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.trace.RecordedAnswers;
import cymru.diogelu.trace.RecordedAnswers.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people of a case as its latest facts describe them, in the words of the form that asked for them first. What the
 * form does not keep as a fact stands in the record only and is not shown.
 */
@Component
class CasePeople {

    private static final String PROCEDURE = "safeguarding-case";
    private static final String FORM = "concern";
    private static final String CHILD = "children";
    private static final String REPORTER = "reporter";
    /** A box that nobody ticked tells nothing of a person. */
    private static final Object UNTICKED = Boolean.FALSE;

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(.+)");

    private final CaseAccess access;
    private final Cases cases;
    private final WalkedModels models;
    private final RecordedAnswers words;

    CasePeople(CaseAccess access, Cases cases, WalkedModels models, RecordedAnswers words) {
        this.access = access;
        this.cases = cases;
        this.models = models;
        this.words = words;
    }

    /**
     * One person.
     *
     * @param role a key of the texts: {@code child}, {@code parent}, {@code household} or {@code reporter}
     * @param name absent where the facts hold none
     * @param lines what else is known
     */
    record Described(String role, @Nullable String name, List<Answer> lines) {}

    /**
     * The child first, then parents, household and reporter. Who may not read what the reporter said is told how to meet
     * the child and who belongs to it, but not where the child is or how to reach anybody.
     */
    List<Described> of(Viewer viewer, SafeguardingCase found, int version, Locale locale) {
        Map<String, Object> facts = cases.facts(found.reference());
        Group reporter = Group.parse(found.reporterGroup());
        boolean reads = access.readsAnswers(viewer, found, reporter.role(), reporter.place());
        return models.form(PROCEDURE, version, FORM)
                .map(form -> people(words.of(form, known(form.fields(), facts), locale)))
                .map(people -> reads ? people : outlined(people))
                .orElse(List.of());
    }

    private static List<Described> outlined(List<Described> people) {
        return people.stream()
                .filter(person -> !person.role().equals(REPORTER))
                .map(person -> new Described(
                        person.role(),
                        person.name(),
                        person.lines().stream()
                                .filter(line -> person.role().equals("child")
                                        ? !line.key().endsWith(".currentLocationText")
                                        : line.key().endsWith(".relation"))
                                .toList()))
                .toList();
    }

    /** Facts are kept flat: those of the child go back into the row that they were asked in. */
    private static Map<String, Object> known(List<Field> fields, Map<String, Object> facts) {
        Map<String, Object> known = new HashMap<>();
        Map<String, Object> child = new HashMap<>();
        for (Field field : fields) {
            String key = field.path().replace(CHILD + "[].", "");
            Object fact = field.fact() ? facts.get(key) : null;
            if (fact != null && !fact.equals(UNTICKED)) {
                (key.equals(field.path()) ? known : child).put(key, fact);
            }
        }
        known.put(CHILD, List.of(child));
        return known;
    }

    private static List<Described> people(List<Answer> answers) {
        Map<String, List<Answer>> rows = new LinkedHashMap<>();
        for (Answer answer : answers) {
            Matcher row = ROW.matcher(answer.key());
            rows.computeIfAbsent(row.matches() ? row.group(1) + row.group(2) : REPORTER, key -> new ArrayList<>())
                    .add(answer);
        }
        List<Described> people = new ArrayList<>();
        add(people, rows, "child", CHILD);
        add(people, rows, "parent", "parentalResponsibility");
        add(people, rows, "household", "household");
        add(people, rows, REPORTER, REPORTER);
        return people;
    }

    private static void add(List<Described> people, Map<String, List<Answer>> rows, String role, String list) {
        rows.forEach((key, answers) -> {
            if (key.matches(list + "\\d*")) {
                people.add(described(role, answers));
            }
        });
    }

    private static Described described(String role, List<Answer> answers) {
        List<Answer> names = answers.stream().filter(CasePeople::isName).toList();
        return new Described(
                role,
                names.isEmpty() ? null : names.get(0).text(),
                answers.stream().filter(answer -> !isName(answer)).toList());
    }

    private static boolean isName(Answer answer) {
        return answer.key().endsWith(".fullName") || answer.key().endsWith(".name");
    }
}
