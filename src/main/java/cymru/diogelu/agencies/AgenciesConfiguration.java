package cymru.diogelu.agencies;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AgenciesConfiguration {

    @Bean
    Agencies agencies() {
        return Agencies.load();
    }
}
