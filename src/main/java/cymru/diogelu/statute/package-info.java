/** The register of provisions: what the procedures ask for, by when, of whom, and where that is written. */
@NullMarked
package cymru.diogelu.statute;

import org.jspecify.annotations.NullMarked;
