/** Designers' pages. */
@NullMarked
package cymru.diogelu.designer.pages;

import org.jspecify.annotations.NullMarked;
