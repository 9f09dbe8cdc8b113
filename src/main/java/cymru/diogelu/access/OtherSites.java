package cymru.diogelu.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/**
 * Tells what another site made a browser send: the browser adds the session or the password of whoever sits there by
 * itself, but it also says from where a request comes. What no browser sends says nothing, and is nobody else's.
 */
public final class OtherSites {

    private OtherSites() {}

    public static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader(HttpHeaders.HOST));
    }
}
