package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.walk.CaseRecord.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The statutory rules that the record of an ended case must show, each under the id of its provision. */
final class LedgerInvariants {

    private static final Set<String> ALWAYS_DISCUSSED =
            Set.of("careAndSupportPlan", "cpRegister", "lookedAfter", "secureEstate");

    private static final Map<String, Predicate<CaseRecord>> RULES = new LinkedHashMap<>();

    static {
        RULES.put("INV-01 999 is offered before anything else when a child is in danger", LedgerInvariants::inv01);
        RULES.put("INV-07 a report by telephone is confirmed in writing", LedgerInvariants::inv07);
        RULES.put("INV-09 every report ends in a recorded decision", LedgerInvariants::inv09);
        RULES.put("INV-10 not at risk has a rationale", LedgerInvariants::inv10);
        RULES.put("INV-11 section 47 is considered on every report", LedgerInvariants::inv11);
        RULES.put("INV-12 a possible crime is discussed with the police", LedgerInvariants::inv12);
        RULES.put("INV-17 an enquiry starts by a strategy decision or by an order", LedgerInvariants::inv17);
        RULES.put("INV-19 a looked-after child's report is discussed", LedgerInvariants::inv19);
        RULES.put("INV-20 youth justice and resident children when a child harms", LedgerInvariants::inv20);
        RULES.put("INV-21 social services and police decide together", LedgerInvariants::inv21);
        RULES.put("INV-22 a strategy decision has reasons", LedgerInvariants::inv22);
        RULES.put("INV-23 a strategy meeting ends in actions or in a rationale", LedgerInvariants::inv23);
        RULES.put("INV-24 other issues are asked about at a strategy meeting", LedgerInvariants::inv24);
        RULES.put("INV-25 more time is somebody's recorded decision", LedgerInvariants::inv25);
        RULES.put("INV-26 an enquiry has a qualified lead", LedgerInvariants::inv26);
        RULES.put("INV-27 the child is seen and heard, or the reason why not", LedgerInvariants::inv27);
        RULES.put("INV-28 refused access leads to a legal decision", LedgerInvariants::inv28);
        RULES.put("INV-29 one determination stands; D1 ratified, D3 convenes", LedgerInvariants::inv29);
        RULES.put("INV-31 decision 2 comes with category, plan and dates", LedgerInvariants::inv31);
        RULES.put("INV-32 only the chair postpones, with interim safety", LedgerInvariants::inv32);
        RULES.put("INV-35 advocacy result or reason before the conference", LedgerInvariants::inv35);
        RULES.put("INV-41 grooming is reported to CEOP and the platform", LedgerInvariants::inv41);
        RULES.put("record: answers come from the group that was asked", LedgerInvariants::answeredByTheAsked);
        RULES.put("record: every limit says why its date is what it is", LedgerInvariants::explained);
    }

    private LedgerInvariants() {}

    /** The rules that this record does not keep. */
    static List<String> broken(List<Entry> entries) {
        CaseRecord record = new CaseRecord(entries);
        List<String> broken = new ArrayList<>();
        RULES.forEach((rule, kept) -> {
            if (!kept.test(record)) {
                broken.add(rule);
            }
        });
        return broken;
    }

    static int count() {
        return RULES.size();
    }

    private static boolean inv01(CaseRecord record) {
        boolean danger = "yes".equals(record.concern().get("immediateDanger"));
        return !danger
                || record.of(EntryKind.TASK_OFFERED)
                        .findFirst()
                        .filter(first ->
                                "immediate-danger".equals(first.subject().process()))
                        .isPresent();
    }

    private static boolean inv07(CaseRecord record) {
        return record.answered("report-child-at-risk").stream().noneMatch(report -> report.says("reportMode", "phone"))
                || offered(record, "written-confirmation", "userTask_confirmReport");
    }

    private static boolean inv09(CaseRecord record) {
        return record.ended("section-130-report").stream()
                .map(CaseRecord::run)
                .filter(run -> !record.answered("report-child-at-risk", run).isEmpty())
                .allMatch(run -> !record.answered("initial-decision", run).isEmpty());
    }

    private static boolean inv10(CaseRecord record) {
        return record.answered("initial-decision").stream()
                .filter(decision -> decision.says("decision", "notAtRisk"))
                .allMatch(decision -> decision.writes("rationale"));
    }

    private static boolean inv11(CaseRecord record) {
        return record.answered("initial-decision").stream()
                .allMatch(decision -> decision.says("s47Considered", true) && decision.writes("s47Reason"));
    }

    private static boolean inv12(CaseRecord record) {
        return record.answered("report-screening").stream()
                .filter(screening -> screening.says("possibleCrime", "yes"))
                .allMatch(screening ->
                        !record.answered("police-discussion", screening.run()).isEmpty());
    }

    private static boolean inv17(CaseRecord record) {
        return record.started("section-47-enquiry").stream().allMatch(start -> record.submissions().stream()
                .filter(submission -> submission.before(start))
                .anyMatch(LedgerInvariants::startsEnquiry));
    }

    private static boolean startsEnquiry(Submission submission) {
        return String.valueOf(submission.answers().get("discussionDecision")).startsWith("s47")
                || Set.of("startSingle", "startJoint", "continue")
                        .contains(String.valueOf(submission.answers().get("meetingS47")))
                || Set.of("policeProtection", "epo")
                        .contains(String.valueOf(submission.answers().get("protectionOrder")));
    }

    private static boolean inv19(CaseRecord record) {
        boolean always = record.answered("initial-checks").stream()
                .anyMatch(checks -> ALWAYS_DISCUSSED.stream().anyMatch(status -> checks.holds("legalStatus", status)));
        return !always || !record.started("strategy-discussion").isEmpty();
    }

    private static boolean inv20(CaseRecord record) {
        return record.answered("strategy-arrangements").stream()
                .filter(arrangements -> arrangements.says("hsbByChild", "yes"))
                .flatMap(arrangements -> record.answered("strategy-discussion-record", arrangements.run()).stream())
                .allMatch(held -> held.says("youthJusticeTookPart", true)
                        && held.says("otherResidentChildrenDiscussed", true)
                        && held.writes("otherResidentChildrenAccount"));
    }

    private static boolean inv21(CaseRecord record) {
        return record.answered("strategy-discussion-record").stream()
                .allMatch(held ->
                        held.holds("decidingAgencies", "socialServices") && held.holds("decidingAgencies", "police"));
    }

    private static boolean inv22(CaseRecord record) {
        return Stream.of("strategy-discussion-record", "hold-strategy-meeting")
                .flatMap(form -> record.answered(form).stream())
                .allMatch(held -> held.writes("reasons"));
    }

    private static boolean inv23(CaseRecord record) {
        return record.ended("strategy-meeting").stream().map(CaseRecord::run).allMatch(run -> {
            List<Submission> actions = record.answered("agree-meeting-actions", run);
            List<Submission> reasons = record.answered("record-why-no-plan", run);
            return actions.size() + reasons.size() == 1
                    && actions.stream().allMatch(LedgerInvariants::ownedAndDated)
                    && reasons.stream()
                            .allMatch(no -> no.writes("noPlanRationale") && no.says("preventativeConsidered", true));
        });
    }

    private static boolean ownedAndDated(Submission actions) {
        return actions.answers().get("actions") instanceof List<?> rows
                && !rows.isEmpty()
                && rows.stream()
                        .map(row -> (Map<?, ?>) row)
                        .allMatch(row -> row.get("what") != null && row.get("owner") != null && row.get("due") != null);
    }

    private static boolean inv24(CaseRecord record) {
        return record.answered("hold-strategy-meeting").stream().allMatch(held -> held.writes("otherIssues"));
    }

    private static boolean inv25(CaseRecord record) {
        return record.of(EntryKind.DEADLINE_EXTENDED).allMatch(extension -> record.answered("decide-more-time").stream()
                .filter(decision -> decision.before(extension))
                .anyMatch(decision -> decision.says("moreTime", "granted") && decision.writes("reasons")));
    }

    private static boolean inv26(CaseRecord record) {
        return record.answered("appoint-enquiry-lead").stream().allMatch(lead -> lead.says("qualified", true));
    }

    private static boolean inv27(CaseRecord record) {
        return record.answered("see-child").stream()
                .allMatch(seen -> seen.says("childSeen", "yes")
                        ? seen.writes("wishesAndFeelings")
                        : seen.writes("reasonNotSeen", "whatIsDoneToSeeChild"));
    }

    private static boolean inv28(CaseRecord record) {
        return record.answered("see-child").stream()
                .filter(seen -> seen.says("accessRefused", "yes"))
                .allMatch(seen -> record.answered("decide-legal-route", seen.run()).stream()
                        .anyMatch(route -> seen.before(route.entry())));
    }

    private static boolean inv29(CaseRecord record) {
        return record.ended("section-47-enquiry").stream().allMatch(end -> {
            String run = CaseRecord.run(end);
            List<Submission> made = record.answered("determine-enquiry-outcome", run);
            List<Submission> ratifications = record.answered("ratify-determination", run);
            long sentBack = ratifications.stream()
                    .filter(answer -> answer.says("ratified", "no"))
                    .count();
            return made.size() == 1 + sentBack + thoughtAgain(record, run)
                    && stands(record, made.get(made.size() - 1), ratifications);
        });
    }

    /** How often the table gave a determination back because its grounds did not carry it. */
    private static long thoughtAgain(CaseRecord record, String run) {
        return record.of(EntryKind.FLOW_TAKEN)
                .filter(flow -> "flow_whatFollows_determinationDue"
                                .equals(flow.subject().element())
                        && run.equals(CaseRecord.run(flow)))
                .count();
    }

    private static boolean stands(CaseRecord record, Submission last, List<Submission> ratifications) {
        if (last.says("determination", "D1")) {
            return ratifications.stream()
                    .anyMatch(answer -> last.before(answer.entry()) && answer.says("ratified", "yes"));
        }
        return !last.says("determination", "D3")
                || record.started("initial-child-protection-conference").stream()
                        .anyMatch(last::before);
    }

    private static boolean inv31(CaseRecord record) {
        return record.answered("record-conference-decision").stream()
                .filter(decision -> decision.says("decision", "2") && decision.says("continuingRisk", "yes"))
                .allMatch(decision -> record.answered("agree-outline-plan", decision.run()).stream()
                        .anyMatch(plan -> plan.writes("categories", "coordinator", "coreGroupDate", "reviewDate")));
    }

    private static boolean inv32(CaseRecord record) {
        return record.answered("open-conference").stream()
                .filter(opening -> opening.says("conferenceStart", "postponed"))
                .allMatch(opening -> opening.entry().actor().role().equals("conference-chair")
                        && opening.writes("reasonPostponed", "interimSafety", "newDate"));
    }

    private static boolean inv35(CaseRecord record) {
        return record.answered("open-conference").stream()
                .filter(opening -> opening.says("conferenceStart", "goesAhead"))
                .allMatch(opening -> opening.writes("reasonNoAdvocacyResult")
                        || record.answered("make-advocacy-offer").stream()
                                .anyMatch(offer -> offer.before(opening.entry())));
    }

    private static boolean inv41(CaseRecord record) {
        boolean grooming =
                record.concern().get("concernTypes") instanceof List<?> types && types.contains("onlineGrooming");
        return !grooming
                || (told(record, "ceop")
                        && told(record, "platform")
                        && !record.answered("other-victims").isEmpty());
    }

    private static boolean told(CaseRecord record, String body) {
        return record.of(EntryKind.DECISION_EVALUATED)
                .filter(decision -> "external-bodies".equals(decision.body().get("decision")))
                .anyMatch(decision ->
                        String.valueOf(decision.body().get("outputs")).contains("=" + body));
    }

    private static boolean answeredByTheAsked(CaseRecord record) {
        return record.submissions().stream()
                .allMatch(submission -> Objects.equals(
                        record.offer(submission).body().get("group"),
                        submission.entry().actor().role() + "."
                                + submission.entry().actor().agency()));
    }

    private static boolean explained(CaseRecord record) {
        return record.of(EntryKind.DEADLINE_SET)
                .allMatch(limit -> limit.body().get("explanation") instanceof Map<?, ?> why
                        && String.valueOf(why.get("provision"))
                                .equals(limit.body().get("provision")));
    }

    private static boolean offered(CaseRecord record, String form, String element) {
        return !record.answered(form).isEmpty()
                || record.of(EntryKind.TASK_OFFERED)
                        .anyMatch(offer -> element.equals(offer.subject().element()));
    }
}
