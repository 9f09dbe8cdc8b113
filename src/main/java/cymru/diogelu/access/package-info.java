/** Who is asking, and what they may see and do. */
@NullMarked
package cymru.diogelu.access;

import org.jspecify.annotations.NullMarked;
