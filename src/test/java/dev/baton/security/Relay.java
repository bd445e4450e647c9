package dev.baton.security;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stands between the service and its database, and can be cut or fall silent as a network does. */
final class Relay implements Closeable {

    private enum State {
        OPEN,
        SILENT,
        CUT
    }

    private final int target;
    private final int port;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket server;

    Relay(int target) throws IOException {
        this.target = target;
        var listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = listening.getLocalPort();
        accept(listening);
    }

    int port() {
        return port;
    }

    /** Nobody listens any more, and what was connected is broken. */
    void cut() throws IOException {
        state.set(State.CUT);
        close();
    }

    /** Connections stand, and nothing comes through: a database that hangs, a firewall that drops. */
    void fallSilent() {
        state.set(State.SILENT);
    }

    void open() throws IOException {
        var before = state.getAndSet(State.OPEN);
        if (before == State.CUT) {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            accept(listening);
        }
    }

    private void accept(ServerSocket listening) {
        server = listening;
        start(() -> {
            while (true) {
                var from = listening.accept();
                var to = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(from);
                sockets.add(to);
                if (state.get() == State.CUT) {
                    close(); // It was cut while this connection was made.
                }
                start(() -> copy(from.getInputStream(), to.getOutputStream()));
                start(() -> copy(to.getInputStream(), from.getOutputStream()));
            }
        });
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[8192];
        for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            while (state.get() == State.SILENT) {
                LockSupport.parkNanos(1_000_000);
            }
            to.write(buffer, 0, count);
            to.flush();
        }
        to.close();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                return; // It was cut.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }
}
