package cymru.diogelu.operations;

import cymru.diogelu.designer.Moves;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Carries out the moves of many cases that designers have ordered, a little each half second. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@Configuration(proxyBeanMethods = false)
class MoveTicker {

    private final Moves moves;

    MoveTicker(Moves moves) {
        this.moves = moves;
    }

    @Scheduled(fixedDelayString = "${diogelu.models.move-every:PT0.5S}")
    void goOn() {
        moves.goOn();
    }
}
