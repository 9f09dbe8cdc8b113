/**
 * The register of provisions: what the procedures ask for, by when, of whom, and where that is written;
 * and the statutory rules that a case, and any set of models, has to keep.
 */
@NullMarked
package cymru.diogelu.statute;

import org.jspecify.annotations.NullMarked;
