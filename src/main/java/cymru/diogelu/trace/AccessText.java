package cymru.diogelu.trace;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in one plain sentence who looked at what of a case. */
@Component
class AccessText {

    private final Agencies agencies;
    private final MessageSource messages;

    AccessText(Agencies agencies, MessageSource messages) {
        this.agencies = agencies;
        this.messages = messages;
    }

    String of(Entry look, Locale locale) {
        Object[] who = {
            agencies.member(look.actor().user(), Language.of(locale)),
            look.body().getOrDefault("format", "")
        };
        String unknown = messages.getMessage("look.unknown", who, locale);
        String what = String.valueOf(look.body().getOrDefault("what", ""));
        String names = "true".equals(look.body().get("names")) ? ".names" : "";
        return String.valueOf(messages.getMessage("look." + look.kind() + "." + what + names, who, unknown, locale));
    }
}
