package cymru.diogelu.trace.statistics;

import java.time.Instant;
import java.util.List;

/**
 * How far the cases that were opened in a scope came, from the concern to the register.
 *
 * @param stages in the order of the way
 * @param otherWays how many cases took a way that leads elsewhere; they may come back to this one
 */
public record Funnel(Instant asOf, List<Stage> stages, List<Stage> otherWays) {

    /**
     * One milestone.
     *
     * @param cases how many came to it at least once
     * @param furthest how many of the way's stages ended or stand here, having come to none behind it
     * @param sincePrevious from the first time at the milestone before to the first time here, of those that came to
     *     both in this order
     */
    public record Stage(Milestone milestone, int cases, int furthest, Spread sincePrevious) {}
}
