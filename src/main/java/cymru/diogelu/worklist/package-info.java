/** What practitioners call: raise a concern, take a task, submit it. */
@NullMarked
package cymru.diogelu.worklist;

import org.jspecify.annotations.NullMarked;
