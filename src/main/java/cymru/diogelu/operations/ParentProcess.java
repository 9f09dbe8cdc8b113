package cymru.diogelu.operations;

/** Ends a program that another one started when that one ends, however it does: nobody would read what it says. */
public final class ParentProcess {

    /** The system property that holds the number of the process to end with. */
    private static final String PARENT = "diogelu.parent";

    private static final int ORPHANED = 3;

    private ParentProcess() {}

    /** Does nothing in a program that stands for itself. */
    public static void endWithIt() {
        String parent = System.getProperty(PARENT);
        if (parent != null) {
            ProcessHandle.of(Long.parseLong(parent))
                    .ifPresentOrElse(handle -> handle.onExit().thenRun(ParentProcess::end), ParentProcess::end);
        }
    }

    private static void end() {
        Runtime.getRuntime().halt(ORPHANED);
    }
}
