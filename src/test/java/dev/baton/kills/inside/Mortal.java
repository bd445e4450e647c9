package dev.baton.kills.inside;

import dev.baton.Baton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;

/**
 * Starts the service as it is and listens to whoever started it: a line such as {@code gate-judged BEFORE_COMMIT} sets a
 * breakpoint, and the end of the input ends the process, so that it never outlives its test.
 */
public final class Mortal {

    private static final Breakpoints BREAKPOINTS = new Breakpoints();

    private Mortal() {}

    public static void main(String[] args) {
        var orders = new Thread(Mortal::listen, "orders");
        orders.setDaemon(true);
        orders.start();
        var service = new SpringApplication(Baton.class);
        service.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(BREAKPOINTS));
        service.run(args);
    }

    private static void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", -1);
                BREAKPOINTS.set(words[0], Moment.valueOf(words[1]));
            }
        } catch (IOException gone) {
            System.err.println("Nobody gives orders any more: " + gone);
        } finally {
            Runtime.getRuntime().halt(3);
        }
    }
}
