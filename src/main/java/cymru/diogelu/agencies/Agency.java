package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;

/**
 * A police force, health board, safeguarding board or advocacy provider.
 *
 * @param slug the English name in kebab-case: in full for police and advocacy ({@code south-wales-police}), without
 *     "University Health Board" or "Regional Safeguarding Board" and the like for boards ({@code cardiff-and-vale});
 *     it is unique among agencies of its kind only
 */
public record Agency(String slug, Bilingual name) {}
