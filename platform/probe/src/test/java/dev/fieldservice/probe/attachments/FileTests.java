package dev.fieldservice.probe.attachments;

import static dev.fieldservice.probe.attachments.FileClient.JPEG;
import static dev.fieldservice.probe.attachments.FileClient.id;
import static dev.fieldservice.probe.attachments.FileClient.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** What tests of files need, whatever the store. */
abstract class FileTests {

    private static final Random ANY = new Random(20261128);

    @Inject
    Files files;

    @Inject
    Pool pool;

    @TestHTTPResource
    String url;

    /** Where the store in use keeps its files, seen from outside. */
    Path root;

    FileClient dana;
    String note;

    @BeforeEach
    void aNote() throws Exception {
        root = ConfigProvider.getConfig().getValue("test.files.root", Path.class);
        dana = new FileClient(url.replaceAll("/$", ""), Tokens.of(Person.DANA));
        note = dana.note();
    }

    static byte[] photo(int size) {
        byte[] content = new byte[size];
        ANY.nextBytes(content);
        return content;
    }

    String attached(byte[] content) throws Exception {
        HttpResponse<byte[]> answer = dana.attach(note, JPEG, content);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return id(answer);
    }

    void remove(String attachment) throws Exception {
        HttpResponse<byte[]> answer = dana.post("/v1/notes/" + note + "/attachments/" + attachment + "/remove", "");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    }

    /** As if the grace time had passed for everything. */
    void aDayLater() {
        var _ = pool.query("update stored_file set unclaimed_since = unclaimed_since - interval '25 hours'")
                .execute()
                .await()
                .indefinitely();
    }

    void sweep() {
        assertThat(files.sweep().await().indefinitely()).isNotNegative();
    }

    List<Path> inStore(byte[] content) {
        return regularFiles()
                .filter(file -> file.toString().contains(sha256(content)))
                .toList();
    }

    List<Path> arriving() {
        return regularFiles().filter(file -> file.toString().endsWith(".part")).toList();
    }

    long rows(byte[] content) {
        return pool.preparedQuery("select count(*) from stored_file where sha256 = $1")
                .execute(Tuple.of(sha256(content)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    void nothingIsArriving() {
        await().untilAsserted(() -> assertThat(arriving()).isEmpty());
    }

    private Stream<Path> regularFiles() {
        try (Stream<Path> all = java.nio.file.Files.walk(root)) {
            return all.filter(java.nio.file.Files::isRegularFile).toList().stream();
        } catch (IOException | java.io.UncheckedIOException changedMeanwhile) {
            return regularFiles();
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String anyName() {
        return UUID.randomUUID().toString();
    }
}
