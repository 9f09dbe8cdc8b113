package cymru.diogelu.diagrams;

import cymru.diogelu.diagrams.StepMark.State;

/** The colours and signs of the pages; text stands out from its ground by 4.5 to 1 and lines from theirs by 3 to 1 (WCAG 2.2, AA). */
final class Palette {

    static final String INK = "#0b0c0c";
    static final String PAPER = "#ffffff";
    static final String WALKED = "#0b4f4a";
    static final String RARE = "#6f777b";

    /** A line and the ground that it surrounds. */
    record Pair(String line, String ground) {}

    private Palette() {}

    static Pair of(State state) {
        return switch (state) {
            case AHEAD -> new Pair(INK, PAPER);
            case WALKED -> new Pair(WALKED, "#dbe1e0");
            case OPEN -> new Pair("#1d70b8", "#d2e2f1");
            case OVERDUE -> new Pair("#942514", "#fcd6c3");
            case INTERRUPTED -> new Pair("#505a5f", "#eeefef");
            case ADDED -> new Pair("#005a30", "#cce2d8");
            case REMOVED -> new Pair("#942514", "#fcd6c3");
            case CHANGED -> new Pair("#4c2c92", "#dbd5e9");
            case MOVED -> new Pair("#4d3a00", "#fff1a8");
        };
    }

    /** What says without colour how an element stands, before the words of its badge; empty where its form says it. */
    static String sign(State state) {
        return switch (state) {
            case OVERDUE -> "!";
            case ADDED -> "+";
            case REMOVED -> "−";
            case CHANGED -> "≠";
            case MOVED -> "↔";
            case AHEAD, WALKED, OPEN, INTERRUPTED -> "";
        };
    }

    /** From the colour of what is rarely taken to that of what is walked, by weight 0 to 1. */
    static String shade(double weight) {
        int from = Integer.parseInt(RARE.substring(1), 16);
        int to = Integer.parseInt(WALKED.substring(1), 16);
        int shade = 0;
        for (int bits = 16; bits >= 0; bits -= 8) {
            int low = from >> bits & 0xff;
            int high = to >> bits & 0xff;
            shade |= (int) Math.round(low + (high - low) * weight) << bits;
        }
        return "#%06x".formatted(shade);
    }
}
