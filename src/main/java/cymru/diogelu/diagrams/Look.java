package cymru.diogelu.diagrams;

import org.jspecify.annotations.Nullable;

/** How a form is filled and surrounded. */
record Look(String fill, String stroke, double width, @Nullable String dash) {

    static final String NONE = "none";

    static Look filled(String colour) {
        return new Look(colour, NONE, 0, null);
    }

    static Look line(String colour, double width) {
        return new Look(NONE, colour, width, null);
    }

    Look dashed(@Nullable String pattern) {
        return new Look(fill, stroke, width, pattern);
    }

    Look wide(double wider) {
        return new Look(fill, stroke, wider, dash);
    }

    Look unfilled() {
        return new Look(NONE, stroke, width, dash);
    }
}
