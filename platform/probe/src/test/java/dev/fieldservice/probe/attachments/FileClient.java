package dev.fieldservice.probe.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends and fetches files as somebody, with all that a test may want to get wrong. */
final class FileClient {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    FileClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** The id of a new note. */
    String note() throws IOException, InterruptedException {
        String body = "{\"title\":\"Leaky chiller " + UUID.randomUUID() + "\"}";
        HttpResponse<byte[]> made =
                send(command("/v1/notes", "application/json").POST(BodyPublishers.ofString(body)));
        return id(made);
    }

    HttpResponse<byte[]> attach(String note, String mediaType, byte[] content)
            throws IOException, InterruptedException {
        return attach(note, mediaType, BodyPublishers.ofByteArray(content));
    }

    /** The body does not say how large it is. */
    HttpResponse<byte[]> attachChunked(String note, byte[] content) throws IOException, InterruptedException {
        return attach(note, JPEG, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)));
    }

    private HttpResponse<byte[]> attach(String note, String mediaType, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(command("/v1/notes/" + note + "/attachments?name=leak.jpg", mediaType)
                .POST(body));
    }

    HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        return send(command(path, "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<byte[]> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(command(path, "application/json").POST(body));
    }

    /** The content of an attachment; {@code headers} are names and values by turns. */
    HttpResponse<byte[]> content(String note, String attachment, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/v1/notes/" + note + "/attachments/" + attachment + "/content");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder command(String path, String mediaType) {
        HttpRequest.Builder request =
                request(path).header("Idempotency-Key", UUID.randomUUID().toString());
        return mediaType == null ? request : request.header("Content-Type", mediaType);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.sendAsync(request.build(), BodyHandlers.ofByteArray())
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (TimeoutException failure) {
            throw new IOException("no whole answer within " + PATIENCE, failure);
        }
    }

    static String id(HttpResponse<byte[]> answer) {
        Matcher id = ID.matcher(text(answer));
        if (!id.find()) {
            throw new AssertionError(answer.statusCode() + " " + text(answer));
        }
        return id.group(1);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
