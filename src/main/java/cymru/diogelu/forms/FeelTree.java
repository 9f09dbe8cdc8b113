package cymru.diogelu.forms;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/** What stands in a parsed FEEL expression, found by walking it. The engine's syntax tree is made of Scala's products. */
final class FeelTree {

    private static final int DEEPEST_LOOP = 2;

    /** Counts through ranges, builds numbers of any size, calls itself. */
    private static final Set<Class<?>> UNBOUNDED =
            Set.of(For.class, IterationContext.class, Exponentiation.class, FunctionDefinition.class);

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> locals = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private boolean endless;

    private FeelTree() {}

    static FeelTree of(ParsedExpression expression) {
        FeelTree tree = new FeelTree();
        tree.walk(expression.expression(), 0);
        return tree;
    }

    Set<String> functions() {
        return functions;
    }

    /** The names that are not the loop variables of the expression itself. */
    Set<String> variables() {
        Set<String> variables = new LinkedHashSet<>(names);
        variables.removeAll(locals);
        return variables;
    }

    /** Whether it can ask for more steps than its own length and the lists of a case account for. */
    boolean endless() {
        return endless;
    }

    private void walk(@Nullable Object node, int loops) {
        int inside = loops;
        if (node instanceof Ref ref) {
            names.add(ref.names().head());
        } else if (node instanceof FunctionInvocation call) {
            functions.add(call.function());
        } else if (node instanceof QualifiedFunctionInvocation call) {
            functions.add(call.function());
        } else if (node instanceof SomeItem some) {
            inside += local(some.iterators());
        } else if (node instanceof EveryItem every) {
            inside += local(every.iterators());
        } else if (node instanceof Filter) {
            locals.add("item");
            inside++;
        }
        endless |= inside > DEEPEST_LOOP || UNBOUNDED.stream().anyMatch(kind -> kind.isInstance(node));
        if (node instanceof Product product) {
            for (int child = 0; child < product.productArity(); child++) {
                walk(product.productElement(child), inside);
            }
        }
    }

    /** Names the variables of a loop; as many lists are gone through inside one another. */
    private int local(List<Tuple2<String, Exp>> iterators) {
        Iterator<Tuple2<String, Exp>> each = iterators.iterator();
        while (each.hasNext()) {
            locals.add(each.next()._1());
        }
        return iterators.size();
    }
}
