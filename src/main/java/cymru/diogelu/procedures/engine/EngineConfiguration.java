package cymru.diogelu.procedures.engine;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.recording.DecisionRecorder;
import cymru.diogelu.procedures.recording.ModelLanguage;
import cymru.diogelu.procedures.recording.RecordingParseListener;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.joda.time.DateTimeUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Configures the process engine in one place and locks it down: a model can call nothing but our own functions and
 * delegates, and nothing but our own code can reach the engine.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactionManager,
            StrictExpressions expressions,
            RecordingParseListener parseListener,
            DecisionRecorder decisions,
            ServiceClock clock) {
        // One for all engines of a program, as there is one clock: what the engine dates itself is dated by ours.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        var configuration = new LockedDownEngine();
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactionManager);
        configuration.setFailedJobCommandFactory(new Retries(clock));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setExpressionManager(expressions);
        configuration.setCustomPreBPMNParseListeners(List.of(parseListener));
        configuration.setDmnEngineConfiguration(recordingDecisions(decisions));
        return configuration;
    }

    @Bean
    StrictExpressions expressions(ModelLanguage language) {
        return new StrictExpressions(language.delegates(), language.functions());
    }

    private static DefaultDmnEngineConfiguration recordingDecisions(DecisionRecorder decisions) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(decisions);
        return configuration;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    /** The engine's defaults, changed where they run code, keep a second history or alter cases behind our back. */
    private static final class LockedDownEngine extends SpringProcessEngineConfiguration {

        private static final int QUERY_LIMIT = 500;
        private static final int JOB_LOCK_MILLIS = 60_000;
        private static final int IDS_AT_ONCE = 1_000;

        LockedDownEngine() {
            setScriptEngineResolver(new NoScripts());
            setEnableExpressionsInAdhocQueries(false);
            setEnableExpressionsInStoredQueries(false);
            setEnableXxeProcessing(false);
            setStandaloneTasksEnabled(false);
            setCmmnEnabled(false);
            setDefaultSerializationFormat("application/json");
            setDeserializationTypeValidationEnabled(true);
            // The ledger is the record; the engine's own history would be a second one to keep in step.
            setHistoryLevel(HistoryLevel.HISTORY_LEVEL_NONE);
            setHistoryCleanupEnabled(false);
            setMetricsEnabled(false);
            setTaskMetricsEnabled(false);
            setDbMetricsReporterActivate(false);
            setQueryMaxResultsLimit(QUERY_LIMIT);
            // Every block of ids is a transaction of its own for which all threads wait.
            setIdBlockSize(IDS_AT_ONCE);
            setJobExecutorActivate(false);
            setLockTimeInMillis(JOB_LOCK_MILLIS);
            setEnableCmdExceptionLogging(false);
            setCustomPreVariableSerializers(List.of(new Codes.Serializer()));
        }

        @Override
        protected void initExpressionManager() {
            setDmnElProvider(text -> {
                throw new ProcessEngineException("decisions are written in FEEL only: '%s'".formatted(text));
            });
            super.initExpressionManager();
        }

        @Override
        protected void initSerialization() {
            super.initSerialization();
            variableSerializers.removeSerializer(variableSerializers.getSerializerByName("serializable"));
        }

        private void setLockTimeInMillis(int millis) {
            setJobExecutor(new org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor());
            getJobExecutor().setLockTimeInMillis(millis);
        }
    }
}
