package dev.fieldservice.workorder.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldservice.platform.problems.Refusal;
import dev.fieldservice.platform.problems.Refused;
import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many pictures are decoded at a time. Each here takes far longer than it takes to ask for all of them. */
class DrawingTest {

    private static final int MOST = 8;

    private static String large;

    private Vertx vertx;
    private Drawing drawing;

    @BeforeAll
    static void aPictureThatUnfoldsToAsMuchAsIsTaken() throws IOException {
        large = written(new BufferedImage(1_400, 1_450, BufferedImage.TYPE_4BYTE_ABGR));
    }

    @BeforeEach
    void draw() {
        vertx = Vertx.vertx();
        drawing = new Drawing(vertx);
    }

    @AfterEach
    void close() {
        drawing.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aCallerHasOnePictureInWorkAtATime() {
        UUID tudor = UUID.randomUUID();
        CompletableFuture<byte[]> first = asked(tudor);

        isRefused(asked(tudor), Refusal.TooMuchInFlight.class);
        assertThat(asked(UUID.randomUUID()).join()).isNotEmpty();
        assertThat(first.join()).isNotEmpty();
        assertThat(asked(tudor).join()).isNotEmpty();
    }

    @Test
    void whoSentWhatIsNoPictureMaySendAnother() {
        UUID tudor = UUID.randomUUID();

        isRefused(drawing.decoded(tudor, "AAAA").subscribeAsCompletionStage(), Refusal.RuleViolated.class);
        assertThat(asked(tudor).join()).isNotEmpty();
    }

    @Test
    void fewWaitForTheirTurn() {
        List<CompletableFuture<byte[]>> waiting = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            waiting.add(asked(UUID.randomUUID()));
        }

        isRefused(asked(UUID.randomUUID()), Refusal.Unavailable.class);
        assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isNotEmpty());
        assertThat(asked(UUID.randomUUID()).join()).isNotEmpty();
    }

    @Test
    void fewBytesThatUnfoldToManyAreNotTaken() throws IOException {
        String bomb = written(new BufferedImage(2_000, 2_000, BufferedImage.TYPE_4BYTE_ABGR));
        assertThat(bomb).hasSizeLessThan(100_000);

        assertThatThrownBy(() -> PngImage.decoded(bomb))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(refused -> refused.refusal().code())
                .isEqualTo("image-too-large");
    }

    private CompletableFuture<byte[]> asked(UUID caller) {
        return drawing.decoded(caller, large).subscribeAsCompletionStage();
    }

    private static void isRefused(CompletableFuture<byte[]> asked, Class<? extends Refusal> kind) {
        assertThatThrownBy(asked::join)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .extracting(Refused::refusal)
                .isInstanceOf(kind);
    }

    private static String written(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", png)).isTrue();
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
