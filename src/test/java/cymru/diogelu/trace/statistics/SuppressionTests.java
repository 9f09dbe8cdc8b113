package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuppressionTests {

    private static final int MOST = 12;

    @Test
    void aTableWithoutSmallNumbersIsShownWhole() {
        assertThat(Suppression.of(new int[][] {{6, 0, 6}, {7, 9, 16}, {13, 9, 22}}, true))
                .isEqualTo(new Mark[][] {
                    {Mark.SHOWN, Mark.SHOWN, Mark.SHOWN},
                    {Mark.SHOWN, Mark.SHOWN, Mark.SHOWN},
                    {Mark.SHOWN, Mark.SHOWN, Mark.SHOWN}
                });
    }

    @Test
    void whatASmallNumberCouldBeWorkedOutFromIsWithheld() {
        Mark[][] marks = Suppression.of(new int[][] {{6, 2, 8}, {7, 9, 16}, {13, 11, 24}}, true);

        assertThat(marks[0][1]).isEqualTo(Mark.FEWER_THAN_5);
        assertThat(marks[0][0]).isEqualTo(Mark.WITHHELD);
        assertThat(marks[1]).containsExactly(Mark.WITHHELD, Mark.WITHHELD, Mark.SHOWN);
        assertThat(marks[2]).containsOnly(Mark.SHOWN);
    }

    /** Two small numbers that make two together are one each, whoever is told that they are small. */
    @Test
    void smallNumbersThatTheirBoundsGiveAwayNeedMoreWithheld() {
        assertThat(Suppression.of(new int[][] {{1, 1, 8, 10}}, false)[0])
                .containsExactly(Mark.FEWER_THAN_5, Mark.FEWER_THAN_5, Mark.WITHHELD, Mark.SHOWN);
    }

    @Test
    void whereNothingElseHelpsNoNumberIsShownAndNoneIsCalledSmall() {
        assertThat(Suppression.of(new int[][] {{1, 1, 1, 1, 4}}, false)[0]).containsOnly(Mark.WITHHELD);
    }

    @Property(tries = 400)
    void noNumberOfAPublishedTableIsDetermined(
            @ForAll @IntRange(min = 1, max = 2) int rows,
            @ForAll("fourNumbers") int[] numbers,
            @ForAll boolean totals) {
        int[][] table = table(rows, numbers, totals);

        Mark[][] marks = Suppression.of(table, totals);

        assertThat(smallAreHidden(table, marks)).isTrue();
        assertThat(new Attack(table, marks, totals).determined()).isEmpty();
    }

    @Property(tries = 150)
    void noNumberOfAWiderPublishedTableIsDetermined(@ForAll("sixNumbers") int[] numbers, @ForAll boolean totals) {
        int[][] table = table(2, numbers, totals);

        assertThat(new Attack(table, Suppression.of(table, totals), totals).determined())
                .isEmpty();
    }

    @Provide
    Arbitrary<int[]> fourNumbers() {
        return Arbitraries.integers().between(0, 7).array(int[].class).ofSize(4);
    }

    @Provide
    Arbitrary<int[]> sixNumbers() {
        return Arbitraries.integers().between(0, 6).array(int[].class).ofSize(6);
    }

    private static boolean smallAreHidden(int[][] table, Mark[][] marks) {
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                int number = table[row][column];
                if (number > 0 && number < 5 && marks[row][column] == Mark.SHOWN) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[][] table(int rows, int[] numbers, boolean totals) {
        int columns = numbers.length / rows;
        int[][] table = new int[rows + (totals ? 1 : 0)][columns + 1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int number = numbers[row * columns + column];
                table[row][column] = number;
                table[row][columns] += number;
                if (totals) {
                    table[rows][column] += number;
                    table[rows][columns] += number;
                }
            }
        }
        return table;
    }

    /** Tries every table that looks like the published one, and sees which numbers are the same in all of them. */
    private static final class Attack {

        private final int[][] table;
        private final Mark[][] marks;
        private final int rows;
        private final int columns;
        private final int[][] guess;
        private final boolean anythingMayBeSmall;
        private final long[][] seen;

        Attack(int[][] table, Mark[][] marks, boolean totals) {
            this.table = table;
            this.marks = marks;
            this.rows = table.length - (totals ? 1 : 0);
            this.columns = table[0].length - 1;
            this.guess = new int[table.length][columns + 1];
            this.seen = new long[table.length][columns + 1];
            this.anythingMayBeSmall = !contains(Mark.FEWER_THAN_5);
        }

        Set<String> determined() {
            guess(0);
            Set<String> once = new HashSet<>();
            for (int row = 0; row < table.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    if (known(row, column)) {
                        once.add(row + "," + column + "=" + table[row][column]);
                    }
                }
            }
            return once;
        }

        private boolean known(int row, int column) {
            return marks[row][column] != Mark.SHOWN && Long.bitCount(seen[row][column]) < 2;
        }

        private boolean nothingKnown() {
            for (int row = 0; row < table.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    if (known(row, column)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void guess(int place) {
            if (place == rows * columns) {
                fillTotals();
                if (fits()) {
                    remember();
                }
                return;
            }
            int row = place / columns;
            int column = place % columns;
            if (table[row][column] == 0) {
                guess[row][column] = 0;
                guess(place + 1);
                return;
            }
            int from = marks[row][column] == Mark.SHOWN ? table[row][column] : least(row, column);
            int to =
                    switch (marks[row][column]) {
                        case SHOWN -> table[row][column];
                        case FEWER_THAN_5 -> 4;
                        case WITHHELD -> MOST;
                    };
            for (int number = from; number <= to && !nothingKnown(); number++) {
                guess[row][column] = number;
                guess(place + 1);
            }
        }

        private int least(int row, int column) {
            return marks[row][column] == Mark.WITHHELD && !anythingMayBeSmall ? 5 : 1;
        }

        private void fillTotals() {
            for (int row = 0; row < rows; row++) {
                guess[row][columns] = 0;
                for (int column = 0; column < columns; column++) {
                    guess[row][columns] += guess[row][column];
                }
            }
            if (table.length > rows) {
                for (int column = 0; column <= columns; column++) {
                    guess[rows][column] = 0;
                    for (int row = 0; row < rows; row++) {
                        guess[rows][column] += guess[row][column];
                    }
                }
            }
        }

        private boolean fits() {
            for (int row = 0; row < table.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    if (!fits(row, column)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean fits(int row, int column) {
            int number = guess[row][column];
            return switch (marks[row][column]) {
                case SHOWN -> number == table[row][column];
                case FEWER_THAN_5 -> number >= 1 && number <= 4;
                case WITHHELD -> number >= least(row, column);
            };
        }

        private void remember() {
            for (int row = 0; row < table.length; row++) {
                for (int column = 0; column <= columns; column++) {
                    seen[row][column] |= 1L << Math.min(guess[row][column], 63);
                }
            }
        }

        private boolean contains(Mark wanted) {
            for (Mark[] row : marks) {
                for (Mark mark : row) {
                    if (mark == wanted) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
