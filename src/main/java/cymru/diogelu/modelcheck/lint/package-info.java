/** The rules of modelling: each a class with its id, its weight and its sentence. None knows another. */
@NullMarked
package cymru.diogelu.modelcheck.lint;

import org.jspecify.annotations.NullMarked;
