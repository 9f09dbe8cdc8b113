package cymru.diogelu.invariants;

import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.List;

/** The page of the documentation that says what keeps each invariant. */
final class InvariantsPage {

    private static final String HEAD =
            """
            # Invariants

            What the models and forms keep of each invariant of the register, and the changes that the tests try in order to see
            that breaking it is noticed. Generated from the checks in `src/test/java/cymru/diogelu/invariants`; after a change
            write it again with `mvn test -Dtest=InvariantTests -Dinvariants.write=true`.

            The checks read files alone. They take more ways to be possible than are: a variable may hold every value that any
            way there can leave in it. What follows a limit that has passed runs beside the main course and is looked at by the
            checks of limits only. What happened in a case is judged on its record by the rules of
            [statutory-rules.md](statutory-rules.md).

            | Invariant | The models must show | Kept by | Bends tried |
            |---|---|---|---|
            """;

    private InvariantsPage() {}

    static String text(Provisions register, List<Check> checks) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Provision provision : register.all()) {
            checks.stream()
                    .filter(check -> check.provision().equals(provision.id()))
                    .forEach(check -> page.append("| %s %s / *%s* | %s | %s | %d |\n"
                            .formatted(
                                    provision.id(),
                                    provision.title().en(),
                                    provision.title().cy(),
                                    check.asks(),
                                    check.keptBy(),
                                    check.bends().size())));
        }
        page.append("\nNot for a check of models:\n\n| Invariant | Held instead |\n|---|---|\n");
        Invariants.NOT_IN_MODELS.forEach((id, why) -> page.append("| %s %s / *%s* | %s |\n"
                .formatted(
                        id,
                        register.get(id).title().en(),
                        register.get(id).title().cy(),
                        why)));
        return page.toString();
    }
}
