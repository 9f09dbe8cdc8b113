package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenOnTests {

    private static final SeenOn PAGE = new SeenOn(UUID.randomUUID(), "as opened");

    @Test
    void aPageHasSeenWhatItWasOpenedWithAndWhatItKept() {
        assertThat(PAGE.missed("as opened", "another")).isFalse();
        assertThat(PAGE.missed("newer", PAGE.name())).isFalse();
    }

    @Test
    void aPageHasNotSeenWhatAnotherKeptSince() {
        assertThat(PAGE.missed("newer", "another")).isTrue();
        assertThat(PAGE.missed("newer", null)).isTrue();
    }

    @Test
    void wordsFromNoPageAreAlwaysKept() {
        assertThat(new SeenOn(null, null).missed("newer", "another")).isFalse();
    }
}
