package cymru.diogelu.access;

import cymru.diogelu.cases.SafeguardingCase;

/**
 * A case that was opened for somebody who may see it. Only {@link CaseAccess} gives one out, and writes into the case's
 * access chain that it did: whoever is handed one need ask nothing more.
 */
public final class OpenedCase {

    private final Viewer viewer;
    private final SafeguardingCase found;

    OpenedCase(Viewer viewer, SafeguardingCase found) {
        this.viewer = viewer;
        this.found = found;
    }

    /** Who opened it. */
    public Viewer viewer() {
        return viewer;
    }

    public SafeguardingCase found() {
        return found;
    }

    public String reference() {
        return found.reference().value();
    }
}
