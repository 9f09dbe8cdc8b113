package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.util.Map;

/**
 * What a rule has against an answer, before it is put into words.
 *
 * @param variant distinguishes the wording within one code, for example by the kind of answer; may be empty
 * @param details what the sentence mentions by name, such as the limit
 */
record Complaint(String code, String variant, Map<String, String> details) {

    static Complaint of(String code) {
        return new Complaint(code, "", Map.of());
    }

    static Complaint of(String code, String variant) {
        return new Complaint(code, variant, Map.of());
    }

    /** @param own what the sentence mentions, in both languages */
    static Complaint own(String code, Bilingual own) {
        return new Complaint(code, "", Map.of("en", own.en(), "cy", own.cy()));
    }

    static Complaint limit(String code, String limit) {
        return new Complaint(code, "", Map.of("limit", limit));
    }
}
