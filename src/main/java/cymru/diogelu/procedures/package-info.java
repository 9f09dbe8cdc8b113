/** The only door to the process engine: deploy, open, submit, claim, escalate, extend, and record. */
@NullMarked
package cymru.diogelu.procedures;

import org.jspecify.annotations.NullMarked;
