package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms of a set come to know of a case and may compare dates with: dated facts, and clocks that they start. */
final class KnownDates {

    private KnownDates() {}

    /** @throws BrokenModel for a date that is compared with what neither its form nor any other of the set provides */
    static void check(ModelSet set) {
        Set<String> known = set.forms().stream()
                .flatMap(form -> form.fields().stream())
                .flatMap(KnownDates::provided)
                .collect(Collectors.toSet());
        set.forms().forEach(form -> check(form, known));
    }

    private static Stream<String> provided(Field field) {
        Stream<String> clocks = field.clock().stream()
                .flatMap(names -> Stream.of(names.split(" ")))
                .map(name -> "clock:" + name);
        boolean dated = field.type().equals("datetime") && (field.fact() || field.routes());
        String key = field.path().substring(field.path().lastIndexOf('.') + 1);
        return dated ? Stream.concat(clocks, Stream.of(key)) : clocks;
    }

    private static void check(Form form, Set<String> known) {
        Set<String> here = new HashSet<>(known);
        form.fields().forEach(field -> here.add(field.path()));
        form.fields().forEach(field -> field.comparesWith().stream()
                .filter(name -> !here.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BrokenModel(
                            form.file(), field.path(), "compares with '%s', which no form provides".formatted(name));
                }));
    }
}
