package cymru.diogelu.statute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The folder the rules are read from: files with {@code rules} or {@code notOnRecord}. */
record RuleRegister(String folder, Provisions provisions) {

    private static final Set<String> REASON_KEYS = Set.of("invariant", "reason");

    StatutoryRules rules() {
        RuleReader reader = new RuleReader(provisions);
        List<StatutoryRule> rules = new ArrayList<>();
        each("rules", "id", entry -> rules.add(reader.rule(entry)));
        List<NotOnRecord> notOnRecord = new ArrayList<>();
        each("notOnRecord", "invariant", entry -> notOnRecord.add(reason(reader, entry, rules)));
        if (rules.isEmpty()) {
            throw new BrokenRegister(folder, "rules", "there are no rules");
        }
        rules.sort(Comparator.comparing(rule -> rule.provision().id()));
        return new StatutoryRules(rules, notOnRecord);
    }

    private void each(String list, String idKey, Consumer<RegisterEntry> read) {
        Set<String> seen = new HashSet<>();
        files().filter(file -> file.content().containsKey(list))
                .flatMap(file -> file.entries(list, idKey).stream())
                .forEach(entry -> {
                    if (!seen.add(entry.id())) {
                        throw entry.broken("the id stands in the rules twice");
                    }
                    read.accept(entry);
                });
    }

    private static NotOnRecord reason(RuleReader reader, RegisterEntry entry, List<StatutoryRule> rules) {
        Provision invariant = reader.invariant(entry.knowsOnly(REASON_KEYS), entry.id());
        if (rules.stream().anyMatch(rule -> rule.provision().equals(invariant))) {
            throw entry.broken("a rule speaks of the invariant, so that it is on record");
        }
        return new NotOnRecord(invariant, entry.bilingual("reason"));
    }

    private Stream<RegisterFile> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(folder + "/*.yaml"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(RegisterFile::read);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
