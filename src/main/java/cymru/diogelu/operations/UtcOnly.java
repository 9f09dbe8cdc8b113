package cymru.diogelu.operations;

import java.util.TimeZone;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Refuses to start outside UTC. The databases keep due dates as wall time of the program, and one hour of each October
 * has two instants in London.
 */
@Component
class UtcOnly implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        TimeZone zone = TimeZone.getDefault();
        if (!zone.hasSameRules(TimeZone.getTimeZone("UTC"))) {
            throw new RefusedStart(
                    "The program runs in the time zone %s, where limits could not be stored exactly."
                            .formatted(zone.getID()),
                    "Start it in UTC: with the jar's own main class, or with -Duser.timezone=UTC.");
        }
    }
}
