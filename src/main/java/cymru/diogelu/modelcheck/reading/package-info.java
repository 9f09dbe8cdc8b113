/** Reads models as what they are handed in as: untrusted text, of which nothing is run or fetched. */
@NullMarked
package cymru.diogelu.modelcheck.reading;

import org.jspecify.annotations.NullMarked;
