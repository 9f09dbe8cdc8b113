/** The child, the concern and the links between cases, in our own tables. Knows nothing of the engine. */
@NullMarked
package cymru.diogelu.cases;

import org.jspecify.annotations.NullMarked;
