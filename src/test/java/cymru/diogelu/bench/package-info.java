/** Measurements that are run on demand and never by the build; their figures stand in docs/figures. */
@NullMarked
package cymru.diogelu.bench;

import org.jspecify.annotations.NullMarked;
