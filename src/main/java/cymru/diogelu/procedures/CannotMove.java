package cymru.diogelu.procedures;

import java.util.List;

/** A case could not be moved, and nothing of it was. */
public final class CannotMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Obstacle> obstacles;

    CannotMove(List<Obstacle> obstacles) {
        super("the case cannot go on under these models: " + obstacles);
        this.obstacles = List.copyOf(obstacles);
    }

    public List<Obstacle> obstacles() {
        return obstacles;
    }
}
