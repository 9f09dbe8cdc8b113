/** Camunda Form files: read, put into the reader's language, and judge the answers. See docs/forms-judge.md. */
@NullMarked
package cymru.diogelu.forms;

import org.jspecify.annotations.NullMarked;
