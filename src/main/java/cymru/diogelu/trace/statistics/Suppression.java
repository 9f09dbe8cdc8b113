package cymru.diogelu.trace.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps small numbers out of a table with totals: 1 to 4 are never shown, and so many others are withheld that no number
 * that is not shown can have one value only. The rows and columns of such a table are the nodes of a network and its
 * numbers flows in it, so a number has a second value exactly when a circle of others can take up its change. Where it
 * has none, the circle that withholds the least is opened.
 */
final class Suppression {

    private static final int SMALL = 5;

    /** A total is withheld last. */
    private static final long TOTAL = 1_000_000_000L;

    private final int[][] table;
    private final boolean totalRow;
    private final Mark[][] marks;
    private final List<List<Turn>> turns = new ArrayList<>();

    private Suppression(int[][] table, boolean totalRow) {
        this.table = table;
        this.totalRow = totalRow;
        this.marks = new Mark[table.length][table[0].length];
    }

    /**
     * @param table whose last column holds the totals of its rows
     * @param totalRow whether the last row holds the totals of the columns
     */
    static Mark[][] of(int[][] table, boolean totalRow) {
        Suppression suppression = new Suppression(table, totalRow);
        suppression.run();
        return suppression.marks;
    }

    /** The marks of numbers that make up a whole, and last that of the whole. */
    static Mark[] ofParts(int[] parts) {
        int[] row = Arrays.copyOf(parts, parts.length + 1);
        row[parts.length] = Arrays.stream(parts).sum();
        return of(new int[][] {row}, false)[0];
    }

    /** The marks where nothing is kept back. */
    static Mark[] nothing(int numbers) {
        Mark[] marks = new Mark[numbers];
        Arrays.fill(marks, Mark.SHOWN);
        return marks;
    }

    /** A number of the table as an arc from one node to another. */
    private record Arc(int row, int column, int from, int to) {}

    /** A way along an arc: with it the number grows, against it it shrinks. */
    private record Turn(Arc arc, boolean grows) {

        int end() {
            return grows ? arc.to() : arc.from();
        }
    }

    private record Reach(int node, long cost) {}

    private void run() {
        for (int node = 0; node < table.length + table[0].length; node++) {
            turns.add(new ArrayList<>());
        }
        List<Arc> arcs = arcs();
        for (Arc arc : arcs) {
            marks[arc.row()][arc.column()] = small(arc) ? Mark.FEWER_THAN_5 : Mark.SHOWN;
            turns.get(arc.from()).add(new Turn(arc, true));
            turns.get(arc.to()).add(new Turn(arc, false));
        }
        // What was withheld for another number lies on a circle itself, and a circle is never closed again.
        for (Arc arc : arcs) {
            if (small(arc) && !hide(arc)) {
                withholdAll(arcs);
                return;
            }
        }
    }

    /** Whether the number could be hidden. */
    private boolean hide(Arc arc) {
        Optional<List<Turn>> growing = circle(new Turn(arc, true));
        Optional<List<Turn>> shrinking = circle(new Turn(arc, false));
        if (growing.isEmpty() && shrinking.isEmpty()) {
            return false;
        }
        boolean first = shrinking.isEmpty() || growing.isPresent() && cost(growing.get()) <= cost(shrinking.get());
        for (Turn turn : first ? growing.get() : shrinking.get()) {
            if (mark(turn.arc()) == Mark.SHOWN) {
                marks[turn.arc().row()][turn.arc().column()] = Mark.WITHHELD;
            }
        }
        return true;
    }

    /** The turns that take up the change of a number and withhold the least. */
    private Optional<List<Turn>> circle(Turn change) {
        if (cost(change) != 0) {
            return Optional.empty();
        }
        int end = change.grows() ? change.arc().from() : change.arc().to();
        long[] costs = new long[turns.size()];
        Arrays.fill(costs, Long.MAX_VALUE);
        @Nullable Turn[] cameBy = new Turn[turns.size()];
        PriorityQueue<Reach> open = new PriorityQueue<>((one, other) -> Long.compare(one.cost(), other.cost()));
        costs[change.end()] = 0;
        open.add(new Reach(change.end(), 0));
        while (!open.isEmpty()) {
            Reach reach = open.remove();
            for (Turn turn : turns.get(reach.node())) {
                long cost = cost(turn);
                boolean goes = cost >= 0 && !turn.arc().equals(change.arc());
                if (goes && reach.cost() + cost < costs[turn.end()]) {
                    costs[turn.end()] = reach.cost() + cost;
                    cameBy[turn.end()] = turn;
                    open.add(new Reach(turn.end(), reach.cost() + cost));
                }
            }
        }
        return costs[end] == Long.MAX_VALUE ? Optional.empty() : Optional.of(way(cameBy, change.end(), end));
    }

    private static List<Turn> way(@Nullable Turn[] cameBy, int begin, int end) {
        Deque<Turn> way = new ArrayDeque<>();
        int node = end;
        while (node != begin) {
            Turn turn = cameBy[node];
            if (turn == null) {
                throw new IllegalStateException("a way that was found has no gaps");
            }
            way.push(turn);
            node = turn.grows() ? turn.arc().from() : turn.arc().to();
        }
        return List.copyOf(way);
    }

    private long cost(List<Turn> circle) {
        return circle.stream().mapToLong(this::cost).sum();
    }

    /** What it costs to let a number change; negative when it cannot, as far as readers know the bounds. */
    private long cost(Turn turn) {
        int value = table[turn.arc().row()][turn.arc().column()];
        boolean able =
                switch (mark(turn.arc())) {
                    case FEWER_THAN_5 -> turn.grows() ? value < SMALL - 1 : value > 1;
                    case WITHHELD -> turn.grows() || value > SMALL;
                    case SHOWN -> turn.grows() ? value >= SMALL : value > SMALL;
                };
        if (!able) {
            return -1;
        }
        return mark(turn.arc()) == Mark.SHOWN ? value + (total(turn.arc()) ? TOTAL : 0) : 0;
    }

    /** Then any multiple of the whole table is as likely as the table, and no number is called small. */
    private void withholdAll(List<Arc> arcs) {
        arcs.stream()
                .filter(arc -> table[arc.row()][arc.column()] > 0)
                .forEach(arc -> marks[arc.row()][arc.column()] = Mark.WITHHELD);
    }

    private List<Arc> arcs() {
        List<Arc> arcs = new ArrayList<>();
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[0].length; column++) {
                arcs.add(arc(row, column));
            }
        }
        return arcs;
    }

    /** From rows to columns, from those to the row of totals, from there to the column of totals and to the rows. */
    private Arc arc(int row, int column) {
        boolean down = totalRow && row == table.length - 1;
        boolean across = column == table[0].length - 1;
        return down == across
                ? new Arc(row, column, row, columnNode(column))
                : new Arc(row, column, columnNode(column), row);
    }

    /** Where columns have no totals, nothing holds their numbers together: they lead outside. */
    private int columnNode(int column) {
        return table.length + (totalRow ? column : 0);
    }

    private boolean total(Arc arc) {
        return arc.column() == table[0].length - 1 || (totalRow && arc.row() == table.length - 1);
    }

    private boolean small(Arc arc) {
        int value = table[arc.row()][arc.column()];
        return value > 0 && value < SMALL;
    }

    private Mark mark(Arc arc) {
        return marks[arc.row()][arc.column()];
    }
}
