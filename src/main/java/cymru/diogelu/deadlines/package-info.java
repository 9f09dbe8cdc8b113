/** The one clock and the one calendar: from a provision and a start to a due date that can explain itself. */
@NullMarked
package cymru.diogelu.deadlines;

import org.jspecify.annotations.NullMarked;
