package cymru.diogelu.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One thing that the law asks of any set of models.
 *
 * @param provision the invariant or limit of the register
 * @param asks in words, for people
 * @param keptBy the elements, questions and tables of today's models that keep it, for the documentation
 * @param judge finds every place where a set of models falls short
 * @param bends changes that a careless designer might make, each of which the judge must find
 */
record Check(String provision, String asks, String keptBy, Function<Pathway, List<Finding>> judge, List<Bend> bends) {

    static Check of(String provision, String asks, String keptBy, Function<Pathway, List<Finding>> judge) {
        return new Check(provision, asks, keptBy, judge, List.of());
    }

    Check bentBy(Bend... more) {
        List<Bend> all = new ArrayList<>(bends);
        all.addAll(Arrays.asList(more));
        return new Check(provision, asks, keptBy, judge, List.copyOf(all));
    }

    List<Finding> findings(Pathway pathway) {
        return judge.apply(pathway).stream().distinct().toList();
    }
}
