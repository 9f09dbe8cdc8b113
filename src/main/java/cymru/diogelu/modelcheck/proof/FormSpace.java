package cymru.diogelu.modelcheck.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may answer to some questions of a form, of all that its judge would take. A list has one row. Where a
 * condition reads what is not followed, the question may be shown or not.
 */
final class FormSpace {

    /** Stands for every text, date and number. */
    static final String WRITTEN = "written";

    /** Among answers so far: the question was not shown. */
    private static final Object HIDDEN = new Object();

    private final Wording wording;
    private final List<Question> asked;
    private final Observers observers;

    /**
     * @param wanted the paths of the questions whose answers matter; those that show or hide them come by themselves
     */
    FormSpace(Wording wording, List<Question> questions, Set<String> wanted, Observers observers) {
        this.wording = wording;
        this.observers = observers;
        this.asked = inOrder(closed(questions, wanted));
    }

    private List<Question> closed(List<Question> questions, Set<String> wanted) {
        Map<String, Question> byName =
                questions.stream().filter(Question::atTheTop).collect(Collectors.toMap(Question::path, found -> found));
        Set<Question> closed = new LinkedHashSet<>();
        List<Question> open = new ArrayList<>(
                questions.stream().filter(one -> wanted.contains(one.path())).toList());
        while (!open.isEmpty()) {
            Question next = open.remove(open.size() - 1);
            if (closed.add(next)) {
                reads(next).map(byName::get).filter(found -> found != null).forEach(open::add);
            }
        }
        return questions.stream().filter(closed::contains).toList();
    }

    private Stream<String> reads(Question question) {
        return question.hides().stream().flatMap(hide -> wording.variables(hide).stream());
    }

    /** Each question behind those that show or hide it. */
    private List<Question> inOrder(List<Question> questions) {
        Set<String> names = questions.stream().map(Question::path).collect(Collectors.toSet());
        List<Question> left = new ArrayList<>(questions);
        List<Question> ordered = new ArrayList<>();
        Set<String> done = new LinkedHashSet<>();
        while (!left.isEmpty()) {
            Question next = left.stream()
                    .filter(one -> reads(one).allMatch(name -> !names.contains(name) || done.contains(name)))
                    .findFirst()
                    .orElse(left.get(0));
            left.remove(next);
            ordered.add(next);
            done.add(next.path());
        }
        return ordered;
    }

    /** The conditions under which its questions are asked. */
    Stream<String> conditions() {
        return asked.stream().flatMap(question -> question.hides().stream()).distinct();
    }

    /**
     * The names that conditions read and that are no questions of the form, or questions that may be hidden: then what is
     * known of them already is read.
     */
    Set<String> factsRead() {
        Set<String> own = asked.stream()
                .filter(question -> question.hides().isEmpty())
                .map(Question::path)
                .collect(Collectors.toSet());
        return asked.stream()
                .flatMap(this::reads)
                .filter(name -> !own.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it matters to other questions that this one is hidden, and not only left without an answer. */
    private boolean mattersWhenHidden(Question question) {
        return !question.hides().isEmpty()
                && asked.stream().flatMap(this::reads).anyMatch(question.path()::equals);
    }

    /** Whether the answers tell what was answered to a question. */
    boolean tells(Question question) {
        return asked.contains(question);
    }

    /** @param facts what is known beside the form; a name that is not there is not followed */
    List<Map<String, Object>> answers(Map<String, ? extends @Nullable Object> facts) {
        return answers(facts, all -> all);
    }

    /**
     * Some of the answers.
     *
     * @param kept which of the answers so far are gone on with, question after question
     */
    List<Map<String, Object>> answers(
            Map<String, ? extends @Nullable Object> facts, UnaryOperator<List<Map<String, Object>>> kept) {
        List<Map<String, Object>> all = List.of(Map.of());
        Set<String> settled = new LinkedHashSet<>();
        for (Question question : asked) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> sofar : all) {
                add(question, sofar, settled, facts, next);
            }
            settled.add(question.path());
            all = kept.apply(next);
        }
        return all.stream().map(FormSpace::nested).distinct().toList();
    }

    /** How answers that somebody gave stand to those that are tried. */
    enum Tried {
        YES,
        /** A list with more kinds of options than are tried together. */
        BEYOND_THE_BOUND,
        /** Nobody could have given them. */
        NO
    }

    /** @param given by path, as far as they are asked for here */
    Tried tried(Map<String, ? extends @Nullable Object> facts, Map<String, Object> given) {
        Map<String, Object> sofar = new LinkedHashMap<>();
        Set<String> settled = new LinkedHashSet<>();
        Tried tried = Tried.YES;
        for (Question question : asked) {
            Object value = given.get(question.path());
            Set<Boolean> shown = shown(question, sofar, settled, facts);
            if (value == null ? !shown.contains(false) && question.required() : !shown.contains(true)) {
                return Tried.NO;
            }
            if (value != null) {
                if (!question.options().isEmpty() && !observers.standsFor(question, value)) {
                    tried = Tried.BEYOND_THE_BOUND;
                }
                sofar.put(question.path(), value);
            } else if (shown.contains(false) && mattersWhenHidden(question)) {
                sofar.put(question.path(), HIDDEN);
            }
            settled.add(question.path());
        }
        return tried;
    }

    /** The paths of the questions whose answers are told. */
    List<String> paths() {
        return asked.stream().map(Question::path).toList();
    }

    private void add(
            Question question,
            Map<String, Object> sofar,
            Set<String> settled,
            Map<String, ? extends @Nullable Object> facts,
            List<Map<String, Object>> next) {
        Set<Boolean> shown = shown(question, sofar, settled, facts);
        boolean hidden = shown.contains(false) && mattersWhenHidden(question);
        if (hidden) {
            next.add(with(sofar, question, HIDDEN));
        }
        if (shown.contains(true) && !question.required() || shown.contains(false) && !hidden) {
            next.add(sofar);
        }
        if (shown.contains(true)) {
            values(question).forEach(value -> next.add(with(sofar, question, value)));
        }
    }

    private static Map<String, Object> with(Map<String, Object> sofar, Question question, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(sofar);
        more.put(question.path(), value);
        return more;
    }

    private Set<Boolean> shown(
            Question question,
            Map<String, Object> sofar,
            Set<String> settled,
            Map<String, ? extends @Nullable Object> facts) {
        boolean unknown = false;
        Map<String, Object> known = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        settled.stream().filter(name -> sofar.get(name) != HIDDEN).forEach(known::remove);
        sofar.forEach((name, value) -> {
            if (value != HIDDEN) {
                known.put(name, value);
            }
        });
        for (String hide : question.hides()) {
            boolean followed = wording.variables(hide).stream()
                    .allMatch(name -> settled.contains(name) && sofar.get(name) != HIDDEN || facts.containsKey(name));
            if (!followed) {
                unknown = true;
            } else if (Boolean.TRUE.equals(wording.value(hide, known))) {
                return Set.of(false);
            }
        }
        return unknown ? Set.of(true, false) : Set.of(true);
    }

    private List<?> values(Question question) {
        if (question.type().equals("checkbox")) {
            return question.required() ? List.of(true) : List.of(true, false);
        }
        return question.options().isEmpty() ? List.of(WRITTEN) : observers.choices(question);
    }

    /** @param sofar answers by path, while more is asked */
    static boolean isAnswered(Map<String, Object> sofar, String path) {
        Object answer = sofar.get(path);
        return answer != null && answer != HIDDEN;
    }

    /** Recorded answers by path; of rows the first. */
    static Map<String, Object> flat(Map<String, Object> answers) {
        Map<String, Object> flat = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?> row) {
                row.forEach((name, answer) -> flat.put(key + "[]." + name, answer));
            } else {
                flat.put(key, value);
            }
        });
        return flat;
    }

    /** Answers as they are recorded: rows of a list under the list. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, Object> flat) {
        Map<String, Object> nested = new LinkedHashMap<>();
        flat.forEach((path, value) -> {
            if (value == HIDDEN) {
                return;
            }
            int list = path.indexOf("[].");
            if (list < 0) {
                nested.put(path, value);
            } else {
                List<Object> rows = (List<Object>) nested.computeIfAbsent(
                        path.substring(0, list), none -> new ArrayList<>(List.of(new LinkedHashMap<>())));
                ((Map<String, Object>) rows.get(0)).put(path.substring(list + 3), value);
            }
        });
        return nested;
    }
}
