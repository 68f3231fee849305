package dev.fieldservice.workorder;

import static dev.fieldservice.workorder.Camera.JPEG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.files.Files;
import dev.fieldservice.platform.testing.HostilePictures;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is tell its bytes; of a picture the pixels are kept, and of what does harm nothing. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PhotoContentTest {

    private static final String ANY = "application/octet-stream";

    @Inject
    Files files;

    private Worker tudor;
    private Job job;

    @BeforeEach
    void tudorIsAtWork() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
    }

    @Test
    void eachKindIsKnownByItsBytesWhateverTheHeaderSays() {
        Map<String, byte[]> kinds = Map.of(
                "image/jpeg", Camera.jpeg(64, 48),
                "image/png", Camera.png(64, 48),
                "application/pdf", Camera.pdf("Proces-verbal"));
        kinds.forEach((type, file) -> {
            for (String said : List.of(type, ANY, "image/png", "application/pdf")) {
                Response made = add(said, file);
                made.then().statusCode(201).body("photo.mediaType", equalTo(type));
                content(made).then().statusCode(200).header("Content-Type", equalTo(type));
            }
        });
    }

    @Test
    void whatIsKeptAsItCameIsKeptByteForByte() {
        for (byte[] file : List.of(Camera.pdf("Ștampilă"), Camera.heic(30, 40))) {
            assertThat(content(add(ANY, file)).asByteArray()).isEqualTo(file);
        }
    }

    @Test
    void aPhotoInWebPIsKeptAsAJpegAndHasAThumbnail() {
        Response made = tudor.upload(job.path("photos/" + Ids.next() + "?kind=AFTER"), "image/webp", Camera.webp());

        made.then()
                .statusCode(201)
                .body("photo.mediaType", equalTo(JPEG))
                .body("photo.sentSha256", equalTo(Camera.sha256(Camera.webp())));
        Response content = content(made);
        content.then().header("Content-Type", equalTo(JPEG));
        assertThat(Camera.seen(content.asByteArray()).getWidth()).isOne();
        await().untilAsserted(() -> tudor.get(path(made)).then().body("hasThumbnail", equalTo(true)));
        tudor.upload(path(made) + "?kind=AFTER", "image/webp", Camera.webp())
                .then()
                .statusCode(200);
    }

    @Test
    void aPhotoInHeicHasASizeAndNoThumbnail() {
        add(ANY, Camera.heic(30, 40))
                .then()
                .statusCode(201)
                .body("photo.mediaType", equalTo("image/heic"))
                .body("photo.width", equalTo(30))
                .body("photo.height", equalTo(40))
                .body("photo.hasThumbnail", equalTo(false));
    }

    @Test
    void aPhotoIsTurnedUprightAndSaysNothingOfPlaceAndCamera() {
        byte[] sent = Camera.withAPageBehindItsEnd(Camera.turned(Camera.jpeg(64, 48)));

        Response made = add(JPEG, sent);

        made.then()
                .body("photo.width", equalTo(48))
                .body("photo.height", equalTo(64))
                .body("photo.sentSha256", equalTo(Camera.sha256(sent)));
        byte[] kept = content(made).asByteArray();
        assertThat(Camera.sha256(kept)).isEqualTo(made.path("photo.sha256"));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS", "script");
        assertThat(new Color(Camera.seen(kept).getRGB(4, 32)).getBlue()).isGreaterThan(200);
        assertThat(new Color(Camera.seen(kept).getRGB(44, 32)).getRed()).isGreaterThan(200);
    }

    @Test
    void aPhotoOfManyMegabytesArrivesWhole() {
        byte[] sent = Camera.noise(3000, 2000);
        assertThat(sent).hasSizeGreaterThan(3_000_000);

        Response made = add(JPEG, sent);

        made.then().statusCode(201).body("photo.sentSha256", equalTo(Camera.sha256(sent)));
        assertThat(Camera.seen(content(made).asByteArray()).getWidth()).isEqualTo(3000);
    }

    @Test
    void whatIsNoneOfTheKindsIsRefusedAndNothingIsKept() {
        Camera.disguised().forEach((what, file) -> {
            add(JPEG, file).then().statusCode(415).body("code", equalTo("unsupported-media-type"));
            requireNothingIsKeptOf(what, file);
        });
        for (String type : List.of("text/html", "image/svg+xml", "application/json", "image/gif")) {
            add(type, Camera.jpeg(64, 48)).then().statusCode(415);
        }
    }

    @Test
    void whatIsDamagedOrTooLargeIsRefusedAndNothingIsKept() {
        Camera.damaged().forEach((what, file) -> {
            add(ANY, file).then().statusCode(422).body("code", equalTo("file-damaged"));
            requireNothingIsKeptOf(what, file);
        });
        HostilePictures.pngs().forEach((what, file) -> {
            boolean isPng = file.length > 3 && file[1] == 'P' && file[2] == 'N';
            if (isPng) {
                assertThat(add("image/png", file).statusCode()).as(what).isEqualTo(422);
                requireNothingIsKeptOf(what, file);
            }
        });
        add(JPEG, Camera.enormous()).then().statusCode(422).body("code", equalTo("image-too-large"));
        byte[] tooLarge = Arrays.copyOf(Camera.pdf("x"), (15 << 20) + 1);
        add("application/pdf", tooLarge).then().statusCode(413);
        assertThat(Tables.count("photo where work_order_id = '" + job.id() + "'"))
                .isZero();
        assertThat(Tables.count("stored_file where stored_at is null")).isZero();
    }

    @Test
    void aPictureThatIsLadenWithBombsIsKeptWithoutThem() {
        Response laden = add("image/png", HostilePictures.ladenPng());
        Response sound = add("image/png", HostilePictures.soundPng());

        laden.then().statusCode(201);
        assertThat(laden.<String>path("photo.sha256")).isEqualTo(sound.path("photo.sha256"));
        assertThat(content(laden).asByteArray()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9, 0, 10", "bytes=-5, 1, 5"})
    void aPartOfItCanBeAskedFor(String range, int isSuffix, int length) {
        Response made = add(JPEG, Camera.jpeg(640, 480));
        byte[] whole = content(made).asByteArray();

        Response part = tudor.get(path(made) + "/content", "Range", range);

        int from = isSuffix == 1 ? whole.length - length : 0;
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes " + from + "-" + (from + length - 1) + "/" + whole.length);
        assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, from + length));
    }

    @Test
    void itIsSavedAndNeverShownAsAPageAndNotSentTwice() {
        Response made = add(JPEG, Camera.jpeg(64, 48));
        Response whole = content(made);
        String number = job.isRead().path("number");
        String id = made.<String>path("photo.id").substring(0, 8);

        whole.then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("ETag", equalTo("\"" + made.path("photo.sha256") + "\""))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"%1$s-after-%2$s.jpg\"; filename*=UTF-8''%1$s-after-%2$s.jpg"
                                .formatted(number, id)));
        tudor.get(path(made) + "/content", "If-None-Match", whole.getHeader("ETag"))
                .then()
                .statusCode(304);
        tudor.get(path(made) + "/content", "Range", "bytes=9000000-").then().statusCode(416);
    }

    @Test
    void aSmallPictureIsThereAMomentLater() {
        Response photo = add(JPEG, Camera.turned(Camera.jpeg(1600, 1200)));
        Response drawing = add("image/png", Camera.png(700, 100));
        Response document = add("application/pdf", Camera.pdf("x"));

        await().untilAsserted(() -> {
            tudor.get(path(photo)).then().body("hasThumbnail", equalTo(true));
            tudor.get(path(drawing)).then().body("hasThumbnail", equalTo(true));
        });
        assertThat(Camera.seen(thumbnail(photo)).getHeight()).isEqualTo(320);
        assertThat(Camera.seen(thumbnail(photo)).getWidth()).isEqualTo(240);
        assertThat(Camera.seen(thumbnail(drawing)).getWidth()).isEqualTo(320);
        tudor.get(path(document) + "/thumbnail").then().statusCode(404);
        String etag = tudor.get(path(photo)).getHeader("ETag");
        tudor.get(path(photo), "If-None-Match", etag).then().statusCode(304);
    }

    @Test
    void whatNobodyRefersToIsSweptAndPhotosStay() {
        Response made = add("application/pdf", Camera.pdf("Rămâne"));
        byte[] refused = Camera.pdf("Se pierde");
        Tables.change("update work_order set photos = 0, entries = 1000 where id = '" + job.id() + "'");
        add("application/pdf", refused).then().statusCode(422).body("code", equalTo("too-many-entries"));
        Tables.change("update stored_file set unclaimed_since = unclaimed_since - interval '25 hours'");

        assertThat(files.sweep().await().indefinitely()).isPositive();

        assertThat(Tables.count("stored_file where sha256 = '" + Camera.sha256(refused) + "'"))
                .isZero();
        content(made).then().statusCode(200);
        assertThat(Tables.count("errand where kind = 'FILE_SWEEP'")).isOne();
    }

    private Response add(String mediaType, byte[] file) {
        return tudor.upload(job.path("photos/" + Ids.next() + "?kind=AFTER"), mediaType, file);
    }

    private String path(Response made) {
        return job.path("photos/" + made.path("photo.id"));
    }

    private Response content(Response made) {
        return tudor.get(path(made) + "/content");
    }

    private byte[] thumbnail(Response made) {
        return tudor.get(path(made) + "/thumbnail")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo(JPEG))
                .extract()
                .asByteArray();
    }

    private static void requireNothingIsKeptOf(String what, byte[] file) {
        assertThat(Tables.count("stored_file where sha256 = '" + Camera.sha256(file) + "'"))
                .as(what)
                .isZero();
        assertThat(Tables.count("photo where sent_sha256 = '" + Camera.sha256(file) + "'"))
                .as(what)
                .isZero();
    }
}
