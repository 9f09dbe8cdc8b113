/** Element templates for Camunda Modeler, which fill in what every task, deadline and escalation of ours must say. */
@NullMarked
package cymru.diogelu.modelcheck.templates;

import org.jspecify.annotations.NullMarked;
