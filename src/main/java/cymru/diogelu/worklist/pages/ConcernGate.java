package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets nobody begin to tell what they may not raise in the end. */
@ControllerAdvice(assignableTypes = {ConcernStartPage.class, ConcernPages.class, ConcernCheckPage.class})
class ConcernGate {

    private final CaseAccess access;

    ConcernGate(CaseAccess access) {
        this.access = access;
    }

    @ModelAttribute
    void onlyWhoMayRaise(@AuthenticationPrincipal Person person) {
        access.requireMayRaise(person.viewer());
    }
}
