/** What all records together show: statutory dates kept and missed, the way from report to conference, measures. */
@NullMarked
package cymru.diogelu.trace.statistics;

import org.jspecify.annotations.NullMarked;
