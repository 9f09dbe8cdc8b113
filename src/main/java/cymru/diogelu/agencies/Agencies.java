package cymru.diogelu.agencies;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authorities, the agencies that serve them, and which group of people a role means there. Where an authority's
 * advocacy provider is not confirmed, the group is {@code advocacy-provider.<GSS code>}: whoever that authority
 * commissions. A role without a local place has one group for Wales, {@code probation.cymru}.
 */
public final class Agencies {

    /** The place of national roles. */
    public static final String WALES = "cymru";

    private static final Pattern MEMBER = Pattern.compile("([a-z0-9-]+\\.[A-Za-z0-9-]+)(?:\\.(\\d))?");

    private final Map<String, Role> roles;
    private final Map<String, Authority> authorities;
    private final Map<Place, Map<String, Agency>> agencies;

    Agencies(Map<String, Role> roles, Map<String, Authority> authorities, Map<Place, Map<String, Agency>> agencies) {
        this.roles = roles;
        this.authorities = authorities;
        this.agencies = agencies;
    }

    /**
     * The data that comes with this program, for use without Spring.
     *
     * @throws BrokenAgencyData when it does not hold together
     */
    public static Agencies load() {
        return new AgencyFiles("classpath:agencies").read();
    }

    /** @throws UnknownPlace when the code is none of the 22 */
    public Authority authority(String gss) {
        return findAuthority(gss).orElseThrow(() -> new UnknownPlace(gss));
    }

    public Optional<Authority> findAuthority(String gss) {
        return Optional.ofNullable(authorities.get(gss));
    }

    /** In the order of their codes. */
    public Collection<Authority> authorities() {
        return List.copyOf(authorities.values());
    }

    /** In the alphabetical order of their names in a language; the Welsh alphabet for Welsh. */
    public List<Authority> authorities(Language order) {
        return authorities.values().stream()
                .sorted(Comparator.comparing(authority -> authority.name().in(order), alphabet(order)))
                .toList();
    }

    /** The order of names in a list; the Welsh alphabet for Welsh. */
    public Comparator<Object> alphabet(Language language) {
        return WelshOrder.of(language);
    }

    /** @throws UnknownRole when there is none */
    public Role role(String key) {
        Role role = roles.get(key);
        if (role == null) {
            throw new UnknownRole(key);
        }
        return role;
    }

    public Optional<Role> findRole(String key) {
        return Optional.ofNullable(roles.get(key));
    }

    public Collection<Role> roles() {
        return List.copyOf(roles.values());
    }

    /**
     * The group that a role means for a child located at an authority, such as {@code police-ppu.south-wales-police}.
     *
     * @throws UnknownRole when there is no such role
     * @throws UnknownPlace when there is no such authority
     */
    public String candidateGroup(String role, String gss) {
        Authority authority = authority(gss);
        return new Group(role, place(role(role).place(), authority)).toString();
    }

    private static String place(Place kind, Authority authority) {
        return switch (kind) {
            case AUTHORITY -> authority.gss();
            case POLICE -> authority.police().slug();
            case HEALTH_BOARD -> authority.healthBoard().slug();
            case BOARD -> authority.board().slug();
            case ADVOCACY -> {
                Agency provider = authority.advocacyProvider();
                yield provider == null ? authority.gss() : provider.slug();
            }
            case NATIONAL -> WALES;
        };
    }

    /** Every group that can be given a task, for all authorities; bodies outside have none. */
    public Set<String> allGroups() {
        Set<String> groups = new LinkedHashSet<>();
        for (Authority authority : authorities.values()) {
            roles.values().stream()
                    .filter(role -> !role.outside())
                    .forEach(role -> groups.add(candidateGroup(role.key(), authority.gss())));
        }
        return groups;
    }

    /**
     * A group in words, such as "Front door, Cardiff".
     *
     * @throws UnknownRole when there is no such role
     * @throws UnknownPlace when the place is none of the role's kind
     */
    public String describe(Group group, Language language) {
        Role role = role(group.role());
        return role.name().in(language) + ", " + placeName(role.place(), group.place(), language);
    }

    /** What a place is called, as it stands in the second half of a group's name; empty where no agency has it. */
    public Optional<Bilingual> placeName(String place) {
        return findAuthority(place).map(Authority::name).or(() -> agencies.values().stream()
                .flatMap(ofKind -> Optional.ofNullable(ofKind.get(place)).stream())
                .findFirst()
                .map(Agency::name));
    }

    /** A sign-in name in words; the people of a demonstration are numbered within their group. */
    public String member(String user, Language language) {
        Matcher member = MEMBER.matcher(user);
        if (!member.matches()) {
            return user;
        }
        String group = describe(Group.parse(member.group(1)), language);
        return member.group(2) == null ? group : group + " (" + member.group(2) + ")";
    }

    private String placeName(Place kind, String place, Language language) {
        if (kind == Place.NATIONAL && place.equals(WALES)) {
            return language == Language.CY ? "Cymru" : "Wales";
        }
        Agency agency = agencies.getOrDefault(kind, Map.of()).get(place);
        if (agency != null) {
            return agency.name().in(language);
        }
        if (kind == Place.AUTHORITY || kind == Place.ADVOCACY) {
            return authority(place).name().in(language);
        }
        throw new UnknownPlace(place);
    }
}
