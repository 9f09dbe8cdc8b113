package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file lies where its name is looked for, and what it holds can start and is kept. */
final class FileAndProcess implements Rule {

    private static final String ID = "file-and-process";
    private static final int LEAST_DAYS = 36_500;
    private static final Pattern DAYS = Pattern.compile("P(\\d{1,7})D");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final Told NOT_EXECUTABLE = Told.error(
            ID,
            "No case can start this procedure: in the properties panel, tick ‘Executable’.",
            "Ni all unrhyw achos gychwyn y weithdrefn hon: yn y panel priodweddau, ticiwch ‘Executable’.");
    private static final Told SHORT_HISTORY = Told.error(
            ID,
            "What a case leaves behind is kept for ‘%s’; give a history time to live of at least P" + LEAST_DAYS + "D.",
            "Cedwir yr hyn y mae achos yn ei adael am ‘%s’; rhowch ‘history time to live’ o P" + LEAST_DAYS
                    + "D o leiaf.");
    private static final Told OTHER_ID = Told.warning(
            ID,
            "The id ‘%s’ should be lower-case words joined by hyphens, such as ‘section-47-enquiry’.",
            "Dylai'r id ‘%s’ fod yn eiriau mewn llythrennau bach gyda chysylltnodau, megis ‘section-47-enquiry’.");
    private static final Told OTHER_PLACE = Told.warning(
            ID,
            "This file should be called after the id in it and lie at %s.",
            "Dylid enwi'r ffeil hon ar ôl yr id sydd ynddi a'i chadw yn %s.");
    private static final Told NO_PROCEDURE = Told.warning(
            ID,
            "The folder of this file, %s, should be called after one of the procedures of the set.",
            "Dylid enwi ffolder y ffeil hon, %s, ar ôl un o weithdrefnau'r set.");
    private static final Told NO_NAME = Told.warning(
            ID, "‘%s’ should have a name in words, as people call it.", "Dylai fod gan ‘%s’ enw mewn geiriau.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        return Stream.of(
                        models.procedures().stream().flatMap(FileAndProcess::procedure),
                        models.decisions().stream().flatMap(decision -> decision(models, decision)),
                        models.forms().stream().flatMap(form -> form(models, form)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> procedure(Procedure procedure) {
        String file = procedure.file();
        XmlElement process = procedure.process();
        String place = "processes/%1$s/%1$s.bpmn".formatted(procedure.id());
        return Stream.of(
                        when(!process.attribute("isExecutable").equals("true"), NOT_EXECUTABLE, file, process),
                        kept(file, process, process.attribute(Bpmn.CAMUNDA, "historyTimeToLive")),
                        when(!KEBAB.matcher(procedure.id()).matches(), OTHER_ID, file, process, procedure.id()),
                        when(!file.equals(place), OTHER_PLACE, file, process, place),
                        named(file, process))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> decision(Models models, Decision decision) {
        String file = decision.file();
        String place = folder(file) + "/" + decision.id() + ".dmn";
        return Stream.of(
                        kept(file, decision.xml(), decision.xml().attribute(Dmn.CAMUNDA, "historyTimeToLive")),
                        when(!KEBAB.matcher(decision.id()).matches(), OTHER_ID, file, decision.xml(), decision.id()),
                        when(!file.equals(place), OTHER_PLACE, file, decision.xml(), place),
                        when(!belongs(models, "processes", file), NO_PROCEDURE, file, decision.xml(), folder(file)),
                        named(file, decision.xml()))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> form(Models models, FormFile form) {
        String file = form.file();
        int line = form.json().line(form.id());
        String place = folder(file) + "/" + form.id() + ".form";
        Stream<Finding> name =
                file.equals(place) ? Stream.empty() : Stream.of(OTHER_PLACE.at(file, form.id(), line, place));
        Stream<Finding> folder = belongs(models, "forms", file)
                ? Stream.empty()
                : Stream.of(NO_PROCEDURE.at(file, form.id(), line, folder(file)));
        return Stream.concat(name, folder);
    }

    private static Stream<Finding> named(String file, XmlElement element) {
        String name = element.attribute("name");
        return when(name.isBlank() || name.equals(element.id()), NO_NAME, file, element, element.id());
    }

    private static Stream<Finding> kept(String file, XmlElement element, String time) {
        Matcher days = DAYS.matcher(time);
        boolean longEnough = days.matches() && Integer.parseInt(days.group(1)) >= LEAST_DAYS;
        return when(!longEnough, SHORT_HISTORY, file, element, time);
    }

    private static boolean belongs(Models models, String root, String file) {
        return models.procedures().stream().anyMatch(procedure -> folder(file).equals(root + "/" + procedure.id()));
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    private static Stream<Finding> when(boolean wrong, Told told, String file, XmlElement element, Object... gaps) {
        return wrong ? Stream.of(told.at(file, element, gaps)) : Stream.empty();
    }
}
