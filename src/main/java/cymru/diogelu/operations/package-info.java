/** Running the service: demonstration mode, the command line, and what happens at start. */
@NullMarked
package cymru.diogelu.operations;

import org.jspecify.annotations.NullMarked;
