package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ids of provisions as they stand in texts. */
public final class ProvisionIds {

    private static final Pattern ID = Pattern.compile("\\b(?:DL|INV|PR)-\\d+[a-z]?\\b");

    private ProvisionIds() {}

    /** In their order, each as often as it stands there. */
    public static List<String> in(String text) {
        return ID.matcher(text).results().map(MatchResult::group).toList();
    }
}
