package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a model may be drawn with. Scripts, classes, connectors and expressions in other places are code that a model
 * would run in the service, so whatever is not listed is refused.
 */
final class AllowedParts implements Rule {

    private static final String ID = "allowed-parts";
    private static final Told ELEMENT = Told.error(
            ID,
            "The element ‘%s’ may not stand in this file. Take it out; docs/rules/allowed-parts.md lists what may.",
            "Ni chaiff yr elfen ‘%s’ sefyll yn y ffeil hon. Tynnwch hi allan; mae docs/rules/allowed-parts.md yn rhestru'r"
                    + " hyn a gaiff.");
    private static final Told ATTRIBUTE = Told.error(
            ID,
            "The attribute ‘%s’ may not stand at ‘%s’. Take it out; docs/rules/allowed-parts.md lists what may.",
            "Ni chaiff y briodwedd ‘%s’ sefyll wrth ‘%s’. Tynnwch hi allan; mae docs/rules/allowed-parts.md yn rhestru'r"
                    + " hyn a gaiff.");
    private static final Told LANGUAGE = Told.error(
            ID,
            "Tables are written in FEEL only, not in ‘%s’. Take the attribute expressionLanguage out.",
            "Yn FEEL yn unig yr ysgrifennir tablau, nid yn ‘%s’. Tynnwch y briodwedd expressionLanguage allan.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().roots().entrySet().stream().flatMap(entry -> {
            PartsList parts = entry.getKey().endsWith(".bpmn") ? PartsList.BPMN : PartsList.DMN;
            return entry.getValue().all().flatMap(element -> check(entry.getKey(), element, parts));
        });
    }

    private static Stream<Finding> check(String file, XmlElement element, PartsList parts) {
        if (!parts.allows(element)) {
            return Stream.of(ELEMENT.at(file, element, called(element.name())));
        }
        Stream<Finding> attributes = element.attributes().keySet().stream()
                .filter(attribute -> !parts.allows(element, attribute))
                .map(attribute -> ATTRIBUTE.at(file, element, called(attribute), called(element.name())));
        return Stream.concat(attributes, otherLanguage(file, element, parts));
    }

    private static Stream<Finding> otherLanguage(String file, XmlElement element, PartsList parts) {
        String language = element.attribute("expressionLanguage");
        boolean other =
                !language.isEmpty() && !language.toLowerCase(Locale.ROOT).equals("feel");
        return parts == PartsList.DMN && other ? Stream.of(LANGUAGE.at(file, element, language)) : Stream.empty();
    }

    /** With the prefix that Camunda Modeler writes, or the namespace where it is a foreign one. */
    private static String called(XmlElement.Name name) {
        return switch (name.namespace()) {
            case "", Dmn.MODEL -> name.local();
            case Bpmn.MODEL -> "bpmn:" + name.local();
            case Bpmn.CAMUNDA, Dmn.CAMUNDA -> "camunda:" + name.local();
            case Dmn.WORDS -> "diogelu:" + name.local();
            default -> name.local() + " (" + name.namespace() + ")";
        };
    }
}
