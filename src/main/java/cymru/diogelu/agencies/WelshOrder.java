package cymru.diogelu.agencies;

import cymru.diogelu.language.Language;
import java.text.Collator;
import java.text.ParseException;
import java.text.RuleBasedCollator;
import java.util.Locale;

/** The order of names in a list. Java knows no Welsh alphabet, in which ch, dd, ff, ng, ll, ph, rh, th are letters. */
final class WelshOrder {

    private static final String LETTERS =
            """
            & C < ch , cH , Ch , CH
            & D < dd , dD , Dd , DD
            & F < ff , fF , Ff , FF
            & G < ng , nG , Ng , NG
            & L < ll , lL , Ll , LL
            & P < ph , pH , Ph , PH
            & R < rh , rH , Rh , RH
            & T < th , tH , Th , TH
            """;

    private WelshOrder() {}

    static Collator of(Language language) {
        Collator english = Collator.getInstance(Locale.UK);
        if (language == Language.EN || !(english instanceof RuleBasedCollator rules)) {
            return english;
        }
        try {
            return new RuleBasedCollator(rules.getRules() + LETTERS);
        } catch (ParseException wrong) {
            throw new IllegalStateException("the Welsh alphabet cannot be read", wrong);
        }
    }
}
