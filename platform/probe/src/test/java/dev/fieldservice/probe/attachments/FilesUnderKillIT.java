package dev.fieldservice.probe.attachments;

import static dev.fieldservice.probe.attachments.FileClient.JPEG;
import static dev.fieldservice.probe.attachments.FileClient.id;
import static dev.fieldservice.probe.attachments.FileTests.photo;
import static dev.fieldservice.probe.attachments.FileTests.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.platform.testing.Person;
import dev.fieldservice.platform.testing.Tokens;
import dev.fieldservice.probe.ProbeProcess;
import dev.fieldservice.probe.ProbeServers;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service as a process with the ordinary heap, which is killed at the worst of times. */
@Tag("long")
class FilesUnderKillIT {

    private static final int MEBIBYTE = 1024 * 1024;
    private static Map<String, String> settings;
    private static Path root;
    private static ProbeProcess service;

    private FileClient dana;
    private String note;

    @BeforeAll
    static void start() throws IOException {
        settings = new HashMap<>(new ProbeServers().start());
        settings.forEach(System::setProperty);
        root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-");
        settings.put("fieldservice.files.folder", root.toString());
        service = ProbeProcess.start(settings);
    }

    @BeforeEach
    void aNote() throws Exception {
        dana = new FileClient(service.url(), Tokens.of(Person.DANA));
        note = dana.note();
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    private void killAndStartAgain() throws Exception {
        service.close();
        service = ProbeProcess.start(settings);
        dana = new FileClient(service.url(), Tokens.of(Person.DANA));
    }

    @Test
    void sixteenPhotosOfFifteenMegabytesAtOnceFitIntoTheOrdinaryHeap() throws Exception {
        List<byte[]> photos =
                IntStream.range(0, 16).mapToObj(i -> photo(15 * MEBIBYTE)).toList();
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            List<CompletableFuture<String>> sent = photos.stream()
                    .map(photo -> CompletableFuture.supplyAsync(() -> attached(photo), people))
                    .toList();
            List<String> attachments =
                    sent.stream().map(CompletableFuture::join).toList();
            List<CompletableFuture<byte[]>> fetched = attachments.stream()
                    .map(attachment -> CompletableFuture.supplyAsync(() -> content(attachment), people))
                    .toList();
            for (int i = 0; i < photos.size(); i++) {
                assertThat(fetched.get(i).join()).isEqualTo(photos.get(i));
            }
        }
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void aKillBetweenStoreAndCommitLeavesAFileThatIsSweptAndNothingThatRefersToIt() throws Exception {
        byte[] photo = photo(MEBIBYTE);
        CompletableFuture<HttpResponse<byte[]>> answer;
        try (Connection other = database();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            assertThat(sql.execute("select id from note where id = '" + note + "' for update"))
                    .isTrue();
            answer = CompletableFuture.supplyAsync(() -> sent(photo), Thread::startVirtualThread);
            await().until(() -> count("select count(*) from stored_file where stored_at is not null and sha256 = '"
                            + sha256(photo) + "'")
                    == 1);
            killAndStartAgain();
        }

        assertThat(answer).isCompletedExceptionally();
        assertThat(count("select count(*) from attachment where sha256 = '" + sha256(photo) + "'"))
                .isZero();
        assertThat(inFolder()).anyMatch(file -> file.contains(sha256(photo)));
        aDayLaterAllThatIsLeftIsReferredTo();
        assertThat(inFolder()).noneMatch(file -> file.contains(sha256(photo)));
    }

    @Test
    void whenEverItIsKilledNothingIsReferredToThatIsNotThere() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 4; round++) {
            try (ExecutorService people = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 4; i++) {
                    people.execute(() -> sendUntilItIsKilled(acknowledged));
                }
                Thread.sleep(700 + 450L * round);
                service.kill();
            }
            killAndStartAgain();

            Set<String> referredTo = referredTo();
            assertThat(referredTo).containsAll(acknowledged);
            assertThat(hashesInFolder()).containsAll(referredTo);
        }
        assertThat(acknowledged).isNotEmpty();
        aDayLaterAllThatIsLeftIsReferredTo();
    }

    private void sendUntilItIsKilled(Set<String> acknowledged) {
        while (true) {
            byte[] photo = photo(2 * MEBIBYTE);
            try {
                if (dana.attach(note, JPEG, photo).statusCode() != 200) {
                    return;
                }
            } catch (IOException | InterruptedException killed) {
                return;
            }
            acknowledged.add(sha256(photo));
        }
    }

    private void aDayLaterAllThatIsLeftIsReferredTo() throws Exception {
        try (Connection database = database();
                Statement sql = database.createStatement()) {
            assertThat(sql.executeUpdate(
                            "update stored_file set unclaimed_since = unclaimed_since - interval '25 hours'"))
                    .isNotNegative();
        }
        var admin = new FileClient(service.url(), Tokens.of(Person.ADMIN));
        assertThat(admin.post("/v1/operations/probe/sweep-files", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(200);
        assertThat(hashesInFolder()).isEqualTo(referredTo());
    }

    private String attached(byte[] photo) {
        return id(sent(photo));
    }

    private HttpResponse<byte[]> sent(byte[] photo) {
        try {
            return dana.attach(note, JPEG, photo);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private byte[] content(String attachment) {
        try {
            return dana.content(note, attachment).body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Set<String> referredTo() throws SQLException {
        Set<String> hashes = new TreeSet<>();
        try (Connection database = database();
                Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("select distinct sha256 from attachment where not is_removed")) {
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
        }
        return hashes;
    }

    /** Of what the files really contain, not of what their names say. */
    private static Set<String> hashesInFolder() throws IOException {
        Set<String> hashes = new TreeSet<>();
        for (String file : inFolder()) {
            if (!file.endsWith(".part")) {
                hashes.add(sha256(Files.readAllBytes(Path.of(file))));
            }
        }
        return hashes;
    }

    private static List<String> inFolder() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private static long count(String query) throws SQLException {
        try (Connection database = database();
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }
}
