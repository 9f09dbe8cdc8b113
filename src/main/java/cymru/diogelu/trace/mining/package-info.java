/** The record of a case as event logs that process-mining tools read: XES and OCEL. */
@NullMarked
package cymru.diogelu.trace.mining;

import org.jspecify.annotations.NullMarked;
