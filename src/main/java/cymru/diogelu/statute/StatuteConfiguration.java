package cymru.diogelu.statute;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StatuteConfiguration {

    @Bean
    Provisions provisions() {
        return Provisions.load();
    }
}
