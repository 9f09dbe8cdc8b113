/** What people have typed and not yet handed in, kept for pages and programs alike. */
@NullMarked
package cymru.diogelu.worklist.drafts;

import org.jspecify.annotations.NullMarked;
