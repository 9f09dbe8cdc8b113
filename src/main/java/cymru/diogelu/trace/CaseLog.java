package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.trace.mining.EventLogs;
import cymru.diogelu.trace.mining.Naming;
import cymru.diogelu.trace.mining.Pseudonyms;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A case that was opened, as an event log for process mining. */
@Component
class CaseLog {

    private final CaseTrace trace;
    private final EventLogs logs;
    private final Pseudonyms pseudonyms;

    CaseLog(CaseTrace trace, EventLogs logs, Pseudonyms pseudonyms) {
        this.trace = trace;
        this.logs = logs;
        this.pseudonyms = pseudonyms;
    }

    /** Pseudonyms, unless names were asked for and granted. */
    Naming naming(boolean names) {
        return names ? Naming.OWN : pseudonyms;
    }

    void xes(OpenedCase opened, Naming naming, Locale locale, OutputStream out) throws IOException {
        logs.xes(opened.found(), trace.record(opened).entries(), naming, locale, out);
    }

    void ocel(OpenedCase opened, Naming naming, Locale locale, OutputStream out) throws IOException {
        logs.ocel(opened.found(), trace.record(opened).entries(), naming, locale, out);
    }
}
