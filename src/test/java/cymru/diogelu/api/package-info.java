/** Calling the service over HTTP as its callers do, for tests. */
@NullMarked
package cymru.diogelu.api;

import org.jspecify.annotations.NullMarked;
