package cymru.diogelu.operations;

import cymru.diogelu.procedures.DueWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs what has fallen due each second, in the order of the due dates. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DueWorkTicker {

    private final DueWork dueWork;

    DueWorkTicker(DueWork dueWork) {
        this.dueWork = dueWork;
    }

    @Scheduled(fixedDelayString = "${diogelu.due-work.every:PT1S}")
    void tick() {
        dueWork.runDue();
    }
}
