/** Kills the running program under load and looks whether anything acknowledged was lost; run on demand. */
@NullMarked
package cymru.diogelu.kill;

import org.jspecify.annotations.NullMarked;
