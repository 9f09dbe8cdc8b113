@NullMarked
package cymru.diogelu;

import org.jspecify.annotations.NullMarked;
