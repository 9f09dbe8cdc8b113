package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Group;
import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers to a form from a seed. Tame ones are such as a person could give on a page, fitting, missing, or over
 * the limits; wild ones may be of any kind and shape.
 */
final class AnswerGenerator {

    private final Random random;
    private boolean wild;

    AnswerGenerator(long seed) {
        random = new Random(seed);
    }

    Map<String, Object> answers(Form form, boolean anyShape) {
        wild = anyShape;
        var answers = new LinkedHashMap<String, Object>();
        form.level().components().forEach(component -> answer(component, answers));
        if (oneIn(10)) {
            answers.put("surprise", 1);
        }
        return answers;
    }

    private void answer(Component component, Map<String, Object> answers) {
        if (component instanceof Group group) {
            group(group, answers);
        } else if (component instanceof Rows list) {
            Tree.put(answers, list.path(), oneIn(20) ? "not a list" : rows(list));
        } else if (component instanceof Question question && random.nextInt(6) > 0) {
            Tree.put(answers, question.path(), oneIn(12) ? null : answer(question.kind()));
        }
    }

    private void group(Group group, Map<String, Object> answers) {
        var inside = group.path().isEmpty() ? answers : new LinkedHashMap<String, Object>();
        group.components().forEach(inner -> answer(inner, inside));
        if (!group.path().isEmpty() && random.nextInt(10) > 0) {
            Tree.put(answers, group.path(), inside);
        }
    }

    private List<Object> rows(Rows list) {
        var rows = new ArrayList<Object>();
        IntStream.range(0, random.nextInt(4)).forEach(row -> {
            var inside = new LinkedHashMap<String, Object>();
            list.components().forEach(inner -> answer(inner, inside));
            rows.add(inside);
        });
        return rows;
    }

    private @Nullable Object answer(Kind kind) {
        if (kind instanceof TextKind text) {
            return random.nextInt(4) == 0 ? atTheLimit(text) : text(text);
        }
        if (kind instanceof ChoiceKind choice) {
            return oneIn(5) ? pick(List.of("elsewhere", "", 3, true, List.of("yes"))) : pick(values(choice.options()));
        }
        if (kind instanceof ChoicesKind choices) {
            return choices(values(choices.options()));
        }
        if (kind instanceof TickKind) {
            return oneIn(5) ? pick(List.of("true", 1)) : random.nextBoolean();
        }
        return pick(kind instanceof MomentKind moment ? Pools.moments(moment.subtype(), wild) : Pools.numbers(wild));
    }

    private Object text(TextKind kind) {
        if (random.nextBoolean() && kind.pattern() != null) {
            return pick(Pools.CODES);
        }
        if (random.nextBoolean() && !kind.validationType().isEmpty()) {
            return pick(kind.validationType().equals("email") ? Pools.ADDRESSES : Pools.PHONES);
        }
        return pick(Pools.texts(wild));
    }

    /** Text around its limits. */
    private Object atTheLimit(TextKind text) {
        var limits = text.constraints(Scope.of(Map.of()));
        var limit = (BigDecimal) limits.getOrDefault(random.nextBoolean() ? "maxLength" : "minLength", BigDecimal.ONE);
        return pick(List.of("a", "a", "ŵ")).toString().repeat(Math.max(1, limit.intValue() + random.nextInt(3) - 1));
    }

    private Object choices(List<String> values) {
        if (oneIn(12)) {
            return "police";
        }
        var chosen = new ArrayList<Object>();
        values.stream().filter(value -> random.nextBoolean()).forEach(chosen::add);
        if (oneIn(8)) {
            chosen.addAll(pick(List.of(List.of("elsewhere"), List.of(1), List.copyOf(chosen))));
        }
        Collections.shuffle(chosen, random);
        return chosen;
    }

    private static List<String> values(Options options) {
        if (options.fact() != null) {
            return List.of("tim", "tina", "Rose", "p");
        }
        return options.known() ? List.copyOf(options.listed().keySet()) : List.of("p", "q", "r");
    }

    /** Wild answers only. */
    private boolean oneIn(int many) {
        return wild && random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }
}
