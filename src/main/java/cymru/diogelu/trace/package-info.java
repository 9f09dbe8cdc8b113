/** What auditors call: the record of a case, read from the ledger only. */
@NullMarked
package cymru.diogelu.trace;

import org.jspecify.annotations.NullMarked;
