package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Entry;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A case that is to leave as an event log.
 *
 * @param reference its name or its pseudonym, and so are those of the cases linked with it
 * @param child the name of the child; absent in a pseudonymous log
 * @param entries the whole record, with names or pseudonyms of the people in it
 */
record TracedCase(
        String reference,
        String authority,
        List<String> linked,
        @Nullable String child,
        List<Entry> entries,
        List<MinedEvent> events,
        Locale locale) {}
