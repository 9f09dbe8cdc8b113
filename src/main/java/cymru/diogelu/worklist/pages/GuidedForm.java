package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form that is asked page by page, as far as somebody has answered it.
 *
 * @param steps the pages that these answers lead through, in their order
 * @param judgement of the whole form, of which each page is told its own part
 * @param left the addresses of the pages that were answered and left, the latest last
 */
record GuidedForm(List<FormStep> steps, Judgement judgement, Set<String> left) {

    static GuidedForm of(Form form, Map<String, Object> answers, Set<String> left, Language language, Instant now) {
        return new GuidedForm(
                FormSteps.of(form.render(language, Map.of(), answers)), form.judge(answers, Map.of(), now), left);
    }

    Optional<FormStep> find(String address) {
        return steps.stream().filter(step -> step.address().equals(address)).findFirst();
    }

    /** What is wrong with the answers of a page. */
    List<FieldError> errors(FormStep step) {
        return judgement.errors().stream()
                .filter(error -> step.owns(error.key()))
                .toList();
    }

    /** The first page on which one of these is mended. */
    Optional<FormStep> owner(List<FieldError> errors) {
        return steps.stream()
                .filter(step -> errors.stream().anyMatch(error -> step.owns(error.key())))
                .findFirst();
    }

    /** The first page that still needs an answer; none when the whole form can be handed in. */
    Optional<FormStep> open() {
        return steps.stream()
                .filter(step -> !left.contains(step.address()) || !errors(step).isEmpty())
                .findFirst();
    }

    /** Whether it is this page's turn, or it had its turn: nothing is asked past a page that needs an answer. */
    boolean asks(FormStep step) {
        return left.contains(step.address()) || open().filter(step::equals).isPresent();
    }

    /** The names of the pages that each row of a list has. */
    Set<String> pagesOfRows(FormStep list) {
        return steps.stream()
                .filter(step -> step.row() > 0 && step.listPage().equals(list.page()))
                .map(FormStep::page)
                .collect(Collectors.toSet());
    }

    /** The first page of a row. */
    Optional<FormStep> ofRow(FormStep list, int row) {
        return steps.stream()
                .filter(step -> step.row() == row && step.listPage().equals(list.page()))
                .findFirst();
    }

    /** Where the way back leads: to the page left last, which need not stand just before; in what was left before, one up. */
    Optional<FormStep> before(FormStep step) {
        if (left.contains(step.address())) {
            int at = steps.indexOf(step);
            return at > 0 ? Optional.of(steps.get(at - 1)) : Optional.empty();
        }
        return left.stream().flatMap(address -> find(address).stream()).reduce((earlier, later) -> later);
    }

    void leave(FormStep step) {
        left.remove(step.address());
        left.add(step.address());
    }
}
