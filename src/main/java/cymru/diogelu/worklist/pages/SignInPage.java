package cymru.diogelu.worklist.pages;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.language.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the people of the demonstration sign in: one for each group. */
@Controller
class SignInPage {

    private final Agencies agencies;

    SignInPage(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/worklist";
    }

    @GetMapping("/sign-in")
    String signIn(Model model, Locale locale) {
        Language language = Language.of(locale);
        List<DemonstrationPerson> people = agencies.allGroups().stream()
                .map(group -> new DemonstrationPerson(group, agencies.describe(Group.parse(group), language)))
                .sorted(Comparator.comparing(DemonstrationPerson::name, agencies.alphabet(language)))
                .toList();
        model.addAttribute("people", people);
        return "sign-in";
    }

    record DemonstrationPerson(String user, String name) {}
}
