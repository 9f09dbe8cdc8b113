package cymru.diogelu.statute;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register: every provision by its id, and the lengths that authorities have set for themselves. */
public final class Provisions {

    private final Map<String, Provision> byId;
    private final List<LocalLimit> localLimits;

    Provisions(Map<String, Provision> byId, List<LocalLimit> localLimits) {
        this.byId = new LinkedHashMap<>(byId);
        this.localLimits = List.copyOf(localLimits);
    }

    /**
     * The register that comes with this program, for use without Spring.
     *
     * @throws BrokenRegister when its data does not hold together
     */
    public static Provisions load() {
        return load(Register.OVERRIDES);
    }

    /**
     * The register that comes with this program, with the lengths of authorities from another folder.
     *
     * @param overrides location of the folder, such as {@code file:/etc/diogelu/overrides}
     * @throws BrokenRegister when the data does not hold together
     */
    public static Provisions load(String overrides) {
        return new Register("classpath:statute", overrides).provisions();
    }

    /** @throws UnknownProvision when there is none */
    public Provision get(String id) {
        return find(id).orElseThrow(() -> new UnknownProvision(id));
    }

    public Optional<Provision> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order of the register. */
    public Collection<Provision> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The limit that holds at an authority: its own length where it has set one, else the register's. A place without
     * a local length, inside Wales or out, gets the register's.
     *
     * @throws UnknownProvision when there is no such provision
     * @throws IllegalArgumentException when the provision is an invariant and has no limit
     */
    public Limit limitFor(String id, String gss) {
        Limit limit = get(id).limit();
        if (limit == null) {
            throw new IllegalArgumentException(id + " is an invariant and has no limit");
        }
        return localLimit(id, gss).map(LocalLimit::limit).orElse(limit);
    }

    /** What the authority has set for itself, with its source. */
    public Optional<LocalLimit> localLimit(String id, String gss) {
        return localLimits.stream()
                .filter(local ->
                        local.provision().equals(id) && local.authority().equals(gss))
                .findFirst();
    }

    /** Every length that some authority has set for itself. */
    public List<LocalLimit> localLimits() {
        return localLimits;
    }
}
