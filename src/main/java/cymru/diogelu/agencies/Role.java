package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;

/**
 * Who acts, such as {@code front-door}.
 *
 * @param outside whether this is a body that is told things and never completes a task here
 */
public record Role(String key, Bilingual name, Place place, boolean outside) {}
