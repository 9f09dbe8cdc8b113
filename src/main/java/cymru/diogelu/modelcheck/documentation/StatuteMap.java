package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.statute.Provision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** For each provision of the register, what it asks and which parts of the models carry it. */
final class StatuteMap implements Document {

    @Override
    public String name() {
        return "statute-map";
    }

    @Override
    public void write(Speech speech, Page page) {
        Carriers carriers = new Carriers(speech);
        Collection<Provision> all = speech.provisions().all();
        String uncarried = all.stream()
                .map(Provision::id)
                .filter(provision -> carriers.of(provision).isEmpty())
                .map(provision -> speech.link(name(), provision))
                .collect(Collectors.joining(", "));
        page.paragraph(speech.say("map.about"));
        page.paragraph(
                uncarried.isEmpty()
                        ? speech.say("map.all", all.size())
                        : speech.say("map.uncarried", all.size(), uncarried));
        all.forEach(provision -> provision(provision, carriers, speech, page));
    }

    private static void provision(Provision provision, Carriers carriers, Speech speech, Page page) {
        page.heading(3, provision.id());
        page.paragraph("**%s.** %s"
                .formatted(
                        Page.plain(provision.title().in(speech.language())),
                        Page.plain(provision.duty().in(speech.language()))));
        page.list(asked(provision, speech));
        List<String> parts = new ArrayList<>();
        carriers.of(provision.id())
                .forEach((folder, carrying) -> parts.add(
                        "**%s**\n  - %s".formatted(speech.procedure(folder), String.join("\n  - ", carrying))));
        page.paragraph(speech.say(parts.isEmpty() ? "map.none" : "map.carried"));
        page.list(parts);
    }

    private static List<String> asked(Provision provision, Speech speech) {
        List<String> asked = new ArrayList<>();
        speech.limit(provision.id()).ifPresent(limit -> asked.add(speech.say("item.limit", limit)));
        Optional.ofNullable(provision.responsible())
                .ifPresent(role -> asked.add(speech.say("item.responsible", speech.role(role))));
        asked.add(Sources.of(provision, speech));
        return asked;
    }
}
