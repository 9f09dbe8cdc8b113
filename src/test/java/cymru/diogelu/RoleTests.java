package cymru.diogelu;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void everyRoleOfTheRegisterHasAGroupThatCanBeGivenATask() {
        Set<String> roles = Agencies.load().roles().stream()
                .filter(role -> !role.outside())
                .map(Role::key)
                .collect(Collectors.toSet());
        List<String> named = Provisions.load().all().stream()
                .flatMap(RoleTests::rolesOf)
                .filter(Objects::nonNull)
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(roles);
    }

    private static Stream<String> rolesOf(Provision provision) {
        return Stream.concat(
                Stream.of(provision.responsible(), provision.extendableBy()), provision.escalation().stream());
    }
}
