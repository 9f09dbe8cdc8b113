package cymru.diogelu.access;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * The invented people of demonstration mode: three for every group, and the four who work beside the cases. The first of
 * a group is named as the group and leads it; its colleagues have a number behind that name. They share one password,
 * made at start unless it is set, and known to whoever started the program.
 */
@Component
public class DemonstrationPeople implements UserDetailsService, Teams {

    private static final Set<String> BESIDE_THE_CASES =
            Set.of("auditor", "designer", "second-designer", "administrator");

    private static final Pattern COLLEAGUE = Pattern.compile("(.+)\\.[23]");

    private final Agencies agencies;
    private final String password;
    private final String encoded;

    DemonstrationPeople(Agencies agencies, @Value("${diogelu.demo.password:}") String password) {
        this.agencies = agencies;
        this.password = password.isBlank() ? random() : password;
        this.encoded = Objects.requireNonNull(demonstrationEncoder().encode(this.password));
    }

    /** The shared password, to be printed at start. */
    public String password() {
        return password;
    }

    @Override
    public UserDetails loadUserByUsername(String user) {
        if (BESIDE_THE_CASES.contains(user)) {
            return new Person(new Viewer(user, user, "diogelu", Set.of()), encoded);
        }
        String group = groupOf(user);
        if (!agencies.allGroups().contains(group)) {
            throw new UsernameNotFoundException("no such person");
        }
        Group parts = Group.parse(group);
        return new Person(new Viewer(user, parts.role(), parts.place(), Set.of(group)), encoded);
    }

    private static String groupOf(String user) {
        Matcher colleague = COLLEAGUE.matcher(user);
        return colleague.matches() ? colleague.group(1) : user;
    }

    @Override
    public List<String> members(String group) {
        return agencies.allGroups().contains(group) ? List.of(group, group + ".2", group + ".3") : List.of();
    }

    @Override
    public Set<String> ledBy(Viewer viewer) {
        if (!viewer.user().equals(viewer.group()) || viewer.groups().isEmpty()) {
            return Set.of();
        }
        Set<String> led = new LinkedHashSet<>();
        led.add(viewer.group());
        agencies.role(viewer.role()).leads().forEach(role -> led.add(new Group(role, viewer.agency()).toString()));
        return led;
    }

    /** Cheap on purpose: the password is random or public, and every request of a demonstration carries it. */
    static BCryptPasswordEncoder demonstrationEncoder() {
        return new BCryptPasswordEncoder(4);
    }

    private static String random() {
        return new Base64StringKeyGenerator(java.util.Base64.getUrlEncoder().withoutPadding(), 32)
                .generateKey()
                .substring(0, 16);
    }
}
