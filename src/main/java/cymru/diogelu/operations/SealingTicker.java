package cymru.diogelu.operations;

import cymru.diogelu.ledger.HandedOutHeads;
import cymru.diogelu.ledger.Seals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals what was recorded each minute, and signs and hands out the head each hour. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class SealingTicker {

    private final Seals seals;
    private final HandedOutHeads heads;

    SealingTicker(Seals seals, HandedOutHeads heads) {
        this.seals = seals;
        this.heads = heads;
    }

    @Scheduled(
            fixedDelayString = "${diogelu.ledger.seal-every:PT1M}",
            initialDelayString = "${diogelu.ledger.seal-after:PT10S}")
    void seal() {
        long sealed = seals.seal();
        while (sealed > 0) {
            sealed = seals.seal();
        }
        if (seals.newestSigned().isEmpty()) {
            sign();
        }
    }

    @Scheduled(fixedDelayString = "${diogelu.ledger.sign-every:PT1H}", initialDelayString = "PT1M")
    void sign() {
        seals.sign();
        heads.handOut();
    }
}
