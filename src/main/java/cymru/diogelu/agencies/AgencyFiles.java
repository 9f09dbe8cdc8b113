package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The folder that holds {@code roles.yaml}, {@code agencies.csv} and {@code authorities.csv}; names hold no comma. */
final class AgencyFiles {

    private final ResourceLoader resources = new PathMatchingResourcePatternResolver().getResourceLoader();
    private final Map<Place, Map<String, Agency>> agencies = new EnumMap<>(Place.class);
    private final String folder;

    AgencyFiles(String folder) {
        this.folder = folder;
    }

    Agencies read() {
        rows("agencies.csv", 4).forEach(this::add);
        Map<String, Authority> authorities = new LinkedHashMap<>();
        for (String[] row : rows("authorities.csv", 7)) {
            if (!row[0].matches("W06\\d{6}") || authorities.put(row[0], authority(row)) != null) {
                throw new BrokenAgencyData("authorities.csv", row[0], "is no GSS code, or stands there twice");
            }
        }
        return new Agencies(roles(), authorities, agencies);
    }

    private void add(String[] row) {
        Map<String, Agency> ofKind =
                agencies.computeIfAbsent(place("agencies.csv", row[0]), kind -> new LinkedHashMap<>());
        if (ofKind.put(row[1], new Agency(row[1], name("agencies.csv", row[1], row[2], row[3]))) != null) {
            throw new BrokenAgencyData("agencies.csv", row[1], "stands there twice");
        }
    }

    private Authority authority(String[] row) {
        return new Authority(
                row[0],
                name("authorities.csv", row[0], row[1], row[2]),
                agency(row[0], Place.POLICE, row[3]),
                agency(row[0], Place.HEALTH_BOARD, row[4]),
                agency(row[0], Place.BOARD, row[5]),
                row[6].isEmpty() ? null : agency(row[0], Place.ADVOCACY, row[6]));
    }

    private Agency agency(String gss, Place kind, String slug) {
        Agency agency = agencies.getOrDefault(kind, Map.of()).get(slug);
        if (agency == null) {
            throw new BrokenAgencyData("authorities.csv", gss, "%s '%s' is unknown".formatted(kind, slug));
        }
        return agency;
    }

    private Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Object item : yamlList("roles.yaml", "roles")) {
            Role role = role(item);
            if (roles.put(role.key(), role) != null) {
                throw new BrokenAgencyData("roles.yaml", role.key(), "stands there twice");
            }
        }
        return roles;
    }

    private static Role role(Object item) {
        if (!(item instanceof Map<?, ?> map) || !(map.get("key") instanceof String key)) {
            throw new BrokenAgencyData("roles.yaml", String.valueOf(item), "there is no 'key'");
        }
        Bilingual name = name("roles.yaml", key, map.get("en"), map.get("cy"));
        Place place = place("roles.yaml", String.valueOf(map.get("place")));
        return new Role(
                key,
                name,
                place,
                leads(map.get("leads")),
                Boolean.TRUE.equals(map.get("casework")),
                Boolean.TRUE.equals(map.get("outside")));
    }

    private static Set<String> leads(@Nullable Object keys) {
        return keys instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Bilingual name(String file, String where, @Nullable Object en, @Nullable Object cy) {
        if (en instanceof String english && cy instanceof String welsh && !english.isBlank() && !welsh.isBlank()) {
            return new Bilingual(english, welsh);
        }
        throw new BrokenAgencyData(file, where, "the name is not there in both languages");
    }

    private static Place place(String file, String name) {
        return Arrays.stream(Place.values())
                .filter(place -> place.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BrokenAgencyData(file, name, "is no kind of place"));
    }

    private List<String[]> rows(String file, int columns) {
        return text(file)
                .lines()
                .skip(1)
                .map(line -> columns(file, line, columns))
                .toList();
    }

    private static String[] columns(String file, String line, int expected) {
        String[] columns = line.split(",", -1);
        if (columns.length != expected) {
            throw new BrokenAgencyData(file, columns[0], "has %d columns, not %d".formatted(columns.length, expected));
        }
        return columns;
    }

    private List<?> yamlList(String file, String key) {
        Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        if (content instanceof Map<?, ?> map && map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new BrokenAgencyData(file, key, "is not a list");
    }

    private String text(String file) {
        try (InputStream stream = resources.getResource(folder + "/" + file).getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
