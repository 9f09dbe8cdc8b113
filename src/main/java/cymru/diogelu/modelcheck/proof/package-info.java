/**
 * Proves the statutory rules on models: explores every state that a case can come to and follows each rule on the way. A
 * person's answers, the passing of limits and the order of what runs side by side are left open; everything else is done
 * as the engine does it.
 */
@NullMarked
package cymru.diogelu.modelcheck.proof;

import org.jspecify.annotations.NullMarked;
