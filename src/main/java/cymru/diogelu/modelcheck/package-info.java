/** Checks, proves, compares and writes out sets of models: BPMN, DMN and forms. Needs no engine, database or web. */
@NullMarked
package cymru.diogelu.modelcheck;

import org.jspecify.annotations.NullMarked;
