package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class HeaderTests {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123Z");
    private static final ChainName CASE = new ChainName("case", ChainKind.CASE);
    private static final byte[] GENESIS = new byte[Header.HASH_BYTES];

    /** The worked example of docs/ledger-format.md, computed there without this program. */
    @Test
    void hashesTheDocumentedExampleAsDocumented() {
        Header header = new Header(
                new ChainName("DGL-2026-000001", ChainKind.CASE),
                1,
                Instant.parse("2026-11-02T09:30:00.123Z"),
                new Actor("front-door.W06000015", "front-door", "W06000015"),
                "submission",
                new Subject("section-130-report", 3, "userTask_takeReport", null),
                null);
        byte[] body = "{\"answers\":{\"reportMode\":\"phone\"}}".getBytes(StandardCharsets.UTF_8);
        assertThat(header.canonical())
                .isEqualTo("{\"actor\":{\"agency\":\"W06000015\",\"role\":\"front-door\","
                        + "\"user\":\"front-door.W06000015\"},\"at\":\"2026-11-02T09:30:00.123Z\",\"bodyKey\":null,"
                        + "\"case\":\"DGL-2026-000001\",\"chain\":\"case\",\"format\":1,\"kind\":\"submission\","
                        + "\"seq\":1,\"subject\":{\"element\":\"userTask_takeReport\","
                        + "\"process\":\"section-130-report\",\"task\":null,\"version\":3}}");
        assertThat(HexFormat.of().formatHex(header.hash(GENESIS, body)))
                .isEqualTo("5a4aff606efb2ea25a4e10eeb0d7a13ec8cfb6b3754ac0f1128391f9535356f4");
    }

    @Property(seed = "20261102")
    void twoHeadersHaveTheSameHashOnlyWhenTheyAreTheSame(
            @ForAll("headers") Header one, @ForAll("headers") Header other) {
        boolean sameHash = Arrays.equals(one.hash(GENESIS, GENESIS), other.hash(GENESIS, GENESIS));
        assertThat(sameHash).isEqualTo(one.equals(other));
    }

    @Property(seed = "20261102")
    void writesWhatTheGeneralWriterWrites(@ForAll("headers") Header header) {
        String written = header.canonical();
        assertThat(CanonicalJson.write(JsonMapper.shared().readValue(written, HashMap.class)))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource
    void everyFieldIsCovered(Header changed) {
        assertThat(changed.hash(GENESIS, GENESIS)).isNotEqualTo(plain().hash(GENESIS, GENESIS));
    }

    static List<Header> everyFieldIsCovered() {
        Header h = plain();
        Actor a = h.actor();
        Subject s = h.subject();
        return List.of(
                new Header(new ChainName("case 2", ChainKind.CASE), h.seq(), h.at(), a, h.kind(), s, null),
                new Header(new ChainName("case", ChainKind.ACCESS), h.seq(), h.at(), a, h.kind(), s, null),
                new Header(h.chain(), 2, h.at(), a, h.kind(), s, null),
                new Header(h.chain(), h.seq(), h.at().plusMillis(1), a, h.kind(), s, null),
                with(new Actor("x", a.role(), a.agency())),
                with(new Actor(a.user(), "x", a.agency())),
                with(new Actor(a.user(), a.role(), "x")),
                new Header(h.chain(), h.seq(), h.at(), a, "x", s, null),
                with(new Subject("x", 1, null, null)),
                with(new Subject(null, 2, null, null)),
                with(new Subject(null, 1, "x", null)),
                with(new Subject(null, 1, null, "x")),
                new Header(h.chain(), h.seq(), h.at(), a, h.kind(), s, 0));
    }

    @Property(seed = "20261102")
    void anotherBodyOrPredecessorHasAnotherHash(
            @ForAll @Size(max = 40) byte[] body, @ForAll @IntRange(max = 31) int position) {
        byte[] previous = new byte[Header.HASH_BYTES];
        previous[position] = 1;
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        byte[] hash = plain().hash(GENESIS, body);
        assertThat(plain().hash(previous, body)).isNotEqualTo(hash);
        assertThat(plain().hash(GENESIS, longer)).isNotEqualTo(hash);
    }

    private static Header plain() {
        return new Header(CASE, 1, AT, new Actor("u", "r", "a"), "kind", new Subject(null, 1, null, null), null);
    }

    private static Header with(Actor actor) {
        return new Header(CASE, 1, AT, actor, "kind", new Subject(null, 1, null, null), null);
    }

    private static Header with(Subject subject) {
        return new Header(CASE, 1, AT, new Actor("u", "r", "a"), "kind", subject, null);
    }

    /** Few values for each field, so that many pairs differ in one field or in none. */
    @Provide
    Arbitrary<Header> headers() {
        Arbitrary<String> texts = Arbitraries.of("a", "b", "\"", "ŷ");
        Arbitrary<Actor> actors = Combinators.combine(texts, texts, texts).as(Actor::new);
        Arbitrary<Subject> subjects = Combinators.combine(
                        texts.injectNull(0.5), Arbitraries.of(0, 1), texts.injectNull(0.5), texts.injectNull(0.5))
                .as(Subject::new);
        Arbitrary<Instant> instants = Arbitraries.of(AT, AT.plusMillis(1));
        Arbitrary<ChainName> chains =
                Combinators.combine(texts, Arbitraries.of(ChainKind.class)).as(ChainName::new);
        return Combinators.combine(chains, Arbitraries.longs().between(1, 2), instants, actors, texts, subjects)
                .as((chain, seq, at, actor, kind, subject) -> new Header(chain, seq, at, actor, kind, subject, null));
    }
}
