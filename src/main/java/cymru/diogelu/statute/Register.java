package cymru.diogelu.statute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folders the register is read from: {@code roles.yaml}, {@code reminders.yaml} and {@code provisions/*.yaml} in
 * the one, a file per authority in the other.
 */
final class Register {

    static final String OVERRIDES = "classpath:statute/overrides";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String folder;
    private final String overrides;

    Register(String folder, String overrides) {
        this.folder = folder;
        this.overrides = overrides;
    }

    Provisions provisions() {
        Map<String, Provision> byId = new LinkedHashMap<>();
        ProvisionReader reader = new ProvisionReader(roles(), ReminderRules.read(file("reminders.yaml")));
        files(folder + "/provisions")
                .forEach(file -> reader.read(file).forEach(provision -> add(byId, file, provision)));
        if (byId.isEmpty()) {
            throw new BrokenRegister(folder, "provisions", "the register is empty");
        }
        return new Provisions(byId, localLimits(byId));
    }

    private static void add(Map<String, Provision> byId, RegisterFile file, Provision provision) {
        if (byId.put(provision.id(), provision) != null) {
            throw new BrokenRegister(file.name(), provision.id(), "the id stands in the register twice");
        }
    }

    private List<LocalLimit> localLimits(Map<String, Provision> byId) {
        if (overrides.startsWith("file:") && !resources.getResource(overrides).exists()) {
            throw new BrokenRegister(overrides, "local lengths", "there is no such folder");
        }
        LocalLimitReader reader = new LocalLimitReader(byId);
        List<LocalLimit> limits = files(overrides).flatMap(reader::read).toList();
        Set<String> seen = new HashSet<>();
        for (LocalLimit limit : limits) {
            if (!seen.add(limit.authority() + limit.provision())) {
                throw new BrokenRegister(limit.authority() + ".yaml", limit.provision(), "is set twice");
            }
        }
        return limits;
    }

    private Set<String> roles() {
        return Set.copyOf(file("roles.yaml").top().texts("roles"));
    }

    private RegisterFile file(String name) {
        return RegisterFile.read(resources.getResource(folder + "/" + name));
    }

    private Stream<RegisterFile> files(String from) {
        try {
            return Arrays.stream(resources.getResources(from + "/*.yaml"))
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .map(RegisterFile::read);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
