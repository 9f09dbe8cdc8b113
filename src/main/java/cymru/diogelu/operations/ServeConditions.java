package cymru.diogelu.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Lets only a demonstration on this machine serve: there is no production mode, so without the demonstration's banner
 * and timers invented people would sign in to what looks like a real service whose limits never pass.
 */
final class ServeConditions implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** @throws RefusedStart when the settings ask for more than a demonstration on this machine */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if ("false".equalsIgnoreCase(environment.getProperty("diogelu.demonstration"))) {
            throw new RefusedStart(
                    "diogelu.demonstration is false, but there is no production mode yet: only a demonstration can be served.",
                    "Remove the setting; enter no real child.");
        }
        String address = environment.getProperty("server.address", "");
        if (!isLoopback(address)) {
            throw new RefusedStart(
                    "server.address is '%s', but a demonstration must not be reached from other machines."
                            .formatted(address),
                    "Remove the setting, or set it to 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
