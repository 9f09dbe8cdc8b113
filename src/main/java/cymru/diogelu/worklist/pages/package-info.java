/** The pages of the people who do the work: they render without JavaScript and post whole forms. */
@NullMarked
package cymru.diogelu.worklist.pages;

import org.jspecify.annotations.NullMarked;
