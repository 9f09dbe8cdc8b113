package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How it is told that others can take a task. */
final class GroupWords {

    private static final Sentence CAN = new Sentence("%2$s can now take %1$s.", "Gall %2$s bellach gymryd %1$s.");
    private static final Sentence CANNOT =
            new Sentence("%2$s can no longer take %1$s.", "Ni all %2$s bellach gymryd %1$s.");
    private static final Sentence INSTEAD = new Sentence(
            "%3$s can now take %1$s, and %2$s no longer can.", "Gall %3$s bellach gymryd %1$s, ac ni all %2$s mwyach.");

    private static final Bilingual REPORTER =
            new Bilingual("whoever reported the concern", "pwy bynnag a adroddodd am y pryder");

    /** Of a list of groups; finding the commas outside brackets takes long in a longer one. */
    private static final int LONGEST_LIST = 2_000;

    private final Agencies agencies;

    GroupWords(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Empty where the same groups are only written otherwise. */
    Optional<Bilingual> edited(Edit edit, Bilingual name) {
        List<String> gone = new ArrayList<>(groups(edit.from()));
        List<String> come = new ArrayList<>(groups(edit.to()));
        gone.removeAll(groups(edit.to()));
        come.removeAll(groups(edit.from()));
        Optional<Bilingual> before = roles(gone);
        Optional<Bilingual> after = roles(come);
        if (before.equals(after)) {
            return Optional.empty();
        }
        if (before.isEmpty() || after.isEmpty()) {
            return after.map(roles -> CAN.of(name, roles)).or(() -> before.map(roles -> CANNOT.of(name, roles)));
        }
        return Optional.of(INSTEAD.of(name, before.get(), after.get()));
    }

    /** Everybody who can take a task; empty where nobody can. */
    Optional<Bilingual> all(String groups) {
        return roles(groups(groups));
    }

    private static List<String> groups(String text) {
        if (text.length() > LONGEST_LIST) {
            return List.of(text);
        }
        return Stream.of(text.split(",(?![^(]*\\))"))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .limit(50)
                .toList();
    }

    private Optional<Bilingual> roles(List<String> groups) {
        return groups.stream()
                .map(this::role)
                .reduce((one, other) -> new Bilingual(one.en() + ", " + other.en(), one.cy() + ", " + other.cy()));
    }

    private Bilingual role(String group) {
        Expression expression = Expression.of(group);
        if (expression.name().equals("group.reporter")) {
            return REPORTER;
        }
        return Optional.of(expression)
                .filter(call -> call.name().equals("group.named"))
                .flatMap(call -> call.texts().stream().findFirst())
                .flatMap(agencies::findRole)
                .map(role -> Names.quoted(role.name().en(), role.name().cy(), role.key()))
                .orElse(Names.quoted(Words.cut(group, "")));
    }
}
