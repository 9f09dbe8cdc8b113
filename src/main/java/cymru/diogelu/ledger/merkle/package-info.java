/** The Merkle tree of RFC 6962 over stored tiles: roots and proofs, without a database or a clock. */
@NullMarked
package cymru.diogelu.ledger.merkle;

import org.jspecify.annotations.NullMarked;
