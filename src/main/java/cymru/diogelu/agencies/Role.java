package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;
import java.util.Set;

/**
 * Who acts, such as {@code front-door}.
 *
 * @param leads keys of the roles at the same place whose work they see and give out
 * @param casework whether these people of social services read what every agency has recorded in a case of their authority
 * @param outside whether this is a body that is told things and never completes a task here
 */
public record Role(String key, Bilingual name, Place place, Set<String> leads, boolean casework, boolean outside) {}
