package cymru.diogelu.statute;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the file of one authority, named for its GSS code, and refuses what the register does not leave to it. */
record LocalLimitReader(Map<String, Provision> provisions) {

    private static final Set<String> KEYS = Set.of("provision", "length", "source", "confidence");

    Stream<LocalLimit> read(RegisterFile file) {
        String authority = file.top().text("authority");
        if (!authority.matches("W06\\d{6}") || !file.name().equals(authority + ".yaml")) {
            throw file.top().broken("authority '%s' is no GSS code or not the name of the file".formatted(authority));
        }
        return file.entries("limits", "provision").stream().map(entry -> limit(authority, entry.knowsOnly(KEYS)));
    }

    private LocalLimit limit(String authority, RegisterEntry entry) {
        Provision provision = provisions.get(entry.id());
        if (provision == null) {
            throw entry.broken("the register holds no such provision");
        }
        Limit limit = provision.limit();
        if (limit == null || !provision.overridable()) {
            throw entry.broken("an authority may not set a length of its own");
        }
        return new LocalLimit(
                authority,
                provision.id(),
                entry.checked(() -> limit.ofLength(entry.number("length"))),
                entry.text("source"),
                entry.checked(() -> RegisterEntry.constant(Confidence.class, entry.text("confidence"))));
    }
}
