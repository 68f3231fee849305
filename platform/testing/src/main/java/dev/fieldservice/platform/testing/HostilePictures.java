package dev.fieldservice.platform.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Makes pictures that somebody sends to do harm, or whose program is broken. Each by what is wrong with it. */
public final class HostilePictures {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SIDE = 40;
    private static final int GREY = 0;
    private static final int PALETTE = 3;
    private static final byte[] PAGE = text("<html><script>alert(document.cookie)</script></html>");
    private static final byte[] END = chunk("IEND");
    private static final int FILTER = SIDE + 1;

    private HostilePictures() {}

    /** Grey, 40 × 40 pixels, nothing wrong with it. */
    public static byte[] soundPng() {
        return png(header(SIDE, SIDE, GREY), pixels(SIDE), END);
    }

    /** A sound picture that carries texts and a profile which unfold to a thousand times what they take. */
    public static byte[] ladenPng() {
        return png(
                header(SIDE, SIDE, GREY),
                chunk("zTXt", text("Comment"), new byte[] {0, 0}, bomb(32)),
                chunk("iTXt", text("Title"), new byte[] {0, 1, 0, 0, 0}, bomb(32)),
                chunk("iCCP", text("Profile"), new byte[] {0, 0}, bomb(20)),
                chunk("eXIf", text("MM, 44.4268 N 26.1025 E")),
                pixels(SIDE),
                chunk("tEXt", text("Comment"), new byte[] {0}, PAGE),
                END);
    }

    /** None of them is to be taken. */
    public static Map<String, byte[]> pngs() {
        Map<String, byte[]> pngs = new LinkedHashMap<>();
        pngs.put("nothing", new byte[0]);
        pngs.put("a page behind its end", joined(soundPng(), PAGE));
        pngs.put("an archive behind its end", joined(soundPng(), archive()));
        pngs.put(
                "an archive among its pixels",
                png(header(SIDE, SIDE, GREY), chunk("IDAT", rows(SIDE), archive()), END));
        pngs.put("cut in its pixels", Arrays.copyOf(soundPng(), 50));
        pngs.put("no end", png(header(SIDE, SIDE, GREY), pixels(SIDE)));
        pngs.put("an end with content", png(header(SIDE, SIDE, GREY), pixels(SIDE), chunk("IEND", PAGE)));
        pngs.put("wrong checksum of its pixels", png(header(SIDE, SIDE, GREY), damaged(pixels(SIDE)), END));
        pngs.put(
                "wrong checksum of a text",
                png(header(SIDE, SIDE, GREY), damaged(chunk("tEXt", PAGE)), pixels(SIDE), END));
        pngs.put("wrong checksum of its end", png(header(SIDE, SIDE, GREY), pixels(SIDE), damaged(END)));
        sizes(pngs);
        chunks(pngs);
        disguises(pngs);
        return pngs;
    }

    private static void sizes(Map<String, byte[]> pngs) {
        pngs.put("no width", png(header(0, SIDE, GREY), pixels(SIDE), END));
        pngs.put("negative height", png(header(SIDE, -SIDE, GREY), pixels(SIDE), END));
        pngs.put("enormous", png(header(Integer.MAX_VALUE, Integer.MAX_VALUE, GREY), pixels(SIDE), END));
        pngs.put("more rows than it has", png(header(SIDE, SIDE + 1, GREY), pixels(SIDE), END));
        pngs.put("less rows than it has", png(header(SIDE, SIDE - 1, GREY), pixels(SIDE), END));
        pngs.put("pixels that unfold to 32 MB", png(header(SIDE, SIDE, GREY), chunk("IDAT", bomb(32)), END));
        pngs.put("a filter that there is not", png(header(SIDE, SIDE, GREY), chunk("IDAT", damagedFilter()), END));
        pngs.put("pixels that are not compressed", png(header(SIDE, SIDE, GREY), chunk("IDAT", PAGE), END));
    }

    private static void chunks(Map<String, byte[]> pngs) {
        pngs.put("no header", png(pixels(SIDE), END));
        pngs.put("no pixels", png(header(SIDE, SIDE, GREY), END));
        pngs.put("no palette", png(header(SIDE, SIDE, PALETTE), pixels(SIDE), END));
        pngs.put("half a colour", png(header(SIDE, SIDE, PALETTE), chunk("PLTE", new byte[4]), pixels(SIDE), END));
        pngs.put(
                "more transparency than colours",
                png(
                        header(SIDE, SIDE, PALETTE),
                        chunk("PLTE", new byte[3]),
                        chunk("tRNS", new byte[2]),
                        pixels(SIDE),
                        END));
        pngs.put("two headers", png(header(SIDE, SIDE, GREY), header(9, 9, GREY), pixels(SIDE), END));
        pngs.put("an unknown chunk that counts", png(header(SIDE, SIDE, GREY), chunk("EVIL", PAGE), pixels(SIDE), END));
        pngs.put(
                "pixels in two places",
                png(header(SIDE, SIDE, GREY), pixels(SIDE), chunk("tEXt", PAGE), pixels(1), END));
        pngs.put("a text of 2 GB", png(header(SIDE, SIDE, GREY), length(Integer.MAX_VALUE), text("tEXt"), PAGE));
        pngs.put("a text of less than nothing", png(header(SIDE, SIDE, GREY), length(-1), text("tEXt"), PAGE));
        pngs.put("a name of no letters", png(header(SIDE, SIDE, GREY), chunk("\0\0\0\0"), pixels(SIDE), END));
    }

    private static void disguises(Map<String, byte[]> pngs) {
        pngs.put("a drawing", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        pngs.put("a page", PAGE);
        pngs.put("a page behind the first bytes", joined(SIGNATURE, PAGE));
        pngs.put("an archive", archive());
        pngs.put("a photo", drawn("jpeg"));
        pngs.put("another format", drawn("gif"));
    }

    private static byte[] header(int width, int height, int colour) {
        byte[] fields = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) colour)
                .array();
        return chunk("IHDR", fields);
    }

    private static byte[] pixels(int rows) {
        return chunk("IDAT", rows(rows));
    }

    private static byte[] rows(int rows) {
        return compressed(new byte[rows * FILTER], 1);
    }

    private static byte[] damagedFilter() {
        byte[] rows = new byte[SIDE * FILTER];
        rows[FILTER] = 9;
        return compressed(rows, 1);
    }

    private static byte[] bomb(int megabytes) {
        return compressed(new byte[1 << 20], megabytes);
    }

    private static byte[] compressed(byte[] content, int times) {
        var out = new ByteArrayOutputStream();
        write(new DeflaterOutputStream(out), content, times);
        return out.toByteArray();
    }

    private static byte[] archive() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("run-me.html"));
            zip.write(PAGE);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] drawn(String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), format, out)) {
                throw new IllegalStateException("nobody writes " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[]... content) {
        byte[] all = joined(content);
        byte[] named = joined(type.getBytes(StandardCharsets.ISO_8859_1), all);
        var checksum = new CRC32();
        checksum.update(named);
        return joined(length(all.length), named, length((int) checksum.getValue()));
    }

    private static byte[] damaged(byte[] chunk) {
        byte[] damaged = chunk.clone();
        damaged[damaged.length - 1] ^= 1;
        return damaged;
    }

    private static byte[] png(byte[]... chunks) {
        return joined(SIGNATURE, joined(chunks));
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void write(OutputStream to, byte[] content, int times) {
        try (var out = new DataOutputStream(to)) {
            for (int i = 0; i < times; i++) {
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
