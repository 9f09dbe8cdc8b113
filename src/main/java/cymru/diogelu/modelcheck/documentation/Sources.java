package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.statute.Confidence;
import cymru.diogelu.statute.Provision;

/** Where a provision was read, and how sure that is. */
final class Sources {

    private Sources() {}

    static String of(Provision provision, Speech speech) {
        return speech.say("item.source", Page.plain(provision.source()), sure(provision.confidence(), speech));
    }

    static String sure(Confidence confidence, Speech speech) {
        return speech.say("confidence." + confidence);
    }
}
