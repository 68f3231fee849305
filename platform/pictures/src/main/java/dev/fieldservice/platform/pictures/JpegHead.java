package dev.fieldservice.platform.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the first pixels of a JPEG (ITU T.81, annex B): read here, within limits, before anything is decoded. Only
 * the frame and the tables go on to the decoder; of what cameras and programs add (EXIF, positions, profiles, small pictures) how it
 * was held, when and where are understood.
 *
 * @param bytes what the decoder is given of it
 */
record JpegHead(int width, int height, Exif exif, byte[] bytes) {

    private static final int MOST_TABLES = 256 * 1024;
    private static final byte[] JFIF = {
        (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };
    private static final byte[] START = {(byte) 0xff, (byte) 0xd8};
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF_LETTERS = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ADOBE_LENGTH = 12;
    private static final int RED = 'R';

    static JpegHead read(InputStream sent) throws IOException {
        return new Reader(new DataInputStream(sent)).read();
    }

    private static final class Reader {

        private final DataInputStream sent;
        private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
        private int width;
        private int height;
        private int components;
        private boolean isRgb;
        private boolean hasAdobe;
        private boolean hasExif;
        private Exif exif = Exif.NOTHING;

        Reader(DataInputStream sent) {
            this.sent = sent;
        }

        JpegHead read() throws IOException {
            if (sent.readUnsignedShort() != 0xffd8) {
                throw UnfitPicture.unreadable("The image is no JPEG.");
            }
            int marker = marker();
            while (marker != 0xda) {
                take(marker);
                marker = marker();
            }
            if (components == 0) {
                throw UnfitPicture.unreadable("The image has no frame.");
            }
            keep(marker, content());
            var all = new ByteArrayOutputStream();
            all.writeBytes(START);
            // Without it the decoder guesses by other signs of what the colours are
            if (!hasAdobe && !isRgb) {
                all.writeBytes(JFIF);
            }
            all.writeBytes(tables.toByteArray());
            return new JpegHead(width, height, exif, all.toByteArray());
        }

        private int marker() throws IOException {
            if (sent.readUnsignedByte() != 0xff) {
                throw UnfitPicture.unreadable("The image is damaged before its pixels.");
            }
            int marker = sent.readUnsignedByte();
            while (marker == 0xff) {
                marker = sent.readUnsignedByte();
            }
            return marker;
        }

        private void take(int marker) throws IOException {
            switch (marker) {
                case 0xc0, 0xc1, 0xc2 -> frame(marker);
                case 0xc4, 0xdb, 0xdd -> keep(marker, content());
                case 0xe1 -> understand(content());
                case 0xee -> adobe(content());
                case 0xe0, 0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef, 0xfe -> pass();
                default -> throw UnfitPicture.unreadable("This kind of JPEG is not taken, or it is damaged.");
            }
        }

        private void frame(int marker) throws IOException {
            byte[] frame = content();
            if (components > 0 || frame.length < 6 || frame[0] != 8) {
                throw UnfitPicture.unreadable("The frame of the image is damaged.");
            }
            height = unsigned(frame, 1);
            width = unsigned(frame, 3);
            components = frame[5];
            if (width == 0 || height == 0) {
                throw UnfitPicture.unreadable("The image is empty.");
            }
            if (components != 1 && components != 3 || frame.length != 6 + 3 * components) {
                throw UnfitPicture.unreadable("The colours of the image are not taken: send it in grey or RGB.");
            }
            isRgb = components == 3 && frame[6] == RED;
            keep(marker, frame);
        }

        /** Where there are two, it is the first. */
        private void understand(byte[] content) {
            if (!hasExif && startsWith(content, EXIF_LETTERS)) {
                hasExif = true;
                exif = Exif.of(Arrays.copyOfRange(content, EXIF_LETTERS.length, content.length));
            }
        }

        /** It says what the colours are. */
        private void adobe(byte[] content) throws IOException {
            if (!hasAdobe && startsWith(content, ADOBE) && content.length >= ADOBE_LENGTH) {
                hasAdobe = true;
                keep(0xee, Arrays.copyOf(content, ADOBE_LENGTH));
            }
        }

        private byte[] content() throws IOException {
            byte[] content = new byte[length()];
            sent.readFully(content);
            return content;
        }

        private void pass() throws IOException {
            sent.skipNBytes(length());
        }

        private int length() throws IOException {
            int length = sent.readUnsignedShort() - 2;
            if (length < 0) {
                throw UnfitPicture.unreadable("The image is damaged before its pixels.");
            }
            return length;
        }

        private void keep(int marker, byte[] content) throws IOException {
            if (tables.size() + content.length > MOST_TABLES) {
                throw UnfitPicture.unreadable("The tables of the image are larger than any picture needs.");
            }
            int length = content.length + 2;
            tables.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
            tables.writeBytes(content);
        }

        private static int unsigned(byte[] content, int at) {
            return (content[at] & 0xff) << 8 | content[at + 1] & 0xff;
        }

        private static boolean startsWith(byte[] content, byte[] beginning) {
            return content.length >= beginning.length
                    && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
        }
    }
}
