package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import java.time.ZonedDateTime;
import java.util.List;

/** What counting a limit gives, before it is tied to a provision. */
record DueDate(
        ZonedDateTime countsFrom,
        Bilingual beginning,
        ZonedDateTime due,
        List<SkippedDay> skipped,
        List<Bilingual> notes,
        List<Bilingual> warnings) {}
