package cymru.diogelu.procedures;

/** What an entry of a case's ledger tells. The words are part of the record's format: add, never rename. */
public enum EntryKind {
    CASE_OPENED("case-opened"),
    CASE_CLOSED("case-closed"),
    CASE_MOVED("case-moved"),
    ANSWERS_SUBMITTED("answers-submitted"),
    TASK_OFFERED("task-offered"),
    TASK_CLAIMED("task-claimed"),
    TASK_RELEASED("task-released"),
    TASK_ASSIGNED("task-assigned"),
    TASK_WITHDRAWN("task-withdrawn"),
    PROCEDURE_STARTED("procedure-started"),
    PROCEDURE_ENDED("procedure-ended"),
    ELEMENT_ENTERED("element-entered"),
    ELEMENT_LEFT("element-left"),
    ELEMENT_PASSED("element-passed"),
    FLOW_TAKEN("flow-taken"),
    DECISION_EVALUATED("decision-evaluated"),
    DEPARTURE_RECORDED("departure-recorded"),
    DEADLINE_SET("deadline-set"),
    DEADLINE_EXTENDED("deadline-extended"),
    DEADLINE_BREACHED("deadline-breached"),
    DEADLINE_LIFTED("deadline-lifted"),
    REMINDER_DUE("reminder-due");

    private final String word;

    EntryKind(String word) {
        this.word = word;
    }

    /** The word that stands in the ledger. */
    public String word() {
        return word;
    }
}
