package cymru.diogelu.designer.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.designer.Move;
import cymru.diogelu.designer.Move.Outcome;
import cymru.diogelu.designer.MoveRule;
import cymru.diogelu.designer.Moves;
import cymru.diogelu.language.Language;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The move of many cases by a rule, and how far it has come. */
@Controller
class MovePages {

    /** A rule, and after a colon the procedure or step that it asks for, with the version that has words for it. */
    private static final Pattern CHOSEN = Pattern.compile(
            "(ALL|SAME_DATES)|(PROCEDURE|STEP):([A-Za-z0-9_.-]{1,100}(?:/[A-Za-z0-9_.-]{1,150})?)@([0-9]{1,9})");

    private final Moves moves;
    private final MoveChoices choices;

    MovePages(Moves moves, MoveChoices choices) {
        this.moves = moves;
        this.choices = choices;
    }

    @PostMapping("/models/moves")
    String order(@AuthenticationPrincipal Person person, @RequestParam String chosen) {
        Matcher rule = CHOSEN.matcher(chosen);
        if (!rule.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        boolean everywhere = rule.group(1) != null;
        long number = moves.order(
                person.viewer(),
                MoveRule.valueOf(rule.group(everywhere ? 1 : 2)),
                everywhere ? "" : rule.group(3),
                everywhere ? 0 : Integer.parseInt(rule.group(4)));
        return "redirect:/models/moves/" + number;
    }

    /** A case of the move that was not moved. */
    record Left(String reference, Outcome outcome) {}

    @GetMapping("/models/moves/{number}")
    String move(@AuthenticationPrincipal Person person, @PathVariable long number, Model model, Locale locale) {
        Moves.Progress progress = moves.progress(person.viewer(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Move move = progress.move();
        ZonedDateTime orderedAt = ProposalPages.local(move.orderedAt());
        List<Left> left = progress.outcomes().entrySet().stream()
                .filter(each -> each.getValue() == Outcome.STOPPED || each.getValue() == Outcome.BUSY)
                .map(each -> new Left(each.getKey(), each.getValue()))
                .toList();
        model.addAttribute("progress", progress);
        model.addAttribute("orderedAt", orderedAt);
        model.addAttribute("moved", progress.count(Outcome.MOVED));
        model.addAttribute("unmoved", left);
        model.addAttribute("chosen", choices.told(move, Language.of(locale)));
        return "model-move";
    }
}
