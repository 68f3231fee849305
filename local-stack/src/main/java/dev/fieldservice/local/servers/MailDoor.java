package dev.fieldservice.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy before the SMTP server. It can refuse connections, say nothing on them, or keep back the last word of the
 * server: that it has taken a mail.
 */
public final class MailDoor implements AutoCloseable {

    private static final int CHUNK = 8192;

    /** The server's word that the mail may come (RFC 5321, 4.2.3): what it says next is about the mail itself. */
    private static final String GO_ON = "354";

    private final int server;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private Manner manner = Manner.OPEN;

    private enum Manner {
        OPEN,
        SILENT,
        KEEPS_LAST_WORD,
        CLOSED
    }

    /** 0 stands for any free port. */
    MailDoor(int port, int server) {
        this.server = server;
        this.listener = listen(port);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Whatever was kept back goes on. */
    public synchronized void open() {
        if (listener.isClosed()) {
            listener = listen(port);
        }
        become(Manner.OPEN);
    }

    /** Refuses connections, and breaks off those that there are. */
    public synchronized void shut() {
        become(Manner.CLOSED);
        end(listener);
        sockets.forEach(MailDoor::end);
    }

    /** Takes connections, and passes nothing on. */
    public synchronized void fallSilent() {
        become(Manner.SILENT);
    }

    /** Mails get through to the server, and its word that it has taken them does not come back. */
    public synchronized void keepLastWord() {
        become(Manner.KEEPS_LAST_WORD);
    }

    private void become(Manner next) {
        manner = next;
        notifyAll();
    }

    private ServerSocket listen(int on) {
        try {
            var made = new ServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), on));
            Thread.ofVirtual().name("mail door").start(() -> accept(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                var client = from.accept();
                var inside = new Socket("127.0.0.1", server);
                sockets.add(client);
                sockets.add(inside);
                pump(client, inside, false);
                pump(inside, client, true);
            } catch (IOException shut) {
                // whoever knocked comes again
            }
        }
    }

    private void pump(Socket from, Socket to, boolean isServer) {
        Thread.ofVirtual().start(() -> {
            try {
                pass(from.getInputStream(), to.getOutputStream(), isServer);
            } catch (IOException gone) {
                // the other direction ends as well
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end(from);
                end(to);
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }

    private void pass(InputStream from, OutputStream to, boolean isServer) throws IOException, InterruptedException {
        var chunk = new byte[CHUNK];
        var isAboutMail = false;
        for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
            awaitPassage(isServer && isAboutMail);
            to.write(chunk, 0, length);
            isAboutMail = new String(chunk, 0, length, StandardCharsets.US_ASCII)
                    .lines()
                    .anyMatch(line -> line.startsWith(GO_ON));
        }
    }

    private synchronized void awaitPassage(boolean isLastWord) throws InterruptedException {
        while (manner == Manner.SILENT || manner == Manner.KEEPS_LAST_WORD && isLastWord) {
            wait();
        }
    }

    private static void end(AutoCloseable some) {
        try {
            some.close();
        } catch (Exception gone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() {
        shut();
    }
}
