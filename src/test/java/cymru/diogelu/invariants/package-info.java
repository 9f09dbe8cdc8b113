/**
 * Proofs that the models and forms keep the invariants of the statute register, whatever a designer changes: read from the
 * files alone, without engine, database or web. Every check comes with bent models that it must refuse.
 */
@NullMarked
package cymru.diogelu.invariants;

import org.jspecify.annotations.NullMarked;
