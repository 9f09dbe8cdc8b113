/** What workflow designers use: for now the scenario book, run by the real engine on a clock of its own. */
@NullMarked
package cymru.diogelu.designer;

import org.jspecify.annotations.NullMarked;
