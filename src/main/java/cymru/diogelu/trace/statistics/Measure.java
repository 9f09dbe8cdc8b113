package cymru.diogelu.trace.statistics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the Welsh performance framework asks about children at risk, as far as the sources that were read tell, and what
 * of it the record of cases can give. No codes but those that stand in the sources.
 */
public enum Measure {
    CONTACTS(Milestone.CONCERN, null, null, "S001"),
    REPORTS(Milestone.REPORT, null, null, "SSWWA s.130"),
    /** Of first decisions, those made in one working day. */
    DECISIONS(Milestone.DECISION, "DL-03", "userTask_decide", "WSP c3pt1-p4"),
    STRATEGY_DISCUSSIONS(Milestone.STRATEGY_DISCUSSION, null, null, "WSP c3pt1-p8"),
    ENQUIRIES(Milestone.ENQUIRY, null, null, "CA89 s.47"),
    /** Of initial conferences, those held within 15 working days of the last strategy discussion or meeting. */
    CONFERENCES(Milestone.CONFERENCE, "DL-10", "userTask_openConference", "WSP c3pt2-p4; CON"),
    /** Of assessments of care and support needs, those done within 42 working days of the referral. */
    ASSESSMENTS(null, "DL-12", "userTask_assessNeeds", "STW PM24"),
    REGISTRATIONS(Milestone.REGISTRATION, null, null, "WSP c3pt2-p11"),
    /** No procedure of today holds review conferences. */
    FIRST_REVIEWS(null, "DL-18", null, "WSP c3pt2-p13; CIT"),
    LATER_REVIEWS(null, "DL-19", null, "WSP c3pt2-p13; CIT"),
    CORE_GROUPS(null, "DL-15", null, "WSP c3pt2-p13, c4-p4"),
    VISITS(null, "DL-16", null, "WSP c4-p7; SWQ"),
    /** A name leaves the register by a review conference only. */
    DEREGISTRATIONS(null, null, null, "INV-33");

    private final @Nullable Milestone milestone;
    private final @Nullable String provision;
    private final @Nullable String element;
    private final String source;

    Measure(@Nullable Milestone milestone, @Nullable String provision, @Nullable String element, String source) {
        this.milestone = milestone;
        this.provision = provision;
        this.element = element;
        this.source = source;
    }

    /** Whether the record of cases can give it; where not, the procedures that would are not modelled yet. */
    public boolean onRecord() {
        return milestone != null || element != null;
    }

    /** The limit that it is about; null where only a number is asked for. */
    public @Nullable String provision() {
        return provision;
    }

    public String source() {
        return source;
    }

    /** Its name in addresses and messages, such as {@code first-reviews}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable
    Milestone milestone() {
        return milestone;
    }

    /** The step whose date the limit sets. */
    @Nullable
    String element() {
        return element;
    }
}
