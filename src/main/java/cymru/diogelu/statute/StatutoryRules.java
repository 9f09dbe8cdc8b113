package cymru.diogelu.statute;

import java.util.List;

/**
 * The statutory rules of the register, as data: proved on models before they are deployed and checked on every case
 * afterwards. Safe to share between threads.
 */
public final class StatutoryRules {

    private final List<StatutoryRule> rules;
    private final List<NotOnRecord> notOnRecord;

    StatutoryRules(List<StatutoryRule> rules, List<NotOnRecord> notOnRecord) {
        this.rules = List.copyOf(rules);
        this.notOnRecord = List.copyOf(notOnRecord);
    }

    /**
     * The rules that come with this program, for use without Spring.
     *
     * @throws BrokenRegister when their data does not hold together
     */
    public static StatutoryRules load(Provisions provisions) {
        return new RuleRegister("classpath:statute/rules", provisions).rules();
    }

    /** In the order of the ids of what they come from. */
    public List<StatutoryRule> all() {
        return rules;
    }

    /** The invariants that no rule can speak of, each with the reason. */
    public List<NotOnRecord> notOnRecord() {
        return notOnRecord;
    }

    /** How every rule stands in a case, in the order of the rules. */
    public List<RuleFinding> judge(CaseHistory history) {
        RuleJudge judge = new RuleJudge(history);
        return rules.stream().map(judge::judge).toList();
    }
}
