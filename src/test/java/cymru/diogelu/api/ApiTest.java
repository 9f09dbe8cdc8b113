package cymru.diogelu.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the whole service on a free port with a database in memory; all such tests share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.ledger.seal-after=PT24H",
            "diogelu.statistics.count-after=PT24H",
            "diogelu.demo.clock=2027-02-01T10:15:00+00:00"
        })
public @interface ApiTest {}
