/** What a set of models does, written out for people: which provision stands where, who does what, and every limit. */
@NullMarked
package cymru.diogelu.modelcheck.documentation;

import org.jspecify.annotations.NullMarked;
