package cymru.diogelu.worklist.pages;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What the law or the procedures ask for under one id, in our own words, with the place where it was read. */
@Controller
class ProvisionPage {

    private final Provisions provisions;
    private final Agencies agencies;

    ProvisionPage(Provisions provisions, Agencies agencies) {
        this.provisions = provisions;
        this.agencies = agencies;
    }

    @GetMapping("/provisions/{id}")
    ModelAndView show(@PathVariable String id, Locale locale) {
        return provisions
                .find(id)
                .map(found -> page(found, Language.of(locale)))
                .orElseGet(() -> {
                    var absent = new ModelAndView("problem");
                    absent.setStatus(HttpStatus.NOT_FOUND);
                    return absent.addObject("problem", "absent");
                });
    }

    private ModelAndView page(Provision provision, Language language) {
        List<String> ladder = provision.escalation().stream()
                .map(role -> agencies.role(role).name().in(language))
                .toList();
        return new ModelAndView("provision")
                .addObject("provision", provision)
                .addObject("title", provision.title().in(language))
                .addObject("duty", provision.duty().in(language))
                .addObject(
                        "limit",
                        provision.limit() == null
                                ? null
                                : provision.limit().text().in(language))
                .addObject("ladder", ladder)
                .addObject("confidence", provision.confidence().name());
    }
}
