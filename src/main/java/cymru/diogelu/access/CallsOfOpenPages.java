package cymru.diogelu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what an open page sends by itself after its person's session has ended, and opens no session for it: its
 * answer may come after the page that asks to sign in, whose session it would replace, and the sign-in would be asked
 * for twice. A page that only looks is loaded anew, to its sign-in; one in which somebody types stays as it is.
 */
final class CallsOfOpenPages extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"true".equals(request.getHeader("HX-Request")) || signedIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("GET")) {
            response.setHeader("HX-Refresh", "true");
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    private static boolean signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
