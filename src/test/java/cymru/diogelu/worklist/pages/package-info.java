@NullMarked
package cymru.diogelu.worklist.pages;

import org.jspecify.annotations.NullMarked;
