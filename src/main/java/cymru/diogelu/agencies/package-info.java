/** The Welsh authorities, the agencies that serve them, and the group of people a role means at a place. */
@NullMarked
package cymru.diogelu.agencies;

import org.jspecify.annotations.NullMarked;
