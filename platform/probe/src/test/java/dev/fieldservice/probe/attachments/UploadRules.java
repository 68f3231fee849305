package dev.fieldservice.probe.attachments;

import static dev.fieldservice.probe.attachments.FileClient.JPEG;
import static dev.fieldservice.probe.attachments.FileClient.PNG;
import static dev.fieldservice.probe.attachments.FileClient.id;
import static dev.fieldservice.probe.attachments.FileClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.platform.testing.HostilePictures;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Files arrive whole or not at all, of the right kind and no larger than they may be. */
abstract class UploadRules extends FileTests {

    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void whatWasAttachedIsWhatIsFetched() throws Exception {
        byte[] photo = photo(3 * MEBIBYTE + 17);

        HttpResponse<byte[]> fetched = dana.content(note, attached(photo));

        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(photo);
        assertThat(fetched.headers().map())
                .containsEntry("ETag", List.of("\"" + sha256(photo) + "\""))
                .containsEntry("Content-Type", List.of(JPEG))
                .containsEntry("Content-Length", List.of(String.valueOf(photo.length)))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("private, no-cache"))
                .containsEntry(
                        "Content-Disposition", List.of("attachment; filename=\"leak.jpg\"; filename*=UTF-8''leak.jpg"));
    }

    @Test
    void ofAPictureThePixelsAreKeptAndNothingThatCameWithThem() throws Exception {
        String laden = id(dana.attach(note, PNG, HostilePictures.ladenPng()));
        String sound = id(dana.attach(note, PNG, HostilePictures.soundPng()));

        assertThat(dana.content(note, laden).body())
                .isEqualTo(dana.content(note, sound).body())
                .hasSizeLessThan(1_000);
        assertThat(rows(HostilePictures.ladenPng())).isZero();
        nothingIsArriving();
    }

    @Test
    void ofAPictureThatIsDamagedOrPretendsNothingIsKept() throws Exception {
        for (var hostile : HostilePictures.pngs().entrySet()) {
            HttpResponse<byte[]> answer = dana.attach(note, PNG, hostile.getValue());
            assertThat(answer.statusCode()).as(hostile.getKey()).isEqualTo(hostile.getValue().length == 0 ? 400 : 422);
            // Of nothing at all, there may be a file of another test
            assertThat(rows(hostile.getValue()))
                    .as(hostile.getKey())
                    .isLessThanOrEqualTo(hostile.getValue().length == 0 ? 1 : 0);
        }
        nothingIsArriving();
    }

    @Test
    void theSameContentSentTwiceIsOneFile() throws Exception {
        byte[] photo = photo(100_000);

        String first = attached(photo);
        String second = attached(photo);

        assertThat(second).isNotEqualTo(first);
        assertThat(rows(photo)).isEqualTo(1);
        assertThat(inStore(photo)).hasSize(1);
        assertThat(dana.content(note, second).body()).isEqualTo(photo);
        nothingIsArriving();
    }

    @Test
    void theSameContentSentByManyAtOnceIsOneFile() throws Exception {
        byte[] photo = photo(200_000);
        List<CompletableFuture<String>> sent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            sent.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return attached(photo);
                        } catch (Exception failure) {
                            throw new IllegalStateException(failure);
                        }
                    },
                    Thread::startVirtualThread));
        }

        assertThat(sent.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
        assertThat(rows(photo)).isEqualTo(1);
        assertThat(inStore(photo)).hasSize(1);
    }

    @Test
    void whatTheOperationDoesNotTakeIsRefusedWithWhatItTakes() throws Exception {
        for (String type : new String[] {"application/pdf", "application/json", "nonsense", null}) {
            HttpResponse<byte[]> answer = dana.attach(note, type, photo(10));
            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(text(answer)).contains("unsupported-media-type", "image/jpeg or image/png or text/plain");
        }
        assertThat(text(dana.post("/v1/notes", BodyPublishers.noBody()))).contains("invalid-request");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertThat(dana.attach(note, JPEG, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(dana.attachChunked(note, new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void aFileOfTheLargestSizeIsTakenAndOneByteMoreIsNot() throws Exception {
        byte[] largest = photo(15 * MEBIBYTE);
        byte[] larger = photo(15 * MEBIBYTE + 1);

        assertThat(dana.attachChunked(note, largest).statusCode()).isEqualTo(200);
        for (HttpResponse<byte[]> refused :
                List.of(dana.attach(note, JPEG, larger), dana.attachChunked(note, larger))) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(text(refused)).contains("payload-too-large", "At most 15728640 bytes");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        nothingIsArriving();
        assertThat(rows(larger)).isZero();
    }

    @Test
    void aFormIsTakenWhetherItSaysHowLargeItIsOrNotButNoLargerThanForms() throws Exception {
        byte[] form = ("{\"title\":\"" + anyName() + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] large = ("{\"title\":\"" + "a".repeat(64 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(dana.post("/v1/notes", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form)))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> chunked =
                dana.post("/v1/notes", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        HttpResponse<byte[]> announced = dana.post("/v1/notes", BodyPublishers.ofByteArray(large));
        for (HttpResponse<byte[]> refused : List.of(chunked, announced)) {
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(text(refused)).contains("payload-too-large", "At most 65536 bytes");
        }
    }

    @Test
    void whoMayNotSendIsToldBeforeAllIsSent() throws Exception {
        var nobody = new FileClient(url.replaceAll("/$", ""), "no-token");
        var technician = new FileClient(url.replaceAll("/$", ""), Tokens.of(Person.TUDOR));

        assertThat(nobody.attach(note, JPEG, photo(10 * MEBIBYTE)).statusCode()).isEqualTo(401);
        assertThat(technician.attach(note, JPEG, photo(10 * MEBIBYTE)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyThatIsBrokenOffLeavesNothing() throws Exception {
        byte[] photo = photo(2 * MEBIBYTE);
        URI server = URI.create(url);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/notes/" + note + "/attachments?name=half HTTP/1.1\r\nHost: probe\r\n"
                            + "Authorization: Bearer " + Tokens.of(Person.DANA) + "\r\nIdempotency-Key: " + anyName()
                            + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + photo.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(photo, 0, photo.length / 2);
            out.flush();
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(arriving()).hasSize(1));
        }
        nothingIsArriving();
        assertThat(rows(photo)).isZero();
        assertThat(id(dana.attach(note, JPEG, photo))).isNotNull();
    }

    @Test
    void anUploadThatIsRepeatedWithItsKeyTakesEffectOnce() throws Exception {
        byte[] photo = photo(5_000);
        String key = anyName();
        List<HttpResponse<byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            answers.add(dana.send(dana.request("/v1/notes/" + note + "/attachments?name=leak.jpg")
                    .header("Idempotency-Key", key)
                    .header("Content-Type", JPEG)
                    .POST(BodyPublishers.ofByteArray(photo))));
        }

        assertThat(id(answers.get(1))).isEqualTo(id(answers.get(0)));
        assertThat(answers.get(1).headers().firstValue("Idempotency-Replayed")).contains("true");
    }
}
