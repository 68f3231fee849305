package dev.fieldservice.probe.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** A request on a connection of its own, byte by byte as the test wants it. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    private final Socket socket = new Socket();

    RawRequest(URI server) throws IOException {
        // Small, so that an answer that is not read waits at the server and not here
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
    }

    static String post(String path, String token, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: probe\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    static String get(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: probe\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    static String upload(String note, String token, int length) {
        return post("/v1/notes/" + note + "/attachments?name=leak.txt", token, length)
                .replace("application/json", "text/plain");
    }

    void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    boolean isAnswered() throws IOException {
        return socket.getInputStream().available() >= STATUS_LINE;
    }

    /** The status, or 0 if the connection was closed without an answer. */
    int status() throws IOException {
        String line = new String(socket.getInputStream().readNBytes(STATUS_LINE), StandardCharsets.US_ASCII);
        return line.isEmpty() ? 0 : Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    /** The head of the answer, in small letters. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString().toLowerCase(java.util.Locale.ROOT);
    }

    /** The body of the next answer, which says how long it is. @param rest after each 256 KiB */
    byte[] body(Duration rest) throws IOException, InterruptedException {
        String head = head();
        int at = head.indexOf("content-length: ") + "content-length: ".length();
        byte[] body = new byte[Integer.parseInt(head.substring(at, head.indexOf("\r\n", at)))];
        for (int read = 0; read < body.length; read += 256 * 1024) {
            int wanted = Math.min(256 * 1024, body.length - read);
            if (socket.getInputStream().readNBytes(body, read, wanted) < wanted) {
                throw new IOException("closed after " + read + " bytes of " + body.length);
            }
            Thread.sleep(rest);
        }
        return body;
    }

    /** Whether the server takes nothing any more. */
    boolean isHungUp() {
        try {
            send("\n");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** What comes until the server closes the connection; fails if it does not. */
    String untilTheEnd() throws IOException {
        StringBuilder rest = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                rest.append((char) next);
            }
        } catch (SocketException reset) {
            // Closed while bytes were on their way: as good
        }
        return rest.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
