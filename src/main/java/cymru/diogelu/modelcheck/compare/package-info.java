/** Says in sentences what differs between two sets of models. */
@NullMarked
package cymru.diogelu.modelcheck.compare;

import org.jspecify.annotations.NullMarked;
