package cymru.diogelu.trace.mining;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.trace.mining.OcelDocument.Relation;
import cymru.diogelu.trace.mining.OcelDocument.Thing;
import cymru.diogelu.trace.mining.OcelDocument.Type;
import cymru.diogelu.walk.RandomWalk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/** The event logs of cases walked at random, against the standards and against the record that they were read from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:logs;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.exports.key-file=",
            "diogelu.clock=standing"
        })
class EventLogWalkProcessTests {

    private static final long[] SEEDS = {1, 2, 3, 4};

    /** Each is one event, whatever else a log leaves out. */
    private static final Set<String> ALWAYS = Set.of(
            EntryKind.CASE_OPENED.word(),
            EntryKind.CASE_CLOSED.word(),
            EntryKind.TASK_OFFERED.word(),
            EntryKind.TASK_WITHDRAWN.word(),
            EntryKind.ANSWERS_SUBMITTED.word(),
            EntryKind.PROCEDURE_STARTED.word(),
            EntryKind.PROCEDURE_ENDED.word(),
            EntryKind.DECISION_EVALUATED.word(),
            EntryKind.DEPARTURE_RECORDED.word(),
            EntryKind.DEADLINE_SET.word(),
            EntryKind.DEADLINE_EXTENDED.word(),
            EntryKind.DEADLINE_BREACHED.word(),
            EntryKind.REMINDER_DUE.word());

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Cases cases;

    @Autowired
    private EventLogs logs;

    @Autowired
    private Pseudonyms pseudonyms;

    private final List<Walked> walked = new ArrayList<>();

    private record Walked(SafeguardingCase found, List<Entry> entries) {}

    /** Writes a log of a case. */
    private interface Writing {

        void write(SafeguardingCase found, List<Entry> entries, Naming naming, Locale locale, ByteArrayOutputStream out)
                throws IOException;
    }

    @BeforeAll
    void walk() {
        for (long seed : SEEDS) {
            clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
            String reference = new RandomWalk(procedures, dueWork, clock, seed).walk();
            List<Entry> entries = new ArrayList<>();
            ledger.forEach(reference, entries::add);
            walked.add(new Walked(cases.find(new CaseReference(reference)).orElseThrow(), entries));
        }
    }

    @Test
    void everyLogIsAsTheStandardsAsk() throws IOException {
        for (Walked walk : walked) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("cy"))) {
                assertThat(LogSchemas.faultsOfXes(written(logs::xes, walk, pseudonyms, locale)))
                        .isEmpty();
                assertThat(LogSchemas.faultsOfOcel(written(logs::ocel, walk, Naming.OWN, locale)))
                        .isEmpty();
            }
        }
    }

    @Test
    void everyEntryThatTellsADeedIsOneEventInItsOrder() {
        for (Walked walk : walked) {
            List<OcelDocument.Event> events = ocel(walk, Naming.OWN).events();
            assertThat(events.stream()
                            .filter(event -> ALWAYS.contains(value(event, "kind")))
                            .map(event -> Long.valueOf(value(event, "entry"))))
                    .isEqualTo(walk.entries().stream()
                            .filter(entry -> ALWAYS.contains(entry.kind()))
                            .map(Entry::seq)
                            .toList());
            assertThat(events)
                    .extracting(event -> OffsetDateTime.parse(event.time()).toInstant())
                    .isSorted();
            assertThat(written(logs::xes, walk, Naming.OWN, Locale.ENGLISH).split("<event>", -1))
                    .hasSize(events.size() + 1);
        }
    }

    @Test
    void everyReferenceMeetsAnObjectAndEveryAttributeItsDeclaration() {
        for (Walked walk : walked) {
            OcelDocument log = ocel(walk, Naming.OWN);
            Set<String> objects = log.objects().stream().map(Thing::id).collect(Collectors.toSet());
            assertThat(objects).hasSameSizeAs(log.objects());
            assertThat(log.events()).extracting(OcelDocument.Event::id).doesNotHaveDuplicates();
            log.events()
                    .forEach(event -> assertDeclared(
                            log.eventTypes(),
                            event.type(),
                            event.attributes().stream()
                                    .map(OcelDocument.Value::name)
                                    .toList()));
            log.objects()
                    .forEach(thing -> assertDeclared(
                            log.objectTypes(),
                            thing.type(),
                            thing.attributes().stream()
                                    .map(OcelDocument.TimedValue::name)
                                    .toList()));
            log.events().forEach(event -> assertThat(ids(event.relationships())).isSubsetOf(objects));
            log.objects()
                    .forEach(thing -> assertThat(ids(thing.relationships())).isSubsetOf(objects));
        }
    }

    @Test
    void theWalksMeetEveryKindOfObject() {
        Set<String> met = walked.stream()
                .flatMap(walk -> ocel(walk, Naming.OWN).objects().stream())
                .map(Thing::type)
                .collect(Collectors.toSet());
        assertThat(met).containsExactlyInAnyOrder("case", "child", "report", "discussion", "enquiry", "agency", "task");
    }

    @Test
    void aPseudonymousLogNamesNobodyAndTellsTheSameEvents() {
        for (Walked walk : walked) {
            Walked named = signed(walk, "Sian Ifans");
            for (Writing writing : List.<Writing>of(logs::xes, logs::ocel)) {
                assertThat(written(writing, named, pseudonyms, Locale.ENGLISH))
                        .doesNotContain("Ifans", walk.found().reference().value());
                assertThat(written(writing, named, Naming.OWN, Locale.ENGLISH)).contains("Sian Ifans");
            }
            assertThat(resources(ocel(walk, pseudonyms))).allMatch(user -> user.matches("system|person-[0-9a-f]{16}"));
            assertThat(ocel(walk, pseudonyms).events())
                    .hasSameSizeAs(ocel(walk, Naming.OWN).events());
        }
    }

    @Test
    void onlyALogWithNamesNamesTheChild() {
        Walked walk = walked.get(0);
        String child = texts(Objects.requireNonNull(((Map<?, ?>) ((List<?>) ((Map<?, ?>) Objects.requireNonNull(
                                                walk.entries().get(0).body().get("answers")))
                                        .get("children"))
                                .get(0))
                        .get("fullName")))
                .findFirst()
                .orElseThrow();
        assertThat(named(walk, Naming.OWN)).containsExactly(PlainText.of(child));
        assertThat(named(walk, pseudonyms)).isEmpty();
    }

    private List<String> named(Walked walk, Naming naming) {
        return ocel(walk, naming).objects().stream()
                .filter(thing -> thing.type().equals("child"))
                .flatMap(thing -> thing.attributes().stream())
                .map(OcelDocument.TimedValue::value)
                .toList();
    }

    /** The same record, with everything done by one person. */
    private static Walked signed(Walked walk, String user) {
        return new Walked(
                walk.found(),
                walk.entries().stream()
                        .map(entry -> by(user, entry, entry.body()))
                        .toList());
    }

    @Test
    void noAnswerThatSomebodyWroteLeaves() {
        for (Walked walk : walked) {
            String both = written(logs::xes, walk, pseudonyms, Locale.ENGLISH)
                    + written(logs::ocel, walk, pseudonyms, Locale.ENGLISH);
            Set<String> free = walk.entries().stream()
                    .flatMap(entry -> texts(entry.body().get("answers")))
                    .filter(text -> text.contains(" "))
                    .collect(Collectors.toSet());
            assertThat(free).isNotEmpty();
            free.forEach(text -> assertThat(both).doesNotContain(text));
        }
    }

    @Test
    void aRecordFullOfHostileTextIsStillALog() throws IOException {
        String hostile = "=1+1\u0000\u001B\u202E ]]> <log/> & \" '\n\uFFFE\uD800";
        Walked walk = walked.get(0);
        Walked spoilt = new Walked(
                walk.found(),
                walk.entries().stream().map(entry -> with(entry, hostile)).toList());

        String xes = written(logs::xes, spoilt, Naming.OWN, Locale.ENGLISH);
        assertThat(LogSchemas.faultsOfXes(xes)).isEmpty();
        assertThat(xes).contains("=1+1\uFFFD\uFFFD ]]&gt; &lt;log/&gt; &amp; ").doesNotContain("\u202E");
        assertThat(LogSchemas.faultsOfOcel(written(logs::ocel, spoilt, Naming.OWN, Locale.ENGLISH)))
                .isEmpty();
        assertThat(resources(ocel(spoilt, Naming.OWN))).allMatch(user -> user.startsWith("=1+1\uFFFD\uFFFD ]]>"));
    }

    private static Entry with(Entry entry, String hostile) {
        Map<String, Object> body = new HashMap<>(entry.body());
        Stream.of("form", "decision", "provision", "outcome", "step").forEach(key -> body.replace(key, hostile));
        return by(hostile, entry, body);
    }

    private static Entry by(String user, Entry entry, Map<String, Object> body) {
        return new Entry(
                entry.caseReference(),
                entry.seq(),
                entry.at(),
                new Actor(user, entry.actor().role(), entry.actor().agency()),
                entry.kind(),
                entry.subject(),
                body,
                entry.unreadable(),
                entry.previousHash(),
                entry.hash());
    }

    private static Stream<String> texts(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(EventLogWalkProcessTests::texts);
        }
        return answer instanceof List<?> list
                ? list.stream().flatMap(EventLogWalkProcessTests::texts)
                : Stream.ofNullable(answer instanceof String text ? text : null);
    }

    private static Set<String> resources(OcelDocument log) {
        return log.events().stream().map(event -> value(event, "resource")).collect(Collectors.toSet());
    }

    private static void assertDeclared(List<Type> types, String type, List<String> used) {
        Map<String, Type> byName = types.stream().collect(Collectors.toMap(Type::name, Function.identity()));
        assertThat(byName).containsKey(type);
        assertThat(byName.get(type).attributes())
                .extracting(OcelDocument.Attribute::name)
                .containsAll(used);
    }

    private static List<String> ids(List<Relation> relations) {
        return relations.stream().map(Relation::objectId).toList();
    }

    private static String value(OcelDocument.Event event, String name) {
        return event.attributes().stream()
                .filter(value -> value.name().equals(name))
                .map(OcelDocument.Value::value)
                .findFirst()
                .orElseThrow();
    }

    private OcelDocument ocel(Walked walk, Naming naming) {
        return JsonMapper.shared().readValue(written(logs::ocel, walk, naming, Locale.ENGLISH), OcelDocument.class);
    }

    private static String written(Writing writing, Walked walk, Naming naming, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.write(walk.found(), walk.entries(), naming, locale, out);
        } catch (IOException memoryIsAlwaysThere) {
            throw new UncheckedIOException(memoryIsAlwaysThere);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
