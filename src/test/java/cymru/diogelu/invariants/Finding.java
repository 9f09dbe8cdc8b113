package cymru.diogelu.invariants;

/**
 * One place where a set of models does not keep the law.
 *
 * @param element the BPMN element, decision or form field to look at
 * @param sentence what is wrong there
 */
record Finding(String file, String element, String sentence) {

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(file, element, sentence);
    }
}
