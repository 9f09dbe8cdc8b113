/** A real browser for tests. */
@NullMarked
package cymru.diogelu.browser;

import org.jspecify.annotations.NullMarked;
