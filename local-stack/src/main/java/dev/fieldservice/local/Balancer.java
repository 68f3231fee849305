package dev.fieldservice.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A TCP load balancer before the replicas of a service, as a Service of Kubernetes is one: each new connection goes to the next
 * replica of those that are ready, and stays with it. One that does not take the connection is passed over.
 */
final class Balancer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1_024;

    private final int port;
    private final List<Integer> replicas = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private ServerSocket listener;

    Balancer(int port) {
        this.port = port;
    }

    /** Before that nobody listens on the port. */
    Balancer open() {
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MOST_WAITING);
            Thread.ofVirtual().name("balancer").start(this::accept);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port, e);
        }
    }

    /** From now on connections go there too. */
    void add(int replica) {
        if (!replicas.contains(replica)) {
            replicas.add(replica);
        }
    }

    /** From now on none goes there; those that there are stay. */
    void remove(int replica) {
        replicas.remove((Integer) replica);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                // or the client is gone already
            }
        }
    }

    private void connect(Socket client) {
        var replica = next();
        if (replica.isEmpty()) {
            end(client);
            return;
        }
        sockets.add(replica.get());
        var there = Thread.ofVirtual().start(() -> pass(client, replica.get()));
        pass(replica.get(), client);
        try {
            there.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(client);
            end(replica.get());
        }
    }

    private Optional<Socket> next() {
        var candidates = List.copyOf(replicas);
        int first = turn.getAndIncrement();
        return IntStream.range(0, candidates.size())
                .mapToObj(place -> candidates.get(Math.floorMod(first + place, candidates.size())))
                .flatMap(port -> connected(port).stream())
                .findFirst();
    }

    private static Optional<Socket> connected(int port) {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return Optional.of(socket);
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** One direction, to its end; a side that breaks off ends both. */
    private void pass(Socket from, Socket to) {
        try {
            from.setTcpNoDelay(true);
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(this::end);
    }
}
