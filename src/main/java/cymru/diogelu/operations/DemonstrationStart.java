package cymru.diogelu.operations;

import cymru.diogelu.access.DemonstrationPeople;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says at start that this is a demonstration, who may sign in and how. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@Component
class DemonstrationStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationStart.class);

    private final DemonstrationPeople people;

    DemonstrationStart(DemonstrationPeople people) {
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info(
                """

                DEMONSTRATION: no real child may be entered here. / ARDDANGOSIAD: ni ddylid rhoi manylion plentyn go iawn yma.
                People: one for each group, such as front-door.W06000015, team-manager.W06000015,
                police-ppu.south-wales-police, health-board.cardiff-and-vale; and auditor, designer, second-designer, administrator.
                Password of everyone: {}
                """,
                people.password());
    }
}
