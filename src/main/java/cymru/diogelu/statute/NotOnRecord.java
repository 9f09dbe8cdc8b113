package cymru.diogelu.statute;

import cymru.diogelu.language.Bilingual;

/** An invariant that the record of a case cannot show, and why, so that none is absent without a word. */
public record NotOnRecord(Provision invariant, Bilingual reason) {}
