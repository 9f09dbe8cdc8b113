package cymru.diogelu.worklist.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs the whole service for people at browsers, with a database in memory, at a time after all usual answers of the
 * scenario book; all such tests share one service.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1",
            "diogelu.demo.password=test",
            "diogelu.drafts.key-file=",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.demo.clock=2027-04-19T10:00:00+01:00"
        })
@interface DeskTest {}
