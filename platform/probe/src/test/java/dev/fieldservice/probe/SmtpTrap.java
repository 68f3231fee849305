package dev.fieldservice.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail server that is as bad as a test wants it. It knows just enough of SMTP (RFC 5321) to take a mail. */
final class SmtpTrap implements AutoCloseable {

    private static final String MESSAGE_ID = "message-id:";

    /** What becomes of a mail whose last line was read: answered at once, or when the test says so. */
    private volatile CountDownLatch lastReply = new CountDownLatch(0);

    private volatile boolean isSilent;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int port;
    private ServerSocket listener;

    SmtpTrap() {
        this.listener = listen(0);
        this.port = listener.getLocalPort();
    }

    int port() {
        return port;
    }

    /** The {@code Message-ID} of each mail that was read to its end, in that order. */
    List<String> ids() {
        return ids;
    }

    void holdsItsLastReply() {
        lastReply = new CountDownLatch(1);
    }

    void gives() {
        lastReply.countDown();
    }

    /** Takes connections from now on, and says nothing on them. */
    void fallsSilent() {
        isSilent = true;
    }

    void speaksAgain() {
        isSilent = false;
    }

    /** Refuses connections. */
    void goesAway() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    void comesBack() {
        listener = listen(port);
    }

    @Override
    public void close() throws IOException {
        goesAway();
    }

    private ServerSocket listen(int on) {
        try {
            ServerSocket made = new ServerSocket();
            made.setReuseAddress(true);
            made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            Thread.ofVirtual().start(() -> accept(made));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                open.add(socket);
                if (!isSilent) {
                    Thread.ofVirtual().start(() -> converse(socket));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            say(socket, "220 trap");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
                    say(socket, "354 go on");
                    String id = mail(in);
                    CountDownLatch mayAnswer = lastReply;
                    ids.add(id);
                    mayAnswer.await();
                }
                say(socket, "250 fine");
            }
        } catch (IOException | InterruptedException gone) {
            // the client's business
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        String id = "none";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)) {
                id = line.substring(MESSAGE_ID.length()).strip();
            }
        }
        return id;
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
