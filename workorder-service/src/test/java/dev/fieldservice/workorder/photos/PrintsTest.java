package dev.fieldservice.workorder.photos;

import static dev.fieldservice.platform.testing.Events.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fieldservice.platform.documents.PictureThreads;
import dev.fieldservice.platform.documents.PicturesConfig;
import dev.fieldservice.platform.testing.RealServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is printed of photos that have no small picture yet. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PrintsTest {

    @Inject
    Prints prints;

    @Inject
    PictureThreads threads;

    @Inject
    PicturesConfig config;

    @Test
    void ofAPictureThatWaitsForItsTurnNothingIsRead() throws Exception {
        CountDownLatch begun = new CountDownLatch(config.atOnce());
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean isRead = new AtomicBoolean();
        var printing = new FutureTask<>(() -> prints.small(noticed(picture(), isRead)));
        try {
            for (int i = 0; i < config.atOnce(); i++) {
                Thread.startVirtualThread(() -> decode(begun, ended));
            }
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            Thread report = Thread.ofPlatform().start(printing);
            eventually(() -> assertThat(report.getState()).isEqualTo(Thread.State.WAITING));
            assertThat(isRead).isFalse();
        } finally {
            ended.countDown();
        }
        byte[] small = printing.get(1, TimeUnit.MINUTES).orElseThrow();
        assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(320);
        assertThat(isRead).isTrue();
    }

    @Test
    void whatTheStoreFailsToGiveIsNoPictureThatCannotBeDecoded() throws IOException {
        byte[] half = Arrays.copyOf(picture(), picture().length / 2);
        for (byte[] given : new byte[][] {{}, half}) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> prints.small(new SequenceInputStream(new ByteArrayInputStream(given), broken())));
        }
        assertThat(prints.small(new ByteArrayInputStream(new byte[100]))).isEqualTo(Optional.empty());
    }

    /** As others do whose turn is before. */
    private void decode(CountDownLatch begun, CountDownLatch ended) {
        try {
            var _ = threads.call(() -> {
                begun.countDown();
                ended.await();
                return true;
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] picture() {
        var picture = new ByteArrayOutputStream();
        try {
            var _ = ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR), "jpeg", picture);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return picture.toByteArray();
    }

    private static InputStream noticed(byte[] content, AtomicBoolean isRead) {
        return new ByteArrayInputStream(content) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                isRead.set(true);
                return super.read(bytes, offset, length);
            }

            @Override
            public byte[] readAllBytes() {
                isRead.set(true);
                return super.readAllBytes();
            }
        };
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the store does not answer");
            }
        };
    }
}
