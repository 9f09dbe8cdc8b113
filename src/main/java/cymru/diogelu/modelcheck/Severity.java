package cymru.diogelu.modelcheck;

/** How much a finding weighs. */
public enum Severity {
    /** The set of models cannot be deployed. */
    ERROR,
    /** The set can be deployed by somebody who says why. */
    WARNING
}
