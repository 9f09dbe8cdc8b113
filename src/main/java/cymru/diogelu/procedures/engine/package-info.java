/** The process engine as we run it: configured in one place and locked down, so that a model is never code. */
@NullMarked
package cymru.diogelu.procedures.engine;

import org.jspecify.annotations.NullMarked;
