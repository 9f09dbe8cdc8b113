/** The append-only, hash-chained record of every case. Knows nothing of BPMN. */
@NullMarked
package cymru.diogelu.ledger;

import org.jspecify.annotations.NullMarked;
