package cymru.diogelu.statute;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page of the documentation that says every rule, and how one is written. */
final class StatutoryRulesPage {

    private static final String HEAD =
            """
            # Statutory rules

            What the law asks of every case, as data in `src/main/resources/statute/rules`: %d rules on %d of the register's %d invariants and limits,
            judged on the record of each case, open or closed (`GET /api/v1/cases/{reference}/conformance`), and speaking only of
            what a model has too. Generated from the data; after a change write it again with
            `mvn test -Dtest=StatutoryRulesPageTests -Drules.write=true`. Why so: [0015](decisions/0015-statutory-rules-in-declare.md).

            ## The rules

            | Rule | Template | Asks | Yn gofyn |
            |---|---|---|---|
            """;

    private static final String WRITING =
            """

            ## Writing one

            | Key | Says |
            |---|---|
            | `id` | the invariant or the limit and a name, `INV-12.police-discussion` |
            | `sentence` | `en` and `cy`, for people |
            | `template` | %s |
            | `activation`, `target` | an event, or a list of events any of which will do: a kind with one id, a list of ids or `any`, and `where` with a condition |
            | `unless` | in the activation of an absence: what excuses the event |
            | `correlation` | `case` when not said, `same-run`, or `within-run` for what a called procedure does |
            | `within` | for responses: the limit, by its provision |
            | `among` | for init and chains: which events count as neighbours |
            | `times` | for existence and exactly |

            Kinds of event: `answered` (form), `entered` (`procedure/element` at which the case waits), `started` and `ended` (procedure),
            `evaluated` (decision table), `taken` (`procedure/flow`), `limitPassed` and `moreTime` (provision).

            | Condition | Holds when |
            |---|---|
            | `equals: { key: text }`, `in: { key: [texts] }` | the answer is that text, or one of them |
            | `contains: { key: [texts] }` | the list holds one of them |
            | `written: [keys]` | each is a text that is not blank, or a list that is not empty |
            | `"true": [keys]` | each box is ticked |
            | `by: [roles]`, `about: [subjects]` | one of these roles answered; of a repeated step, it is one of these |
            | `not`, `all`, `any` | as they say |

            `list[].key` is the answer in every row of a list that has rows, `concern.key` an answer of the concern. Of a decision table the
            keys are its outputs, of a limit `provision` and `step`.

            What each template means, word by word and as a formula, stands at `cymru.diogelu.statute.Template`. A rule is `KEPT`,
            `BROKEN`, `PENDING` (something is owed in an open case), `NOT_APPLICABLE` (nothing it speaks of has happened) or `UNKNOWN` (an
            entry that matters cannot be read). A new rule needs two examples in `src/test/resources/statute/examples.yaml`: a case that
            keeps it, and one that breaks it and no other.
            """;

    private StatutoryRulesPage() {}

    static String text(StatutoryRules rules, Provisions register) {
        StringBuilder page = new StringBuilder(HEAD.formatted(
                rules.all().size(),
                rules.all().stream().map(StatutoryRule::provision).distinct().count(),
                register.all().stream()
                        .filter(provision -> !provision.id().startsWith("PR-"))
                        .count()));
        rules.all()
                .forEach(rule -> page.append("| %s | %s%s | %s | %s |\n"
                        .formatted(
                                rule.id(),
                                word(rule.template()),
                                rule.within() == null ? "" : ", " + rule.within(),
                                rule.sentence().en(),
                                rule.sentence().cy())));
        page.append("\n## Not on record\n\n| Invariant | Why | Pam |\n|---|---|---|\n");
        rules.notOnRecord()
                .forEach(absent -> page.append("| %s %s | %s | %s |\n"
                        .formatted(
                                absent.invariant().id(),
                                absent.invariant().title().en(),
                                absent.reason().en(),
                                absent.reason().cy())));
        return page.append(WRITING.formatted(templates())).toString();
    }

    private static String templates() {
        return Arrays.stream(Template.values())
                .map(template -> "`" + word(template) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String word(Template template) {
        return template.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
