package cymru.diogelu.procedures;

import cymru.diogelu.database.Databases;
import javax.sql.DataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest(properties = {"diogelu.demonstration=false", "diogelu.clock=standing"})
class DoubledHourIT extends DoubledHourContract {

    @TestConfiguration(proxyBeanMethods = false)
    static class OnPostgres {

        @Bean
        DataSource dataSource() {
            return Databases.postgres();
        }
    }
}
