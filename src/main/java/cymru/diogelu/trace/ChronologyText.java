package cymru.diogelu.trace;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.Procedures;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in one plain sentence what an entry of the record tells. */
@Component
class ChronologyText {

    private final Procedures procedures;
    private final Agencies agencies;
    private final MessageSource messages;

    ChronologyText(Procedures procedures, Agencies agencies, MessageSource messages) {
        this.procedures = procedures;
        this.agencies = agencies;
        this.messages = messages;
    }

    String of(Entry entry, Locale locale) {
        Map<String, Object> body = entry.body();
        Object[] parts = {
            name(entry.subject(), Language.of(locale)),
            group(body, Language.of(locale)),
            body.getOrDefault("provision", ""),
            body.getOrDefault("due", body.getOrDefault("newDue", "")),
            body.getOrDefault("rules", "")
        };
        return messages.getMessage("chronology." + entry.kind(), parts, locale);
    }

    private String name(Subject subject, Language language) {
        String process = subject.process();
        return process == null || subject.version() == 0
                ? ""
                : procedures
                        .nameOf(process, subject.version(), subject.element())
                        .in(language);
    }

    private String group(Map<String, Object> body, Language language) {
        return body.get("group") instanceof String group ? agencies.describe(Group.parse(group), language) : "";
    }
}
