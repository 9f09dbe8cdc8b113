package cymru.diogelu.designer.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.designer.Impact;
import cymru.diogelu.designer.Move;
import cymru.diogelu.designer.Moves;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.MovedCase;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What other models mean for open cases, and the move of those that a designer chooses. */
@Controller
class CasePages {

    private final Impact impact;
    private final Moves moves;
    private final MoveChoices choices;
    private final MoveWords words;

    CasePages(Impact impact, Moves moves, MoveChoices choices, MoveWords words) {
        this.impact = impact;
        this.moves = moves;
        this.choices = choices;
        this.words = words;
    }

    @GetMapping("/models/proposals/{number}/impact")
    String impact(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        show(impact.ofProposal(person.viewer(), number, after, Map.of()), model, locale);
        model.addAttribute("number", number);
        return "model-impact";
    }

    /** A move in the list of those that were ordered. */
    record Ordered(Move move, ZonedDateTime at, String words) {}

    @GetMapping("/models/cases")
    String cases(
            @AuthenticationPrincipal Person person,
            @RequestParam(defaultValue = "") String after,
            Model model,
            Locale locale) {
        Language language = Language.of(locale);
        List<MovedCase> cases = impact.ofCurrent(person.viewer(), after, Map.of());
        show(cases, model, locale);
        model.addAttribute("procedures", choices.procedures(cases, language));
        model.addAttribute("steps", choices.steps(cases, language));
        model.addAttribute(
                "moves",
                moves.newest(person.viewer()).stream()
                        .map(move ->
                                new Ordered(move, ProposalPages.local(move.orderedAt()), choices.told(move, language)))
                        .toList());
        return "model-cases";
    }

    private void show(List<MovedCase> cases, Model model, Locale locale) {
        Language language = Language.of(locale);
        model.addAttribute(
                "cases", cases.stream().map(moved -> words.of(moved, language)).toList());
        model.addAttribute(
                "next",
                cases.size() < Impact.PAGE ? null : cases.get(Impact.PAGE - 1).reference());
    }

    @PostMapping("/models/cases")
    String move(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "case", defaultValue = "") List<String> cases,
            Model model,
            Locale locale) {
        Language language = Language.of(locale);
        List<Impact.Result> results = impact.move(person.viewer(), cases, Map.of());
        model.addAttribute(
                "results",
                results.stream()
                        .map(result -> new Result(words.of(result.moved(), language), result.busy()))
                        .toList());
        return "model-moved";
    }

    record Result(MoveWords.Told told, boolean busy) {}
}
