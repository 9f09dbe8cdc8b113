/** The auditors' pages: a case's record, each entry with its proof, and who looked. */
@NullMarked
package cymru.diogelu.trace.pages;

import org.jspecify.annotations.NullMarked;
