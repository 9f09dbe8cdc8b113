package cymru.diogelu.designer.pages;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.ScenarioReport;
import cymru.diogelu.designer.ToldStory;
import cymru.diogelu.designer.ToldStory.Walk;
import cymru.diogelu.designer.ToldStory.Went;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.procedures.Way;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells in words and pictures which way a story took, and how many stories go each way. */
@Component
class StoryReading {

    private final ScenarioDrawing drawing;

    StoryReading(ScenarioDrawing drawing) {
        this.drawing = drawing;
    }

    /** The way through one procedure, drawn and told. */
    public record Told(String process, String name, String svg, boolean open, List<Turn> turns) {}

    /** A step on the way, as the record of a case tells one. */
    public record Turn(
            String name,
            boolean way,
            ZonedDateTime entered,
            Optional<ZonedDateTime> left,
            boolean interrupted,
            boolean moved,
            Optional<String> called) {}

    /** The procedures of a story in the order in which it came to them. */
    List<Told> walks(ToldStory story, ScenarioReport report, ModelFiles models, Locale locale) {
        Map<String, Way> ways = report.ways().stream().collect(Collectors.toMap(Way::id, way -> way));
        return story.walks().stream()
                .map(walk -> told(walk, ways, models, locale))
                .toList();
    }

    private Told told(Walk walk, Map<String, Way> ways, ModelFiles models, Locale locale) {
        Language language = Language.of(locale);
        String prefix = walk.process() + "/";
        Set<String> flows = ways.values().stream()
                .filter(way -> way.kind() == Way.Kind.FLOW && way.home().equals(walk.process()))
                .map(way -> way.id().substring(prefix.length()))
                .collect(Collectors.toSet());
        String name = ways.values().stream()
                .filter(way -> way.home().equals(walk.process()))
                .findFirst()
                .map(way -> way.homeName().in(language))
                .orElse(walk.process());
        boolean open = walk.went().stream().anyMatch(went -> went.left() == null);
        return new Told(
                walk.process(),
                name,
                drawing.path(models, walk, name, flows, locale),
                open,
                turns(walk, prefix, ways, flows, language));
    }

    /** Flows are told by the steps that they join. */
    private static List<Turn> turns(
            Walk walk, String prefix, Map<String, Way> ways, Set<String> flows, Language language) {
        List<Turn> turns = new ArrayList<>();
        for (Went went : walk.went()) {
            Way way = ways.get(prefix + went.element());
            if (way != null && way.named() && !flows.contains(went.element())) {
                OffsetDateTime left = went.left();
                turns.add(new Turn(
                        way.name().in(language),
                        false,
                        local(went.at()),
                        left == null ? Optional.empty() : Optional.of(local(left)),
                        went.undone(),
                        false,
                        Optional.empty()));
            }
        }
        return turns;
    }

    private static ZonedDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(ServiceClock.LONDON);
    }

    /** What the procedures are called, by their ids. */
    static Map<String, String> names(List<Way> ways, Language language) {
        return ways.stream()
                .collect(Collectors.toMap(Way::home, way -> way.homeName().in(language), (first, second) -> first));
    }

    /** How much of a procedure or a table the stories go through. */
    public record Covered(String home, String name, boolean table, long tried, long all, long timers, long allTimers) {}

    List<Covered> covered(ScenarioReport report, Language language) {
        Map<String, Integer> stories = report.coverage();
        Map<String, List<Way>> homes = report.ways().stream()
                .collect(Collectors.groupingBy(Way::home, LinkedHashMap::new, Collectors.toList()));
        return homes.entrySet().stream()
                .map(home -> covered(home.getKey(), home.getValue(), stories, language))
                .toList();
    }

    private static Covered covered(String home, List<Way> ways, Map<String, Integer> stories, Language language) {
        List<Way> wanted = ways.stream().filter(way -> way.kind().wantsStory()).toList();
        List<Way> timers =
                ways.stream().filter(way -> way.kind() == Way.Kind.TIMER).toList();
        return new Covered(
                home,
                ways.get(0).homeName().in(language),
                ways.get(0).kind() == Way.Kind.ROW,
                tried(wanted, stories),
                wanted.size(),
                tried(timers, stories),
                timers.size());
    }

    private static long tried(List<Way> ways, Map<String, Integer> stories) {
        return ways.stream().filter(way -> stories.containsKey(way.id())).count();
    }

    /** How many stories go through a way. */
    public record Counted(String id, String kind, String name, int stories) {}

    /** Flows, timers, ends and rows; what is never gone through first. */
    List<Counted> counted(List<Way> ways, ScenarioReport report, Language language) {
        Map<String, Integer> stories = report.coverage();
        return ways.stream()
                .filter(way -> way.kind() != Way.Kind.STEP)
                .map(way -> new Counted(
                        way.id(), way.kind().name(), way.name().in(language), stories.getOrDefault(way.id(), 0)))
                .sorted(java.util.Comparator.comparing((Counted counted) -> counted.stories() > 0)
                        .thenComparing(Counted::kind)
                        .thenComparing(Counted::name))
                .toList();
    }

    /** @return SVG; empty for a table */
    String coverage(String home, List<Way> ways, ScenarioReport report, ModelFiles models, Locale locale) {
        String name = ways.get(0).homeName().in(Language.of(locale));
        return drawing.coverage(models, home, name, ways, report.coverage(), locale);
    }
}
