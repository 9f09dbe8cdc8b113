package cymru.diogelu.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the default database, an H2 file, safe against being killed at any moment; other databases are left alone. */
@Configuration(proxyBeanMethods = false)
class FileDatabase {

    @Bean
    static BeanPostProcessor oneTransactionAtATime() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool && isH2File(pool.getJdbcUrl())
                        ? new OneTransactionAtATime(pool)
                        : bean;
            }
        };
    }

    private static boolean isH2File(String url) {
        return url != null && url.startsWith("jdbc:h2:file:");
    }
}
