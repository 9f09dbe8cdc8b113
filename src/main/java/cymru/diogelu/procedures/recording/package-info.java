/** Listeners that write what the engine does into the ledger as it happens. */
@NullMarked
package cymru.diogelu.procedures.recording;

import org.jspecify.annotations.NullMarked;
