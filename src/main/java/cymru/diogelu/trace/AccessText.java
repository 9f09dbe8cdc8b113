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

    /** Without what was searched for, which may be a name. */
    String of(Entry look, Locale locale) {
        return told(look, "", locale);
    }

    /** With what was searched for. */
    String whole(Entry look, Locale locale) {
        return told(look, word(look, "sought"), locale);
    }

    private String told(Entry look, String sought, Locale locale) {
        Object[] parts = {
            agencies.member(look.actor().user(), Language.of(locale)),
            word(look, "format"),
            sought,
            word(look, "entry"),
            profile(look, locale),
            word(look, "number")
        };
        String unknown = messages.getMessage("look.unknown", parts, locale);
        String variant = (sought.isEmpty() ? "" : ".sought") + ("true".equals(word(look, "names")) ? ".names" : "");
        String key = "look." + look.kind() + "." + word(look, "what");
        return String.valueOf(messages.getMessage(key + variant, parts, unknown, locale));
    }

    private String profile(Entry look, Locale locale) {
        return String.valueOf(messages.getMessage("look.profile." + word(look, "profile"), null, "", locale));
    }

    private static String word(Entry look, String name) {
        return String.valueOf(look.body().getOrDefault(name, ""));
    }
}
