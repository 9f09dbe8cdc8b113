package cymru.diogelu.procedures.migration;

import cymru.diogelu.procedures.Obstacle;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.util.StringUtils;

/** What the engine says against a move, in our words. */
final class Obstacles {

    private Obstacles() {}

    /** The new steps that were named in the place of old ones cannot stand there. */
    static List<Obstacle> of(MigrationPlanValidationException refused, Versions versions) {
        return refused.getValidationReport().getInstructionReports().stream()
                .map(report -> obstacle(
                        versions, report.getMigrationInstruction().getSourceActivityId(), Obstacle.Reason.OTHER_KIND))
                .distinct()
                .toList();
    }

    static List<Obstacle> of(MigratingProcessInstanceValidationException refused, Versions versions) {
        MigratingProcessInstanceValidationReport report = refused.getValidationReport();
        Stream<String> places = Stream.concat(
                report.getActivityInstanceReports().stream().map(activity -> activity.getSourceScopeId()),
                report.getTransitionInstanceReports().stream().map(transition -> transition.getSourceScopeId()));
        List<Obstacle> obstacles = places.map(place -> obstacle(versions, place, reason(versions, place)))
                .distinct()
                .toList();
        return obstacles.isEmpty()
                ? List.of(obstacle(versions, versions.source().getKey(), Obstacle.Reason.NOT_POSSIBLE))
                : obstacles;
    }

    private static Obstacle.Reason reason(Versions versions, String place) {
        String step = StringUtils.delete(place, Versions.REPETITION);
        if (step.equals(versions.source().getKey())) {
            return Obstacle.Reason.NOT_POSSIBLE;
        }
        return versions.keeps(step) ? Obstacle.Reason.OTHER_KIND : Obstacle.Reason.STEP_GONE;
    }

    private static Obstacle obstacle(Versions versions, String place, Obstacle.Reason reason) {
        return new Obstacle(
                versions.source().getKey(),
                versions.source().getVersion(),
                StringUtils.delete(place, Versions.REPETITION),
                reason);
    }
}
