package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Actor;

/** A signed-in person as the ledger names them. */
final class Actors {

    private Actors() {}

    static Actor of(Viewer viewer) {
        return new Actor(viewer.user(), viewer.role(), viewer.agency());
    }
}
