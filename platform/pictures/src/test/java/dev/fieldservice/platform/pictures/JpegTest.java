package dev.fieldservice.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.fieldservice.platform.pictures.UnfitPicture.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegTest {

    private static final PictureLimits LIMITS = new PictureLimits(15 << 20, 12_000, 24_000_000);
    private static final long LITTLE = 2 << 20;
    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "held as {0}")
    @CsvSource({
        "1, RG/BW, 80, 48",
        "2, GR/WB, 80, 48",
        "3, WB/GR, 80, 48",
        "4, BW/RG, 80, 48",
        "5, RB/GW, 48, 80",
        "6, BR/WG, 48, 80",
        "7, WG/BR, 48, 80",
        "8, GW/RB, 48, 80",
        "9, RG/BW, 80, 48"
    })
    void aPictureIsTurnedUpright(int orientation, String corners, int width, int height) throws IOException {
        for (boolean isProgressive : new boolean[] {false, true}) {
            var kept = new ByteArrayOutputStream();
            PictureSize size = copy(Drawn.held(orientation, Drawn.jpeg(80, 48, isProgressive)), kept);

            assertThat(size).isEqualTo(new PictureSize(width, height));
            assertThat(Drawn.corners(kept.toByteArray())).isEqualTo(corners);
        }
    }

    @Test
    void ofWhatCameWithThePixelsNothingIsKept() throws IOException {
        byte[] sound = Drawn.jpeg(80, 48, false);
        byte[] laden = Drawn.joined(
                Arrays.copyOf(sound, 2),
                Drawn.segment(0xe1, "Exif\0\0MM44.4268 N".getBytes(StandardCharsets.US_ASCII)),
                Drawn.segment(0xe2, "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII), PAGE),
                Drawn.segment(0xfe, PAGE),
                Arrays.copyOfRange(sound, 2, sound.length),
                PAGE);

        assertThat(kept(laden)).isEqualTo(kept(sound));
        assertThat(new String(kept(laden), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "ICC", "script");
    }

    @Test
    void whenAndWhereItWasTakenIsSaidByTheCamera() throws IOException {
        byte[] taken = Drawn.taken("2026:03:02 11:41:07", "+02:00", Drawn.jpeg(80, 48, false));

        Shot shot = Jpeg.copy(new ByteArrayInputStream(taken), new ByteArrayOutputStream(), LIMITS)
                .shot();

        assertThat(shot.at()).contains(Instant.parse("2026-03-02T09:41:07Z"));
        assertThat(shot.place()).contains(new Shot.Place(44.5, -26.25));
    }

    /** The decoder is not run: a reader that kept all that is said, or followed it, would not come back. */
    @Test
    void whoeverSaysTheSameAThousandTimesOrSendsTheReaderInCirclesIsReadInAMoment() {
        ByteBuffer tiff = ByteBuffer.allocate(60_000);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 4990);
        for (int i = 0; i < 4990; i++) {
            tiff.putShort((short) (i % 2 == 0 ? 0x8769 : i)).putShort((short) (i % 2 == 0 ? 4 : 5));
            tiff.putInt(4000).putInt(8);
        }
        long before = allocated();

        assertThat(Exif.of(tiff.array())).isEqualTo(Exif.NOTHING);
        for (int length = 0; length < 300; length++) {
            assertThat(Exif.of(Arrays.copyOf(tiff.array(), length))).isNotNull();
        }

        assertThat(allocated() - before).isLessThan(LITTLE);
    }

    @Test
    void whatACameraSaysWrongIsTakenAsNotSaid() throws IOException {
        for (byte[] taken : List.of(
                Drawn.taken("2026:13:45 99:99:99", "+02:00", Drawn.jpeg(80, 48, false)),
                Drawn.taken("2026:03:02 11:41:07", "", Drawn.jpeg(80, 48, false)))) {
            assertThat(Jpeg.copy(new ByteArrayInputStream(taken), new ByteArrayOutputStream(), LIMITS)
                            .shot()
                            .at())
                    .isEmpty();
        }
    }

    @Test
    void ofAPictureOfMorePixelsThanAPhoneTakesEverySecondRowAndColumnIsKept() throws IOException {
        var kept = new ByteArrayOutputStream();
        assertThat(copy(Drawn.held(6, Drawn.jpeg(6000, 4000, false)), kept)).isEqualTo(new PictureSize(2000, 3000));
        assertThat(Drawn.corners(kept.toByteArray())).isEqualTo("BR/WG");
    }

    @Test
    void itsSizeIsReadBeforeAnythingIsDecoded() throws IOException {
        byte[] enormous = sized(Drawn.jpeg(80, 48, false), 65_000, 65_000);
        long before = allocated();

        assertThat(fault(enormous, LIMITS)).isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(sized(Drawn.jpeg(80, 48, false), 8_001, 3_000), LIMITS))
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(allocated() - before).isLessThan(LITTLE);
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsNotTakenWith() throws IOException {
        return hostile().entrySet().stream()
                .map(hostile -> DynamicTest.dynamicTest(
                        hostile.getKey(),
                        () -> assertThatExceptionOfType(UnfitPicture.class)
                                .isThrownBy(() -> kept(hostile.getValue()))));
    }

    @Test
    void whateverIsDamagedIsTakenOrRefusedAndNeverAFaultOfOurs() throws IOException {
        byte[] sound = Drawn.jpeg(80, 48, true);
        Random chance = new Random(20261129);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = sound.clone();
            damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            damaged[chance.nextInt(damaged.length)] = (byte) chance.nextInt(256);
            refused += fault(damaged, LIMITS) == null ? 0 : 1;
        }
        assertThat(refused).isBetween(10, 990);
    }

    @Test
    void aThumbnailIsNoLargerThanIsWanted() throws IOException {
        for (byte[] picture : new byte[][] {kept(Drawn.jpeg(1500, 700, false)), kept(Drawn.jpeg(90, 48, false))}) {
            var small = new ByteArrayOutputStream();
            Thumbnail.of(new ByteArrayInputStream(picture), small, 320);
            assertThat(Drawn.corners(small.toByteArray())).isEqualTo("RG/BW");
            var size = copy(small.toByteArray(), new ByteArrayOutputStream());
            assertThat(size).isIn(new PictureSize(320, 149), new PictureSize(90, 48));
        }
    }

    private static Map<String, byte[]> hostile() throws IOException {
        byte[] sound = Drawn.jpeg(80, 48, false);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("nothing", new byte[0]);
        hostile.put("another beginning", PAGE);
        hostile.put("a page behind its beginning", Drawn.joined(Arrays.copyOf(sound, 3), PAGE));
        hostile.put("no end", Arrays.copyOf(sound, sound.length - 2));
        hostile.put("half of it", Arrays.copyOf(sound, sound.length / 2));
        hostile.put("a segment without length", Drawn.joined(Arrays.copyOf(sound, 2), new byte[] {-1, -2, 0, 0}));
        hostile.put("no width", sized(sound, 0, 48));
        hostile.put("no height", sized(sound, 80, 0));
        hostile.put("four colours", withFrame(sound, (byte) 4));
        hostile.put("no frame", Drawn.joined(Arrays.copyOf(sound, 2), Drawn.segment(0xda, new byte[10])));
        hostile.put(
                "tables without end",
                Drawn.joined(Arrays.copyOf(sound, 2), tables(20), Arrays.copyOfRange(sound, 2, sound.length)));
        hostile.put("passes without end", passes(Drawn.jpeg(80, 48, true)));
        return hostile;
    }

    private static byte[] tables(int many) {
        byte[][] tables = new byte[many][];
        Arrays.fill(tables, Drawn.segment(0xdb, new byte[60_000]));
        return Drawn.joined(tables);
    }

    /** Its last pass a hundred times. */
    private static byte[] passes(byte[] progressive) {
        int last = at(progressive, (byte) 0xda, progressive.length - 1, -1);
        byte[] pass = Arrays.copyOfRange(progressive, last, progressive.length - 2);
        byte[][] passes = new byte[100][];
        Arrays.fill(passes, pass);
        return Drawn.joined(
                Arrays.copyOf(progressive, progressive.length - 2), Drawn.joined(passes), new byte[] {-1, (byte) 0xd9});
    }

    private static byte[] sized(byte[] jpeg, int width, int height) {
        byte[] sized = jpeg.clone();
        int frame = at(jpeg, (byte) 0xc0, 0, 1);
        sized[frame + 5] = (byte) (height >> 8);
        sized[frame + 6] = (byte) height;
        sized[frame + 7] = (byte) (width >> 8);
        sized[frame + 8] = (byte) width;
        return sized;
    }

    private static byte[] withFrame(byte[] jpeg, byte components) {
        byte[] changed = jpeg.clone();
        changed[at(jpeg, (byte) 0xc0, 0, 1) + 9] = components;
        return changed;
    }

    private static int at(byte[] jpeg, byte marker, int from, int step) {
        int at = from + (step < 0 ? -1 : 0);
        while (jpeg[at] != -1 || jpeg[at + 1] != marker) {
            at += step;
        }
        return at;
    }

    private static Fault fault(byte[] sent, PictureLimits limits) throws IOException {
        try {
            var size = Jpeg.copy(new ByteArrayInputStream(sent), new ByteArrayOutputStream(), limits);
            return size == null ? Fault.UNREADABLE : null;
        } catch (UnfitPicture unfit) {
            return unfit.fault();
        }
    }

    private static byte[] kept(byte[] sent) throws IOException {
        var kept = new ByteArrayOutputStream();
        assertThat(copy(sent, kept)).isNotNull();
        return kept.toByteArray();
    }

    private static PictureSize copy(byte[] sent, ByteArrayOutputStream kept) throws IOException {
        return Jpeg.copy(new ByteArrayInputStream(sent), kept, LIMITS).size();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
