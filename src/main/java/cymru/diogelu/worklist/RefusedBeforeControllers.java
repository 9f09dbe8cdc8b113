package cymru.diogelu.worklist;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets what is refused before it reaches a controller be answered in the same words and form as everything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RefusedBeforeControllers {

    @Bean
    AuthenticationEntryPoint askToSignIn(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        return (request, response, missing) -> refusals.resolveException(request, response, null, missing);
    }

    @Bean
    AccessDeniedHandler refuseOtherSites(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        return (request, response, denied) -> refusals.resolveException(request, response, null, denied);
    }

    @Bean
    RequestRejectedHandler refuseMalformedAddress(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        return (request, response, rejected) -> refusals.resolveException(request, response, null, rejected);
    }
}
