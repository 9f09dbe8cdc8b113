/** The models and forms as deployed: names, forms and limits of each version. */
@NullMarked
package cymru.diogelu.procedures.models;

import org.jspecify.annotations.NullMarked;
