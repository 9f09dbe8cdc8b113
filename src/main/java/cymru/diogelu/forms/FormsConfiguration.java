package cymru.diogelu.forms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormsConfiguration {

    @Bean
    Forms forms() {
        return new Forms();
    }
}
