/** How the engine moves a run of a procedure to another version of it. */
@NullMarked
package cymru.diogelu.procedures.migration;

import org.jspecify.annotations.NullMarked;
