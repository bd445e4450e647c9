package dev.baton.camunda;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node calls itself when nobody gave it a name: the same after each start, another one for its neighbours. */
final class NodeName {

    private NodeName() {}

    static String of(String chosen, String port) {
        return chosen.isBlank() ? host() + ":" + port : chosen;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
