/** Random walks through the real procedures, for tests: answers made from the forms themselves, seeded and repeatable. */
@NullMarked
package cymru.diogelu.walk;

import org.jspecify.annotations.NullMarked;
