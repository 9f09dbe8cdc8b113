package cymru.diogelu.procedures.models;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at a failed start which file is broken, where and why, instead of a stack trace. */
class BrokenModelAnalyzer extends AbstractFailureAnalyzer<BrokenModel> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BrokenModel broken) {
        return new FailureAnalysis(
                "A model or form cannot be deployed: " + broken.getMessage(),
                "Correct the file named above; nothing was deployed and no case was touched.",
                broken);
    }
}
