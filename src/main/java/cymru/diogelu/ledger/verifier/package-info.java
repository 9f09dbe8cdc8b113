/**
 * The verifier of bundles: one source file that runs by itself and so knows nothing of the rest, not even the marks for
 * nulls.
 */
package cymru.diogelu.ledger.verifier;
