package cymru.diogelu.trace.statistics;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Counts what was recorded each half minute, so that whoever asks waits for little. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class CountingTicker {

    private final Counting counting;

    CountingTicker(Counting counting) {
        this.counting = counting;
    }

    @Scheduled(
            fixedDelayString = "${diogelu.statistics.count-every:PT30S}",
            initialDelayString = "${diogelu.statistics.count-after:PT15S}")
    void tick() {
        counting.catchUp(Integer.MAX_VALUE);
    }
}
