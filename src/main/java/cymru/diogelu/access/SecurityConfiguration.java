package cymru.diogelu.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;

/** Denies everything to whoever has not signed in: calls of the API carry a password each, pages have a session. */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** What a browser may load into a page: only what this service itself serves, and nothing that runs inside a page. */
    private static final String CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final String[] OPEN_PAGES = {"/sign-in", "/assets/**", "/language/*", "/accessibility", "/again"};

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, AuthenticationEntryPoint askToSignIn, AccessDeniedHandler refuseOtherSites)
            throws Exception {
        return http.securityMatcher("/api/**", "/v3/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers(SecurityConfiguration::changeThatAnotherSiteSent)
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(askToSignIn))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(askToSignIn).accessDeniedHandler(refuseOtherSites))
                // There is no session that would hold a token. A browser adds a password that it was given once to
                // whatever another site makes it send: that is known by where it comes from, and refused above.
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean changeThatAnotherSiteSent(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && OtherSites.sent(request);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationSuccessHandler signedIn) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(signIn -> signIn.loginPage("/sign-in")
                        .successHandler(signedIn)
                        .failureHandler(SecurityConfiguration::sayAgain))
                .logout(signOut -> signOut.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(SecurityConfiguration::askToSignIn)
                        .accessDeniedHandler(SecurityConfiguration::sayAgain))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                // Before the token is looked for, since that opens a session where there is none.
                .addFilterBefore(new CallsOfOpenPages(), CsrfFilter.class)
                .build();
    }

    /** A form that was filled in goes along to the sign-in and back; whoever only looked is led back by the address. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST")) {
            sayAgain(request, response, missing);
        } else {
            new LoginUrlAuthenticationEntryPoint("/sign-in").commence(request, response, missing);
        }
    }

    private static void sayAgain(HttpServletRequest request, HttpServletResponse response, Exception refused)
            throws IOException, ServletException {
        request.getRequestDispatcher("/again").forward(request, response);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return DemonstrationPeople.demonstrationEncoder();
    }
}
