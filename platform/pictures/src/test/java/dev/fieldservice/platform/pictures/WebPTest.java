package dev.fieldservice.platform.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPTest {

    private static final String MOVING =
            "UklGRlIAAABXRUJQVlA4WAoAAAASAAAAAAAAAAAAQU5JTQYAAAD/////AABBTk1GJgAAAAAAAAAAAAAAAAAAAGQA"
                    + "AABWUDhMDQAAAC8AAAAQBxAREYiI/gcA";
    private static final PictureLimits LIMITS = new PictureLimits(1 << 20, 120, 10_800);
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
        "8, GW/RB, 48, 80"
    })
    void aPictureIsTurnedUpright(int orientation, String corners, int width, int height) throws IOException {
        for (String picture : List.of("lossy", "lossless", "lossy-alpha", "lossless-alpha")) {
            var kept = new ByteArrayOutputStream();
            WebP.Kept made = copy(held(orientation, sample(picture)), kept);

            assertThat(made.picture().size()).as(picture).isEqualTo(new PictureSize(width, height));
            assertThat(Drawn.corners(kept.toByteArray())).as(picture).isEqualTo(corners);
        }
    }

    @Test
    void whatIsTransparentIsKeptAsAPngAndAllElseAsAJpeg() throws IOException {
        for (String picture : List.of("lossy", "lossless")) {
            var kept = new ByteArrayOutputStream();
            assertThat(copy(sample(picture), kept).isPng()).isFalse();
            assertThat(kept.toByteArray()).startsWith(0xff, 0xd8, 0xff);
        }
        for (String picture : List.of("lossy-alpha", "lossless-alpha")) {
            var kept = new ByteArrayOutputStream();
            assertThat(copy(sample(picture), kept).isPng()).isTrue();
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(kept.toByteArray()));
            assertThat(alpha(read, 3, 3)).isEqualTo(255);
            assertThat(alpha(read, 36, 20)).isEqualTo(90);
            assertThat(alpha(read, 40, 27)).isEqualTo(135);
        }
    }

    /** Between them they have every transform, a cache of colours, several groups of codes, and references far and near. */
    @ParameterizedTest
    @ValueSource(strings = {"photo", "gradient", "palette"})
    void losslessPixelsAreDecodedToTheLastBit(String picture) throws IOException {
        WebPChunks chunks = WebPChunks.read(new ByteArrayInputStream(sample(picture)), LIMITS);
        var canvas = new Canvas(chunks.size(), true, 1);
        Lossless.decode(
                new LosslessBits(chunks.plain(), WebPChunks.BEFORE + 5, chunks.end()),
                chunks.size().width(),
                chunks.size().height(),
                canvas::draw);

        assertThat(rgb(canvas.image(), chunks.hasAlpha()))
                .isEqualTo(rgb(ImageIO.read(getClass().getResource("/webp/" + picture + ".png")), chunks.hasAlpha()));
    }

    @Test
    void ofAPictureOfManyPixelsEverySecondRowAndColumnIsKept() throws IOException {
        PictureLimits phones = new PictureLimits(1 << 20, 12_000, 24_000_000);
        for (String picture : List.of("large-lossy", "large-lossless")) {
            var kept = new ByteArrayOutputStream();
            WebP.Kept made = WebP.copy(new ByteArrayInputStream(held(6, sample(picture))), kept, phones);

            assertThat(made.picture().size()).isEqualTo(new PictureSize(2000, 3000));
            assertThat(Drawn.corners(kept.toByteArray())).isEqualTo("BR/WG");
        }
    }

    /** Nothing of noise can be compressed. */
    @Test
    void ofWhatIsTransparentNoMoreIsKeptThanMayBeSent() throws IOException {
        PictureLimits phones = new PictureLimits(32 << 20, 12_000, 24_000_000);
        var kept = new ByteArrayOutputStream();
        WebP.Kept made = WebP.copy(new ByteArrayInputStream(noise(2048)), kept, phones);

        assertThat(made.isPng()).isTrue();
        assertThat(made.picture().size()).isEqualTo(new PictureSize(1024, 1024));

        kept.reset();
        assertThat(WebP.copy(new ByteArrayInputStream(noise(1936)), kept, phones)
                        .picture()
                        .size())
                .isEqualTo(new PictureSize(1936, 1936));
        assertThat(kept.size()).isBetween(14 << 20, 15 << 20);
    }

    @Test
    void whenAndWhereItWasTakenIsSaidByTheCameraAndNotKept() throws IOException {
        byte[] camera = Drawn.takenSo("2026:03:02 11:41:07", "+02:00");
        byte[] lettered = Drawn.joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), camera);
        for (byte[] said : List.of(camera, lettered)) {
            var kept = new ByteArrayOutputStream();
            Shot shot = copy(with(said, sample("lossy")), kept).picture().shot();

            assertThat(shot.at()).contains(Instant.parse("2026-03-02T09:41:07Z"));
            assertThat(shot.place()).contains(new Shot.Place(44.5, -26.25));
            assertThat(kept.toByteArray()).isEqualTo(kept(sample("lossy")));
        }
    }

    @Test
    void whatCameBesideThePixelsIsNotKept() throws IOException {
        byte[] pixels = chunks(sample("lossless"));
        byte[] laden = riff(
                chunk("VP8X", canvas(0x2c, 80, 48)),
                chunk("ICCP", PAGE),
                pixels,
                chunk("EXIF", PAGE),
                chunk("XMP ", PAGE),
                chunk("HTML", PAGE));

        assertThat(kept(laden)).isEqualTo(kept(sample("lossless")));
    }

    @Test
    void whateverIsDamagedIsTakenOrRefusedAndNeverAFaultOfOurs() throws IOException {
        Random chance = new Random(20261201);
        for (String picture : List.of("lossy", "lossy-alpha", "lossless", "photo", "palette")) {
            int refused = 0;
            for (int i = 0; i < 400; i++) {
                byte[] damaged = sample(picture);
                damaged[12 + chance.nextInt(damaged.length - 12)] = (byte) chance.nextInt(256);
                damaged[12 + chance.nextInt(damaged.length - 12)] = (byte) chance.nextInt(256);
                refused += isRefused(damaged) ? 1 : 0;
            }
            assertThat(refused).as(picture).isBetween(10, 399);
        }
    }

    @TestFactory
    Stream<DynamicTest> aPictureIsNotTakenWith() throws IOException {
        byte[] sound = sample("lossy");
        byte[] pixels = chunks(sound);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("nothing", new byte[0]);
        hostile.put("another beginning", PAGE);
        hostile.put("movement", Base64.getDecoder().decode(MOVING));
        hostile.put("its end cut", Arrays.copyOf(sound, sound.length - 1));
        hostile.put("a page behind its end", Drawn.joined(sound, PAGE));
        hostile.put("no pixels", riff(chunk("EXIF", PAGE)));
        hostile.put("pixels that are a page", riff(chunk("VP8 ", PAGE)));
        hostile.put("lossless pixels that are a page", riff(chunk("VP8L", PAGE)));
        hostile.put("two pictures", riff(pixels, pixels));
        hostile.put("another canvas", riff(chunk("VP8X", canvas(0, 81, 48)), pixels));
        hostile.put("a canvas after its pixels", riff(pixels, chunk("VP8X", canvas(0, 80, 48))));
        hostile.put(
                "a chunk of 4 GB",
                riff(Drawn.joined("EXIF".getBytes(StandardCharsets.US_ASCII), new byte[] {-1, -1, -1, -1})));
        hostile.put("too wide", riff(chunk("VP8L", lossless(121, 1))));
        hostile.put("too many pixels", riff(chunk("VP8L", lossless(120, 120))));
        hostile.put("half of its lossy pixels", riff(chunk("VP8 ", Arrays.copyOfRange(sound, 20, 70))));
        hostile.put("half of its lossless pixels", half(sample("photo")));
        hostile.put("a transparency that is a page", transparent(PAGE));
        hostile.put("a transparency that is too short", transparent(new byte[80 * 48]));
        hostile.put("a transform twice", riff(chunk("VP8L", pixels(100, 100, "101" + "101"))));
        hostile.put("65,536 groups of codes", riff(chunk("VP8L", groups())));
        return hostile.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertThatExceptionOfType(UnfitPicture.class).isThrownBy(() -> kept(one.getValue()))));
    }

    private static byte[] kept(byte[] sent) throws IOException {
        var kept = new ByteArrayOutputStream();
        assertThat(copy(sent, kept)).isNotNull();
        return kept.toByteArray();
    }

    private static WebP.Kept copy(byte[] sent, ByteArrayOutputStream kept) throws IOException {
        return WebP.copy(new ByteArrayInputStream(sent), kept, LIMITS);
    }

    private static boolean isRefused(byte[] sent) throws IOException {
        try {
            return copy(sent, new ByteArrayOutputStream()) == null;
        } catch (UnfitPicture unfit) {
            return true;
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = WebPTest.class.getResourceAsStream("/webp/" + name + ".webp")) {
            return in.readAllBytes();
        }
    }

    private static byte[] held(int orientation, byte[] picture) {
        return with(Drawn.heldSo(orientation), picture);
    }

    private static byte[] with(byte[] exif, byte[] picture) {
        return riff(chunks(picture), chunk("EXIF", exif));
    }

    private static int alpha(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >>> 24;
    }

    private static int[] rgb(BufferedImage picture, boolean hasAlpha) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels)
                .map(pixel -> hasAlpha ? pixel : pixel | 0xff000000)
                .toArray();
    }

    private static byte[] half(byte[] lossless) {
        return riff(chunk("VP8L", Arrays.copyOfRange(lossless, 20, lossless.length / 2)));
    }

    private static byte[] transparent(byte[] alpha) throws IOException {
        byte[] raw = alpha.clone();
        raw[0] &= (byte) 0xfc;
        return riff(
                chunk("VP8X", canvas(0x10, 80, 48)),
                chunk("ALPH", raw),
                chunk("VP8 ", Arrays.copyOfRange(sample("lossy"), 20, sample("lossy").length)));
    }

    /** Of one square that names the last group, and codes of one symbol, which take no bits: half a megabyte would take hundreds. */
    private static byte[] groups() {
        String symbol = "1" + "0" + "0" + "0";
        String last = "1" + "0" + "1" + "11111111";
        String which = "0" + last + last + symbol.repeat(3);
        return pixels(100, 100, "0" + "0" + "1" + "111" + which + symbol.repeat(5 * 65_536));
    }

    /** A transparent square whose codes are all of eight bits, so that whatever follows are pixels. */
    private static byte[] noise(int side) {
        String eightEach = "0" + "0001" + "000".repeat(11) + "100";
        String green = eightEach + "1" + "110" + "01111111";
        String other = eightEach + "0";
        String distance = "1" + "0" + "0" + "0";
        byte[] head = pixels(side, side, "0" + "0" + "0" + green + other.repeat(3) + distance);
        head[4] |= 0x10;
        byte[] noise = new byte[4 * side * side];
        new Random(20261201).nextBytes(noise);
        return riff(chunk("VP8L", Drawn.joined(head, noise)));
    }

    /** Each letter is a bit, the first of a byte the least. */
    private static byte[] pixels(int width, int height, String bits) {
        byte[] packed = new byte[bits.length() / 8 + 16];
        for (int i = 0; i < bits.length(); i++) {
            packed[i / 8] |= (byte) (bits.charAt(i) - '0' << i % 8);
        }
        return Drawn.joined(new byte[] {0x2f}, little(width - 1 | height - 1 << 14), packed);
    }

    private static byte[] chunks(byte[] picture) {
        return Arrays.copyOfRange(picture, 12, picture.length);
    }

    private static byte[] riff(byte[]... chunks) {
        byte[] all = Drawn.joined(chunks);
        return Drawn.joined(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                little(all.length + 4),
                "WEBP".getBytes(StandardCharsets.US_ASCII),
                all);
    }

    private static byte[] chunk(String type, byte[] content) {
        return Drawn.joined(
                type.getBytes(StandardCharsets.US_ASCII),
                little(content.length),
                content,
                new byte[content.length % 2]);
    }

    private static byte[] canvas(int flags, int width, int height) {
        byte[] canvas = new byte[10];
        canvas[0] = (byte) flags;
        canvas[4] = (byte) (width - 1);
        canvas[7] = (byte) (height - 1);
        return canvas;
    }

    private static byte[] lossless(int width, int height) {
        return Drawn.joined(new byte[] {0x2f}, little(width - 1 | (height - 1) << 14), new byte[8]);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
