package cymru.diogelu.worklist.pages;

/**
 * A procedure that a case has entered.
 *
 * @param version under which the case walks it
 * @param open whether the case is still in it
 */
record WalkedProcedure(String id, int version, String name, boolean open) {}
