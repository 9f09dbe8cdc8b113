package cymru.diogelu.designer;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.procedures.ModelSets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In a demonstration that is told where its models lie, takes up what is saved there: a set without errors is in force at
 * once, and what is wrong with any other is shown. Nothing but a demonstration has this: elsewhere a second person looks.
 */
@ConditionalOnProperty("diogelu.models.folder")
@Component
public class FolderWatch {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final Path folder;
    private final ModelCheck check;
    private final ModelSets sets;
    private final ModelLedger ledger;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable Seen seen;

    FolderWatch(
            @Value("${diogelu.models.folder}") Path folder,
            @Value("${diogelu.demonstration:true}") boolean demonstration,
            ModelCheck check,
            ModelSets sets,
            ModelLedger ledger,
            ServiceClock clock,
            PlatformTransactionManager transactions) {
        if (!demonstration) {
            throw new IllegalStateException("diogelu.models.folder is for demonstrations only");
        }
        this.folder = folder;
        this.check = check;
        this.sets = sets;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the folder held when it was last looked at.
     *
     * @param inForce whether it is what new cases begin under
     */
    public record Seen(Instant at, String digest, boolean inForce, List<Finding> findings) {}

    /** Empty until the folder was looked at for the first time. */
    public Optional<Seen> seen() {
        return Optional.ofNullable(seen);
    }

    @Scheduled(fixedDelayString = "${diogelu.models.look-every:PT0.5S}")
    void look() {
        try {
            ModelFiles files = ModelFiles.of(folder);
            Seen before = seen;
            if (before == null || !before.digest().equals(files.digest())) {
                seen = takeUp(files);
            }
        } catch (IOException beingWritten) {
            LOG.debug("the folder of the models could not be read", beingWritten);
        }
    }

    private Seen takeUp(ModelFiles files) {
        Instant at = clock.instant();
        String digest = files.digest();
        if (digest.equals(new ModelFiles(sets.files(sets.current())).digest())) {
            return new Seen(at, digest, true, List.of());
        }
        List<Finding> findings = check.check(files);
        boolean clean = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        if (clean) {
            transaction.executeWithoutResult(running -> {
                String deployment = sets.deploy(files.byPath());
                Map<String, Object> body = Map.of("deployment", deployment, "digest", digest);
                ledger.add(ModelLedger.Kind.SAVED, at, Actor.SYSTEM, body);
            });
        }
        return new Seen(at, digest, clean, findings);
    }
}
