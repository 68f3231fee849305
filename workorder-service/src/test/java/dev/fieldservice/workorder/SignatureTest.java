package dev.fieldservice.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.contracts.Topics;
import dev.fieldservice.platform.aggregates.Ids;
import dev.fieldservice.platform.testing.Events;
import dev.fieldservice.platform.testing.HostilePictures;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealServers.class)
class SignatureTest {

    private static final Worker SORIN = Worker.supervisor("Sorin");
    private static final Map<String, Object> MARIA =
            Map.of("name", "Maria Ionescu", "role", "Manager de magazin", "email", "maria.ionescu@cotroceni.example");

    private Worker tudor;
    private Job job;
    private Van van;

    @BeforeEach
    void theChillerIsRepairedAndMariaIsToSign() {
        tudor = Worker.technician("Tudor");
        job = Job.assignedTo(tudor);
        job.does("start");
        van = Van.knownTo(job);
        job.does("parts", van.refrigerant("2.5"));
        approver(MARIA).then().statusCode(200);
    }

    @Test
    void aSignatureVerifiesAgainstExactlyWhatWasShown() throws NoSuchAlgorithmException {
        Response shown = tudor.get(job.path("signing-content"));
        String content = shown.path("content");
        String hash = shown.path("contentHash");
        assertThat(sha256(content)).isEqualTo(hash);
        assertThat(content).contains("Maria Ionescu", "R-449A", "2.500").doesNotContain("billingNotes");

        sign(hash)
                .then()
                .statusCode(200)
                .body("signature.valid", equalTo(true))
                .body("signature.contentHash", equalTo(hash))
                .body("signature.signerName", equalTo("Maria Ionescu"));

        job.does("comments", Map.of("text", "A semnat."));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        isShownAs(true);
        assertThat(sha256(SORIN.get(job.path("signature/content")).asString())).isEqualTo(hash);
        Response image = SORIN.get(job.path("signature/image"));
        image.then().statusCode(200).contentType("image/png").header("X-Content-Type-Options", "nosniff");
        assertThat(Pen.strokes(image.asByteArray())).isEqualTo(Pen.strokes(Pen.signature(300, 120)));
    }

    @Test
    void whatChangesAfterTheSignatureShowsAndANewSignatureHeals() {
        String hash = hash();
        sign(hash).then().statusCode(200);

        isShownAs(true);
        job.does("parts", van.refrigerant("0.1"));
        isShownAs(false);
        sign(hash).then().statusCode(409).body("code", equalTo("content-changed"));
        sign(hash()).then().statusCode(200).body("signature.valid", equalTo(true));
        isShownAs(true);
        approver(Map.of("name", "Alt Cineva")).then().statusCode(200);
        isShownAs(false);
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", "Gata"));
        sign(hash()).then().statusCode(200).body("signature.valid", equalTo(true));
        isShownAs(true);
        assertThat(Tables.count("signature where work_order_id = '" + job.id() + "'"))
                .isEqualTo(3);
    }

    @Test
    void whatCameOutIsSignedUnderThePartThatItWasOf() {
        job.does("parts", replaced("7"));
        job.does("parts", van.compressor("8"));

        String content = tudor.get(job.path("signing-content")).path("content");

        assertThat(content)
                .containsOnlyOnce("\"removedPartName\":\"Compresor scroll\",\"removedPartNumber\":\"ZB45\","
                        + "\"removedSerial\":\"ZB45-OLD\"");
        assertThat(content).containsOnlyOnce("removedPartName");
        sign(hash()).then().statusCode(200);
        isShownAs(true);
    }

    @Test
    void whatWasSignedBeforeThatWasSaidStaysSigned() {
        job.does("parts", replaced("7"));
        Tables.change(
                "update part_usage set removed_part_number = null, removed_part_name = null where work_order_id = '"
                        + job.id() + "'");
        String content = tudor.get(job.path("signing-content")).path("content");
        assertThat(content).contains("ZB45-OLD").doesNotContain("removedPart");

        sign(hash()).then().statusCode(200);

        isShownAs(true);
    }

    @Test
    void aPhotoThatIsWithdrawnAfterwardsIsAChangeAndOneThatIsAddedNeedsNoNewSignature() {
        photograph("BEFORE");
        sign(hash()).then().statusCode(200);
        isShownAs(true);

        String during = photograph("DURING");

        isShownAs(false);
        job.isRead().then().body("signature.onlyPhotosAdded", equalTo(true));
        SORIN.get(job.path("review")).then().body("warnings", hasItem("PHOTOS_AFTER_SIGNATURE"));
        sign(hash()).then().statusCode(200);
        isShownAs(true);
        job.does("photos/" + during + "/withdraw", Map.of("reason", "Neclară"));
        isShownAs(false);
        job.isRead().then().body("signature.onlyPhotosAdded", nullValue());
    }

    @Test
    void aPhotoOfTheFinishedWorkIsShownAsAChangeAndNeedsNoNewSignature() {
        sign(hash()).then().statusCode(200);
        photograph("AFTER");

        isShownAs(false);
        job.isRead().then().body("signature.onlyPhotosAdded", equalTo(true));
        job.does("complete", Map.of("outcome", "COMPLETE"));
        SORIN.get(job.path("review"))
                .then()
                .body("warnings", hasItem("PHOTOS_AFTER_SIGNATURE"), "warnings", not(hasItem("SIGNATURE_OUTDATED")));
        SORIN.approves(job, Map.of()).then().statusCode(200);
        assertThat(Events.awaitOne(Topics.JOB_CLOSED, job.id()).at("/signature").has("outdated"))
                .isFalse();
        assertThat(job.history(SORIN)).contains("CLOSED_WITH_OUTDATED_SIGNATURE");
    }

    /** A phone goes on sending while the customer reads and draws. */
    @Test
    void photosThatComeWhileTheCustomerSignsAreLeftOutOfWhatIsSigned() throws NoSuchAlgorithmException {
        String first = photograph("BEFORE");
        String shown = hash();
        photograph("DURING");
        photograph("AFTER");

        sign(shown).then().statusCode(200);

        assertThat(tudor.get(job.path("signature/content")).asString()).contains(first);
        assertThat(sha256(tudor.get(job.path("signature/content")).asString())).isEqualTo(shown);
        isShownAs(false);
        job.isRead().then().body("signature.onlyPhotosAdded", equalTo(true));
        job.does("photos/" + first + "/withdraw", Map.of("reason", "Neclară"));
        sign(shown).then().statusCode(409).body("code", equalTo("content-changed"));
    }

    @Test
    void whatWasSignedBeforePhotosWerePartOfItStaysSigned() throws NoSuchAlgorithmException {
        photograph("BEFORE");
        sign(hash()).then().statusCode(200);
        String signed = tudor.get(job.path("signature/content")).asString();
        String before = signed.replaceFirst("\"photos\":\\[[^]]*],", "").replace("content.v2", "content.v1");
        assertThat(before).isNotEqualTo(signed).doesNotContain("photos", "v2");
        Tables.change("update signature set content = convert_to('" + before + "', 'UTF8'), content_hash = '"
                + sha256(before) + "' where work_order_id = '" + job.id() + "'");

        isShownAs(true);
        photograph("DURING");
        isShownAs(true);
        job.does("parts", van.refrigerant("0.1"));
        isShownAs(false);
    }

    @Test
    void howTheVisitIsToEndIsPartOfWhatIsShown() {
        String hash = tudor.get(job.path("signing-content?outcome=INCOMPLETE")).path("contentHash");
        Map<String, Object> signed = new HashMap<>(signed(hash, Pen.signature(30, 12)));
        tudor.post(job.path("signature"), signed).then().statusCode(409).body("code", equalTo("content-changed"));
        signed.put("visitOutcome", "INCOMPLETE");
        tudor.post(job.path("signature"), signed).then().statusCode(200);
        isShownAs(true);
        assertThat(SORIN.get(job.path("signature/content")).asString()).contains("\"outcome\":\"INCOMPLETE\"");

        job.does("complete", Map.of("outcome", "COMPLETE"));

        isShownAs(false);
    }

    @Test
    void whoTampersWithTheArchiveIsFoundOut() {
        sign(hash()).then().statusCode(200);

        int changed = Tables.change("update signature set content = convert_to(replace(convert_from(content, 'UTF8'), "
                + "'2.500', '9.500'), 'UTF8') where work_order_id = '" + job.id() + "'");

        assertThat(changed).isOne();
        isShownAs(false);
    }

    @Test
    void aCustomerMayRefuseOrBeAbsentWithAReason() {
        job.does("signature", Map.of("outcome", "REFUSED", "reason", "Nu e de acord cu manopera"))
                .then()
                .body("signature.outcome", equalTo("REFUSED"))
                .body("signature.valid", nullValue());
        tudor.get(job.path("signature/image")).then().statusCode(404);
        job.does("signature", Map.of("outcome", "ABSENT", "reason", "A plecat"))
                .then()
                .body("signature.outcome", equalTo("ABSENT"));
        tudor.post(job.path("signature"), Map.of("outcome", "ABSENT"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
    }

    @Test
    void aReviewerClosesWhatTheCustomerDidNotSignWithAWordForItOnlyAndTheHistorySaysSo() {
        Job unsigned = Job.assignedTo(Worker.technician("Teodora"));
        unsigned.does("start");
        sign(hash()).then().statusCode(200);
        job.does("complete", Map.of("outcome", "COMPLETE", "remark", "Plus o oră"));
        unsigned.does("complete", Map.of("outcome", "COMPLETE"));
        for (Job each : List.of(job, unsigned)) {
            SORIN.approves(each, Map.of())
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("signature-unexplained"))
                    .body("errors[0].pointer", equalTo("/signatureRemark"));
            SORIN.approves(each, Job.APPROVAL).then().statusCode(200);
        }

        job.isRead().then().body("review.signatureRemark", equalTo("Confirmat la telefon"));
        assertThat(job.history(SORIN)).contains("CLOSED_WITH_OUTDATED_SIGNATURE");
        assertThat(unsigned.history(SORIN)).contains("CLOSED_WITHOUT_SIGNATURE");
    }

    @Test
    void onlyAPictureOfReasonableSizeIsASignature() {
        String hash = hash();
        byte[] cut = Base64.getDecoder().decode(Pen.signature(300, 120));
        String huge = Base64.getEncoder().encodeToString(new byte[256 * 1024 + 1]);

        notTaken("not-a-png", hash, "data:image/png;base64,AAAA");
        notTaken("not-a-png", hash, Base64.getEncoder().encodeToString("<svg/>".getBytes(StandardCharsets.UTF_8)));
        notTaken("not-a-png", hash, Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(cut, 60)));
        notTaken("image-too-large", hash, Pen.signature(2001, 10));
        notTaken("image-too-large", hash, Pen.signature(10, 2001));
        notTaken("image-too-large", hash, huge);
        sign(hash, Pen.signature(2000, 2000)).then().statusCode(200);
    }

    @Test
    void ofAPictureWithSomethingElseInItNothingIsKept() {
        String hash = hash();
        HostilePictures.pngs()
                .forEach((fault, png) -> sign(hash, encoded(png))
                        .then()
                        .statusCode(png.length == 0 ? 400 : 422)
                        .body("detail", not(containsString("Exception"))));

        assertThat(Tables.count("signature where work_order_id = '" + job.id() + "'"))
                .isZero();
        assertThat(job.isRead().<Object>path("signature")).isNull();
    }

    @Test
    void noPictureIsLookedAtThatCouldNotBeASignature() {
        String key = UUID.randomUUID().toString();
        String hash = hash();
        Map<String, Object> noPicture = signed(hash, "AAAA");

        tudor.post(Job.of(tudor).path("signature"), noPicture).then().statusCode(404);
        Worker.technician("Radu").post(job.path("signature"), noPicture).then().statusCode(404);
        sign("0".repeat(64), "AAAA").then().statusCode(409).body("code", equalTo("content-changed"));
        tudor.post(key, job.path("signature"), signed(hash, Pen.signature(300, 120)))
                .then()
                .statusCode(200);
        tudor.post(key, job.path("signature"), noPicture)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void ofASoundPictureThatCarriesMoreOnlyThePictureIsKept() {
        sign(hash(), encoded(HostilePictures.ladenPng())).then().statusCode(200);

        byte[] kept = tudor.get(job.path("signature/image")).asByteArray();
        assertThat(Pen.strokes(kept)).isEqualTo(Pen.strokes(HostilePictures.soundPng()));
        assertThat(kept.length).isLessThan(HostilePictures.ladenPng().length / 100);
        isShownAs(true);
    }

    @Test
    void aPictureMayComeInLinesAsMailsHaveIt() {
        String lines =
                Base64.getMimeEncoder().encodeToString(Base64.getDecoder().decode(Pen.signature(300, 120)));
        assertThat(lines).contains("\r\n");

        sign(hash(), lines).then().statusCode(200);
    }

    @Test
    void eachOutcomeComesWithWhatBelongsToIt() {
        String image = Pen.signature(10, 10);
        for (String missing : List.of("contentHash", "signerName", "image")) {
            Map<String, Object> request = new HashMap<>(signed(hash(), image));
            request.keySet().remove(missing);
            tudor.post(job.path("signature"), request)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + missing));
        }
        tudor.post(job.path("signature"), Map.of("outcome", "REFUSED", "reason", "Nu", "image", image))
                .then()
                .statusCode(400);
    }

    @Test
    void anApproverIsEnteredOnWhatWasLastRead() {
        String etag = job.isRead().getHeader("ETag");
        approver(Map.of("name", "Maria Ionescu", "billingNotes", "Comanda 4471"))
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"));
        job.isRead()
                .then()
                .body("approver.name", equalTo("Maria Ionescu"))
                .body("billingNotes", equalTo("Comanda 4471"));

        tudor.put(job.path("approver"), etag, MARIA).then().statusCode(412);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", " "),
                Map.of("name", "A\u0007"),
                Map.of("name", "A", "email", "nu"),
                Map.of("role", "X"))) {
            approver(wrong).then().statusCode(400);
        }
    }

    /** A compressor by one of another kind. */
    private Map<String, Object> replaced(String serial) {
        return Map.of(
                "partId", van.successor(),
                "quantity", Van.quantity("1", "EA"),
                "installedSerial", serial,
                "removedSerial", "ZB45-OLD",
                "removedPartId", van.compressor());
    }

    @CanIgnoreReturnValue
    private String photograph(String kind) {
        String photo = Ids.next().toString();
        tudor.upload(job.path("photos/" + photo + "?kind=" + kind), "application/pdf", Camera.pdf(photo))
                .then()
                .statusCode(201);
        return photo;
    }

    private void isShownAs(boolean isValid) {
        job.isRead().then().body("signature.valid", equalTo(isValid));
    }

    private Response approver(Map<String, Object> details) {
        return tudor.put(job.path("approver"), job.isRead().getHeader("ETag"), details);
    }

    private String hash() {
        return tudor.get(job.path("signing-content")).path("contentHash");
    }

    private Response sign(String hash) {
        return sign(hash, Pen.signature(300, 120));
    }

    private Response sign(String hash, String image) {
        return tudor.post(job.path("signature"), signed(hash, image));
    }

    private static String encoded(byte[] png) {
        return Base64.getEncoder().encodeToString(png);
    }

    private void notTaken(String code, String hash, String image) {
        sign(hash, image).then().statusCode(422).body("code", equalTo(code));
    }

    private static Map<String, Object> signed(String hash, String image) {
        return Map.of("outcome", "SIGNED", "contentHash", hash, "signerName", "Maria Ionescu", "image", image);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
