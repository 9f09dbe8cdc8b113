/** Cymraeg and English as equals: text that exists in both, and which of the two a reader asked for. */
@NullMarked
package cymru.diogelu.language;

import org.jspecify.annotations.NullMarked;
