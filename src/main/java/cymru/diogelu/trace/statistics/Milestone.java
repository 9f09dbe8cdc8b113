package cymru.diogelu.trace.statistics;

import static cymru.diogelu.procedures.EntryKind.ANSWERS_SUBMITTED;
import static cymru.diogelu.procedures.EntryKind.CASE_OPENED;
import static cymru.diogelu.procedures.EntryKind.ELEMENT_ENTERED;
import static cymru.diogelu.procedures.EntryKind.ELEMENT_PASSED;
import static cymru.diogelu.procedures.EntryKind.FLOW_TAKEN;
import static cymru.diogelu.procedures.EntryKind.PROCEDURE_STARTED;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case can come to on its way, each with the element of the models that shows it and the place in the procedures
 * where it is asked for. All stand in the readable part of entries, so that they count when a body cannot be read.
 */
public enum Milestone {
    CONCERN("S001", false, List.of(CASE_OPENED), "safeguarding-case"),
    REPORT("SSWWA s.130", false, List.of(ANSWERS_SUBMITTED), "section-130-report", "userTask_makeReport"),
    DECISION("WSP c3pt1-p4", false, List.of(ANSWERS_SUBMITTED), "section-130-report", "userTask_decide"),
    STRATEGY_DISCUSSION(
            "WSP c3pt1-p8",
            false,
            List.of(ANSWERS_SUBMITTED),
            "strategy-discussion",
            "userTask_holdDiscussion",
            "userTask_holdDiscussionToday"),
    ENQUIRY("CA89 s.47", false, List.of(PROCEDURE_STARTED), "section-47-enquiry"),
    /** Held, and not postponed by its chair. */
    CONFERENCE(
            "WSP c3pt2-p4",
            false,
            List.of(FLOW_TAKEN),
            "initial-child-protection-conference",
            "flow_goesAhead_recordConferenceDecision"),
    REGISTRATION(
            "WSP c3pt2-p11",
            false,
            List.of(ANSWERS_SUBMITTED),
            "initial-child-protection-conference",
            "userTask_agreeOutlinePlan"),
    NO_REPORT_DUE("WSP c2-p3", true, List.of(ANSWERS_SUBMITTED), "report-or-support", "userTask_recordReasons"),
    NOT_AT_RISK("S001", true, List.of(ELEMENT_ENTERED, ELEMENT_PASSED), "section-130-report", "endEvent_notAtRisk"),
    PREVENTATIVE_REFERRAL("S001", true, List.of(ANSWERS_SUBMITTED), "preventative-referral", "userTask_sendReferral"),
    ADVICE("S001", true, List.of(PROCEDURE_STARTED), "information-advice-assistance");

    private final String source;
    private final boolean otherWay;
    private final List<String> kinds;
    private final String process;
    private final List<String> elements;

    Milestone(String source, boolean otherWay, List<EntryKind> kinds, String process, String... elements) {
        this.source = source;
        this.otherWay = otherWay;
        this.kinds = kinds.stream().map(EntryKind::word).toList();
        this.process = process;
        this.elements = List.of(elements);
    }

    /** Those that lead from concern to registration, in their order. */
    public static List<Milestone> onTheWay() {
        return Stream.of(values()).filter(each -> !each.otherWay).toList();
    }

    /** Those that lead elsewhere. */
    public static List<Milestone> otherWays() {
        return Stream.of(values()).filter(each -> each.otherWay).toList();
    }

    /** Where the procedures ask for it, by the tags of the sources that the register of provisions uses too. */
    public String source() {
        return source;
    }

    String process() {
        return process;
    }

    /** Elements of the process; none where its beginning is meant. */
    List<String> elements() {
        return elements;
    }

    boolean reachedBy(Entry entry) {
        return kinds.contains(entry.kind())
                && process.equals(entry.subject().process())
                && (elements.isEmpty() || has(entry.subject().element()));
    }

    private boolean has(@Nullable String element) {
        return element != null && elements.contains(element);
    }
}
