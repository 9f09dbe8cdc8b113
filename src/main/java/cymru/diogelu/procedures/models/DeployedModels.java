package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Forms;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/** The set of models behind each version of a procedure, read once from the engine's own copy of it. */
@Component
@DependsOn("modelDeployment")
public class DeployedModels {

    private final Forms forms;
    private final RepositoryService repositoryService;
    private final Map<String, ModelSet> byDeployment = new ConcurrentHashMap<>();
    private final Map<String, String> deploymentByVersion = new ConcurrentHashMap<>();

    DeployedModels(Forms forms, RepositoryService repositoryService) {
        this.forms = forms;
        this.repositoryService = repositoryService;
    }

    /** The same, for a record that may name a version there never was. */
    public Optional<ModelSet> find(String process, int version) {
        boolean known =
                deploymentByVersion.containsKey(process + ":" + version) || definition(process, version) != null;
        return known ? Optional.of(of(process, version)) : Optional.empty();
    }

    /** The set that a version of a procedure was deployed with. */
    public ModelSet of(String process, int version) {
        String deployment = remembered(deploymentByVersion, process + ":" + version, key -> Objects.requireNonNull(
                        definition(process, version))
                .getDeploymentId());
        return remembered(byDeployment, deployment, this::read);
    }

    /** No lock is held while the database is asked: who holds the database's turn may be waiting for this lock. */
    private static <T> T remembered(Map<String, T> known, String key, Function<String, T> ask) {
        T value = known.get(key);
        if (value == null) {
            value = ask.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** The drawing of a procedure as it was deployed, with its names in one language; empty for a version there never was. */
    public Optional<byte[]> drawing(String process, int version, Language language) {
        ProcessDefinition definition = definition(process, version);
        if (definition == null) {
            return Optional.empty();
        }
        try (InputStream model = repositoryService.getProcessModel(definition.getId())) {
            return Optional.of(new Drawing(definition.getResourceName(), model.readAllBytes()).in(language));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The drawing of a procedure that need not be deployed, with its names in one language.
     *
     * @throws BrokenModel when the file is not BPMN
     */
    public static byte[] drawing(String file, byte[] content, Language language) {
        return new Drawing(file, content).in(language);
    }

    /** The set that a new case begins under. */
    public ModelSet latest(String process) {
        return of(process, latestVersion(process));
    }

    /** The version of a procedure that a new case begins under. */
    public int latestVersion(String process) {
        return latestDefinition(process).getVersion();
    }

    private ProcessDefinition latestDefinition(String process) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private @Nullable ProcessDefinition definition(String process, int version) {
        if (version < 1) {
            return null;
        }
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .singleResult();
    }

    private ModelSet read(String deployment) {
        return ModelSet.read(forms, files(deployment));
    }

    /** The files of a set as they were deployed, by path. */
    public Map<String, byte[]> files(String deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repositoryService.getDeploymentResourceNames(deployment)) {
            try (InputStream content = repositoryService.getResourceAsStream(deployment, name)) {
                files.put(name, content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }
}
