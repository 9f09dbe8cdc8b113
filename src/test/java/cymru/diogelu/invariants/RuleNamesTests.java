package cymru.diogelu.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.invariants.FormFile.Asked;
import cymru.diogelu.statute.Activity.Pattern;
import cymru.diogelu.statute.CaseEvent.Kind;
import cymru.diogelu.statute.Condition;
import cymru.diogelu.statute.NotOnRecord;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a statutory rule names is there in the models and forms, so that something renamed is noticed. */
class RuleNamesTests {

    private static final Pathway PATHWAY = Pathway.ofTheProject();
    private static final Provisions REGISTER = Provisions.load();
    private static final StatutoryRules RULES = StatutoryRules.load(REGISTER);
    private static final String OF_THE_CONCERN = "concern.";
    private static final Set<String> OF_A_LIMIT = Set.of("provision", "step");

    @Test
    void everyInvariantHasARuleOrTheReasonWhyNot() {
        Stream<String> ruled = RULES.all().stream()
                .map(StatutoryRule::provision)
                .filter(provision -> provision.kind() == Provision.Kind.INVARIANT)
                .map(Provision::id);
        Stream<String> reasons =
                RULES.notOnRecord().stream().map(NotOnRecord::invariant).map(Provision::id);

        assertThat(Stream.concat(ruled, reasons).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(REGISTER.all().stream()
                        .filter(provision -> provision.kind() == Provision.Kind.INVARIANT)
                        .map(Provision::id)
                        .toList())
                .hasSize(43);
    }

    @TestFactory
    Stream<DynamicTest> whatARuleNamesIsThere() {
        return RULES.all().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.id(), () -> assertThat(missing(rule)).isEmpty()));
    }

    private static List<String> missing(StatutoryRule rule) {
        List<String> missing = new ArrayList<>();
        rule.activities().flatMap(activity -> activity.patterns().stream()).forEach(pattern -> {
            pattern.ids().stream()
                    .filter(id -> !known(pattern.kind(), id))
                    .forEach(id -> missing.add(pattern.kind() + " " + id));
            Stream.of(pattern.where(), pattern.unless())
                    .flatMap(Condition::parts)
                    .forEach(condition -> missing.addAll(missing(pattern, condition)));
        });
        return missing;
    }

    private static boolean known(Kind kind, String id) {
        return switch (kind) {
            case ANSWERED -> PATHWAY.forms().stream().anyMatch(form -> form.id().equals(id));
            case STARTED, ENDED ->
                PATHWAY.procedures().stream()
                        .anyMatch(procedure -> procedure.id().equals(id));
            case ENTERED -> waits(id);
            case TAKEN -> flows(id);
            case EVALUATED ->
                PATHWAY.tables().stream().anyMatch(table -> table.id().equals(id));
            case LIMIT_PASSED, MORE_TIME ->
                REGISTER.find(id).map(Provision::limit).isPresent();
        };
    }

    private static boolean waits(String id) {
        return PATHWAY.procedures().stream().anyMatch(procedure -> Stream.of("userTask", "callActivity")
                .flatMap(procedure::all)
                .anyMatch(step -> id.equals(procedure.id() + "/" + step.id())));
    }

    private static boolean flows(String id) {
        return PATHWAY.procedures().stream().anyMatch(procedure -> procedure.flows().stream()
                .anyMatch(flow -> id.equals(procedure.id() + "/" + flow.id())));
    }

    private static List<String> missing(Pattern pattern, Condition condition) {
        List<String> missing = new ArrayList<>();
        if (condition instanceof Condition.By by) {
            by.roles().stream().filter(role -> !isARole(role)).forEach(missing::add);
        } else if (condition instanceof Condition.About about) {
            about.subjects().stream()
                    .filter(subject -> !isAnOutput("external-bodies", subject))
                    .forEach(missing::add);
        } else if (condition instanceof Condition.Keyed keyed) {
            missing.addAll(missing(pattern, keyed));
        }
        return missing;
    }

    private static boolean isARole(String key) {
        return Agencies.load().roles().stream().map(Role::key).anyMatch(key::equals);
    }

    private static List<String> missing(Pattern pattern, Condition.Keyed keyed) {
        if (keyed.key().startsWith(OF_THE_CONCERN)) {
            return missing(PATHWAY.form("concern"), keyed.key().substring(OF_THE_CONCERN.length()), keyed);
        }
        return switch (pattern.kind()) {
            case EVALUATED ->
                values(keyed).stream()
                        .filter(value -> pattern.ids().stream().noneMatch(table -> isAnOutput(table, value)))
                        .toList();
            case ANSWERED ->
                pattern.ids().stream()
                        .flatMap(form -> missing(PATHWAY.form(form), keyed.key(), keyed).stream())
                        .toList();
            default -> OF_A_LIMIT.contains(keyed.key()) ? List.of() : List.of(keyed.key());
        };
    }

    private static boolean isAnOutput(String table, String value) {
        return PATHWAY.table(table).rows().stream()
                .anyMatch(row -> row.then().replace("\"", "").equals(value));
    }

    /** The key is asked by the form, as what the condition takes it for, and offers every value named. */
    private static List<String> missing(FormFile form, String key, Condition.Keyed keyed) {
        List<Asked> asked = form.asked().stream()
                .filter(question -> question.place().equals(key))
                .toList();
        if (asked.isEmpty()) {
            return List.of(form.id() + " does not ask " + key);
        }
        boolean fits = asked.stream().anyMatch(question -> takes(question, keyed));
        Set<String> wrong = new HashSet<>(values(keyed));
        asked.forEach(question -> wrong.removeAll(question.options()));
        return fits && wrong.isEmpty() ? List.of() : List.of(form.id() + " " + key + " " + wrong);
    }

    private static boolean takes(Asked question, Condition.Keyed keyed) {
        if (keyed instanceof Condition.Contains) {
            return question.manyAnswers();
        }
        if (keyed instanceof Condition.In) {
            return question.type().equals("radio") || question.type().equals("select");
        }
        return question.type().equals("checkbox") == keyed instanceof Condition.Ticked;
    }

    private static Set<String> values(Condition.Keyed keyed) {
        return keyed instanceof Condition.In in
                ? in.values()
                : keyed instanceof Condition.Contains contains ? contains.values() : Set.of();
    }
}
