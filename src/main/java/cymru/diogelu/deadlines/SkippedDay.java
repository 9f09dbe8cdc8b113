package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import java.time.LocalDate;

/** A day that a limit in working days does not count, and why. */
public record SkippedDay(LocalDate date, Bilingual reason) {}
