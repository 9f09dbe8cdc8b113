package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Models;
import java.util.stream.Stream;

/** Every file is what its name says, no larger than a model can be, and brings nothing that reads other files. */
final class ReadableFile implements Rule {

    private static final String ID = "readable-file";
    private static final Told UNREADABLE =
            Told.error(ID, "This file cannot be read: %s", "Ni ellir darllen y ffeil hon: %s");
    private static final Told TOO_LARGE = Told.error(
            ID,
            "This file has %s bytes; a model has at most " + Models.LARGEST_FILE + ".",
            "Mae gan y ffeil hon %s beit; mae gan fodel " + Models.LARGEST_FILE + " ar y mwyaf.");
    private static final Told TOO_LARGE_TOGETHER = Told.error(
            ID,
            "From here on nothing was read: the files of a set have at most %s bytes together.",
            "O'r fan hon ymlaen ni ddarllenwyd dim: mae gan ffeiliau set %s beit ar y mwyaf gyda'i gilydd.");
    private static final Told OTHER_CONTENT = Told.error(
            ID,
            "This file begins with ‘%s’ and so is not what its name says.",
            "Mae'r ffeil hon yn dechrau gyda ‘%s’ ac felly nid yw'r hyn y mae ei henw'n ei ddweud.");
    private static final Told NOT_ONE = Told.error(
            ID,
            "One procedure, or one table for each decision, is expected here; there are %s.",
            "Disgwylir un weithdrefn, neu un tabl ar gyfer pob penderfyniad, yma; mae %s.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().faults().stream()
                .map(fault -> told(fault.fault()).at(fault.file(), "", fault.line(), fault.reason()));
    }

    private static Told told(Models.Kind fault) {
        return switch (fault) {
            case UNREADABLE -> UNREADABLE;
            case TOO_LARGE -> TOO_LARGE;
            case TOO_LARGE_TOGETHER -> TOO_LARGE_TOGETHER;
            case OTHER_CONTENT -> OTHER_CONTENT;
            case NOT_ONE -> NOT_ONE;
        };
    }
}
