package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.LocalLimit;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Reminder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** For each limit of the register, how long, from when, who is told, and which timers of the models keep it. */
final class EveryLimit implements Document {

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public void write(Speech speech, Page page) {
        page.paragraph(speech.say("limits.about"));
        List<String> head = List.of(
                speech.say("column.provision"),
                speech.say("column.what"),
                speech.say("column.length"),
                speech.say("column.from"),
                speech.say("column.responsible"));
        List<List<String>> rows = new ArrayList<>();
        List<Provision> limits = new ArrayList<>();
        for (Provision provision : speech.provisions().all()) {
            Optional.ofNullable(provision.limit()).ifPresent(limit -> {
                limits.add(provision);
                rows.add(row(provision, limit, speech));
            });
        }
        page.table(head, rows);
        limits.forEach(provision -> provision(provision, speech, page));
    }

    private static List<String> row(Provision provision, Limit limit, Speech speech) {
        return List.of(
                speech.link("limits", provision.id()),
                Page.plain(provision.title().in(speech.language())),
                speech.length(limit),
                speech.clock(limit.startsAt()),
                responsible(provision, speech));
    }

    private static void provision(Provision provision, Speech speech, Page page) {
        page.heading(3, provision.id());
        page.paragraph("**%s.** %s"
                .formatted(
                        Page.plain(provision.title().in(speech.language())),
                        Page.plain(provision.duty().in(speech.language()))));
        List<String> items = new ArrayList<>();
        Optional.ofNullable(provision.limit()).ifPresent(limit -> {
            items.add(speech.say("item.length", speech.length(limit), speech.clock(limit.startsAt())));
            locals(provision, speech).forEach(items::add);
        });
        items.add(speech.say("item.responsible", responsible(provision, speech)));
        items.add(speech.say("item.reminders", reminders(provision, speech)));
        items.add(speech.say("item.escalation", roles(provision.escalation(), speech)));
        items.add(Optional.ofNullable(provision.extendableBy())
                .map(role -> speech.say("item.more", speech.role(role)))
                .orElseGet(() -> speech.say("item.noMore")));
        items.add(Sources.of(provision, speech));
        page.list(items);
        List<String> timers = timers(provision, speech);
        page.paragraph(speech.say(timers.isEmpty() ? "limits.noTimer" : "limits.timers"))
                .list(timers);
    }

    private static List<String> locals(Provision provision, Speech speech) {
        if (!provision.overridable()) {
            return List.of(speech.say("item.fixed"));
        }
        List<String> own = speech.provisions().localLimits().stream()
                .filter(local -> local.provision().equals(provision.id()))
                .map(local -> local(local, speech))
                .toList();
        return own.isEmpty() ? List.of(speech.say("item.overridable")) : own;
    }

    private static String local(LocalLimit local, Speech speech) {
        String authority = speech.agencies()
                .findAuthority(local.authority())
                .map(found -> found.name().in(speech.language()))
                .orElse(local.authority());
        return speech.say(
                "item.local", Page.plain(authority), speech.length(local.limit()), Page.plain(local.source()));
    }

    private static String responsible(Provision provision, Speech speech) {
        return Optional.ofNullable(provision.responsible()).map(speech::role).orElse("");
    }

    private static String reminders(Provision provision, Speech speech) {
        return provision.reminders().isEmpty()
                ? speech.say("reminder.none")
                : provision.reminders().stream()
                        .map(reminder -> reminder(reminder, speech))
                        .collect(Collectors.joining("; "));
    }

    /** English and Welsh both have a word of their own for one and two. */
    private static String reminder(Reminder reminder, Speech speech) {
        String key = "reminder." + reminder.kind();
        return speech.words().find(key + "." + reminder.amount()).orElseGet(() -> speech.say(key, reminder.amount()));
    }

    private static String roles(List<String> keys, Speech speech) {
        return keys.stream().map(speech::role).collect(Collectors.joining(" → "));
    }

    private static List<String> timers(Provision provision, Speech speech) {
        return Timers.all(speech.models())
                .filter(timer ->
                        Timers.provision(timer).filter(provision.id()::equals).isPresent())
                .map(timer -> timer(timer, speech))
                .toList();
    }

    private static String timer(Node timer, Speech speech) {
        String procedure = speech.name(timer.procedure().process());
        return Timers.step(timer)
                .map(step -> speech.say(
                        timer.goesOnBeside() ? "timer.beside" : "timer.closes",
                        procedure,
                        speech.name(step.xml()),
                        Page.code(timer.id())))
                .orElseGet(() -> speech.say("timer.waits", procedure, speech.name(timer.xml()), Page.code(timer.id())));
    }
}
