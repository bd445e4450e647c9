package dev.baton.demo;

import java.net.InetAddress;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** The demo's passwords stand in its log: it answers this machine only, whatever is configured. */
@Component
@Profile("demo")
class ThisMachineOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    @Override
    public void customize(ConfigurableWebServerFactory server) {
        server.setAddress(InetAddress.getLoopbackAddress());
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
