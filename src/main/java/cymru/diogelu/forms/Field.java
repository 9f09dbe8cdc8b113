package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One place for an answer in a form, with the custom properties that a designer gave it in Camunda Modeler.
 *
 * @param path where the answer stands: {@code children[].fullName} for a field in the rows of a list
 * @param type the type of the component in the form file, such as {@code textfield} or {@code dynamiclist}
 * @param options the values it offers in their order, with their labels, where they stand in the form file
 */
public record Field(
        String path,
        String id,
        String type,
        Bilingual label,
        boolean required,
        Map<String, Bilingual> options,
        Map<String, String> properties) {

    /** Whether the answer becomes an engine variable, named as the path. */
    public boolean routes() {
        return says("routes");
    }

    /** Whether the answer is kept as a fact of the case. */
    public boolean fact() {
        return says("fact");
    }

    /** The statutory clock that this date starts. */
    public Optional<String> clock() {
        return Optional.ofNullable(properties.get("clock"));
    }

    /**
     * What this date is compared with by name: dates of the same form, facts of the case, and statutory clocks, which
     * stand among the facts as {@code clock:reportReceivedAt}.
     */
    public Set<String> comparesWith() {
        return Stream.of("notBefore", "notAfter")
                .flatMap(bound -> Bound.names(properties.get(bound)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The decision table whose suggestion somebody does not follow who answers this; the answer says why.
     */
    public Optional<String> departsFrom() {
        return Optional.ofNullable(properties.get("departsFrom"));
    }

    /** The provision that asks for this answer, as an id of the register. */
    public Optional<String> provision() {
        return Optional.ofNullable(properties.get("provision"));
    }

    /**
     * What the answer tells a reader who looks for how people came to a decision: {@code consultation}, who was asked and
     * what they said; {@code dissent}, who did not agree.
     */
    public Optional<String> tells() {
        return Optional.ofNullable(properties.get("tells"));
    }

    private boolean says(String property) {
        return "true".equals(properties.get(property));
    }
}
