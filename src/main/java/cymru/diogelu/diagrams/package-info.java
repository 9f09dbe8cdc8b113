/** Draws a BPMN model as SVG with what a case did in it; needs no engine, no database and no page around it. */
@NullMarked
package cymru.diogelu.diagrams;

import org.jspecify.annotations.NullMarked;
