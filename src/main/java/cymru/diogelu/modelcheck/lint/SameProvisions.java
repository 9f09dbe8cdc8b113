package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.stream.Stream;

/** What the law asks of a step is said in both languages with the same provisions in the same order. */
final class SameProvisions implements Rule {

    private static final String ID = "same-provisions";
    private static final Told OTHERS = Told.error(
            ID,
            "The English documentation names %s, the Welsh (cy-documentation) %s. Name the same provisions in the same order.",
            "Mae'r dogfennu Saesneg yn enwi %s, y Gymraeg (cy-documentation) %s. Enwch yr un darpariaethau yn yr un drefn.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.process().all().flatMap(element -> check(procedure, element)));
    }

    private static Stream<Finding> check(Procedure procedure, XmlElement element) {
        String welsh = Extensions.welshDocumentation(element);
        List<String> inEnglish = ProvisionIds.in(Extensions.documentation(element));
        List<String> inWelsh = ProvisionIds.in(welsh);
        return welsh.isEmpty() || inEnglish.equals(inWelsh)
                ? Stream.empty()
                : Stream.of(OTHERS.at(procedure.file(), element, inEnglish, inWelsh));
    }
}
