package cymru.diogelu.statute;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StatuteConfiguration {

    /** {@code diogelu.statute.overrides} is a folder with a file per authority that sets lengths of its own. */
    @Bean
    Provisions provisions(@Value("${diogelu.statute.overrides:" + Register.OVERRIDES + "}") String overrides) {
        return Provisions.load(overrides);
    }

    @Bean
    StatutoryRules statutoryRules(Provisions provisions) {
        return StatutoryRules.load(provisions);
    }
}
