package cymru.diogelu.designer.pages;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.Obstacle;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in plain sentences what a move does to a case, or what is in its way. */
@Component
class MoveWords {

    private static final String DATE = "EEEE d MMMM uuuu, HH:mm";

    private final WalkedModels models;
    private final Agencies agencies;
    private final Provisions provisions;
    private final MessageSource messages;

    MoveWords(WalkedModels models, Agencies agencies, Provisions provisions, MessageSource messages) {
        this.models = models;
        this.agencies = agencies;
        this.provisions = provisions;
        this.messages = messages;
    }

    /**
     * One case.
     *
     * @param places where it goes on, in words
     * @param changes what becomes of its tasks and dates
     * @param obstacles why it cannot be moved; none when it can
     */
    record Told(
            String reference, boolean possible, List<String> places, List<String> changes, List<String> obstacles) {}

    Told of(MovedCase moved, Language language) {
        List<String> changes = new ArrayList<>();
        moved.offers()
                .forEach(offer -> changes.add(say(
                        "models.move.offer",
                        language,
                        name(moved, offer.process(), offer.element(), language),
                        agencies.describe(Group.parse(offer.from()), language),
                        agencies.describe(Group.parse(offer.to()), language))));
        moved.dates().forEach(date -> changes.add(date(moved, date, language)));
        return new Told(
                moved.reference(),
                moved.possible(),
                moved.places().stream()
                        .filter(place -> !place.calling())
                        .map(place -> name(place.process(), place.fromVersion(), place.from(), language))
                        .distinct()
                        .toList(),
                changes,
                moved.obstacles().stream()
                        .map(obstacle -> obstacle(obstacle, language))
                        .toList());
    }

    private String date(MovedCase moved, MovedCase.Due date, Language language) {
        String step = name(moved, date.process(), date.element(), language);
        String limit = provisions
                .find(date.provision())
                .map(Provision::title)
                .map(title -> title.in(language) + " (" + date.provision() + ")")
                .orElse(date.provision());
        return date.after() == null
                ? say("models.move.lifted", language, step, limit)
                : say("models.move.due", language, step, limit, written(date.after(), language));
    }

    private static String written(Instant at, Language language) {
        return DateTimeFormatter.ofPattern(DATE, language.locale()).format(at.atZone(ServiceClock.LONDON));
    }

    private String obstacle(Obstacle obstacle, Language language) {
        return say(
                "models.obstacle." + obstacle.reason(),
                language,
                name(obstacle.process(), obstacle.version(), obstacle.element(), language));
    }

    private String name(MovedCase moved, String process, String element, Language language) {
        int version = moved.places().stream()
                .filter(place -> place.process().equals(process))
                .mapToInt(MovedCase.Place::fromVersion)
                .findFirst()
                .orElseThrow();
        return name(process, version, element, language);
    }

    /** By the models under which the case goes now; the id where these have no word for it. */
    private String name(String process, int version, String element, Language language) {
        return models.name(process, version, element, null)
                .map(name -> name.in(language))
                .orElse(element);
    }

    private String say(String key, Language language, Object... parts) {
        return messages.getMessage(key, parts, language.locale());
    }
}
