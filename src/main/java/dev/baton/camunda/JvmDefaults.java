package dev.baton.camunda;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.joda.time.DateTimeZone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Due dates are stored without a zone, and sentences are English: before anything else exists, this JVM's zone becomes UTC
 * and its language English, whatever the machine's.
 */
final class JvmDefaults implements BeanFactoryPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(JvmDefaults.class);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var zone = TimeZone.getDefault();
        if (!zone.hasSameRules(TimeZone.getTimeZone(ZoneOffset.UTC))) {
            LOG.warn(
                    "This JVM ran in {}; Baton stores times in UTC and switches to it. Start with -Duser.timezone=UTC.",
                    zone.getID());
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        }
        DateTimeZone.setDefault(DateTimeZone.UTC);
        Locale.setDefault(Locale.ENGLISH);
    }
}
