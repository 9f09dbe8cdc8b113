package cymru.diogelu.access;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.stereotype.Component;

/**
 * The invented people of demonstration mode: one for every group, named as the group, and the four who work beside the
 * cases. They share one password, made at start unless it is set, and known to whoever started the program.
 */
@Component
public class DemonstrationPeople implements UserDetailsService {

    private static final Set<String> BESIDE_THE_CASES =
            Set.of("auditor", "designer", "second-designer", "administrator");

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
        if (!agencies.allGroups().contains(user)) {
            throw new UsernameNotFoundException("no such person");
        }
        Group group = Group.parse(user);
        return new Person(new Viewer(user, group.role(), group.place(), Set.of(user)), encoded);
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
