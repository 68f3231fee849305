package dev.fieldservice.platform.pictures;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * What is understood of EXIF (CIPA DC-008): three directories are looked through once, for six fields, and nothing is followed any
 * further, as whoever sends a picture may send anything. Whatever cannot be read is taken as not said: a picture is not refused for it.
 *
 * @param orientation how the camera was held, 1 to 8
 */
record Exif(int orientation, Shot shot) {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int TAKING = 0x8769;
    private static final int TIME = 0x9003;
    private static final int OFFSET = 0x9011;
    private static final int GPS = 0x8825;
    private static final int TIME_LENGTH = 19;
    private static final int OFFSET_LENGTH = 6;
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ssxxx").withResolverStyle(ResolverStyle.STRICT);

    static final Exif NOTHING = new Exif(UPRIGHT, Shot.UNKNOWN);

    /** @param tiff what follows the letters "Exif" */
    static Exif of(byte[] tiff) {
        try {
            ByteBuffer fields = ByteBuffer.wrap(tiff);
            fields.order(fields.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            Directory picture = new Directory(fields, fields.getInt(4));
            return new Exif(orientation(picture), new Shot(time(picture), Gps.place(picture)));
        } catch (IndexOutOfBoundsException | BufferUnderflowException cut) {
            return NOTHING;
        }
    }

    private static int orientation(Directory picture) {
        int held = picture.number(ORIENTATION).orElse(UPRIGHT);
        return held >= UPRIGHT && held <= LAST ? held : UPRIGHT;
    }

    /** Without its offset from UTC, a camera's time tells nothing. */
    private static Optional<Instant> time(Directory picture) {
        Optional<Directory> taking = picture.directory(TAKING);
        Optional<String> time = taking.flatMap(all -> all.text(TIME, TIME_LENGTH));
        Optional<String> offset = taking.flatMap(all -> all.text(OFFSET, OFFSET_LENGTH));
        try {
            return time.flatMap(at ->
                    offset.map(from -> OffsetDateTime.parse(at + from, WRITTEN).toInstant()));
        } catch (DateTimeParseException notSaid) {
            return Optional.empty();
        }
    }

    /** Where the camera was. */
    private static final class Gps {

        private static final int SIXTY = 60;
        private static final int LATITUDE = 90;
        private static final int LONGITUDE = 180;

        static Optional<Shot.Place> place(Directory picture) {
            return picture.directory(GPS)
                    .flatMap(gps -> degrees(gps, 1, 'S', LATITUDE)
                            .flatMap(
                                    north -> degrees(gps, 3, 'W', LONGITUDE).map(east -> new Shot.Place(north, east))));
        }

        private static Optional<Double> degrees(Directory gps, int letter, char below, int most) {
            return gps.rationals(letter + 1, 3)
                    .map(said -> said[0] + said[1] / SIXTY + said[2] / SIXTY / SIXTY)
                    .filter(degrees -> degrees >= 0 && degrees <= most)
                    .flatMap(degrees -> gps.letter(letter).map(side -> side == below ? -degrees : degrees));
        }
    }

    /** A directory of TIFF 6.0: entries of twelve bytes, with what is longer than four of them elsewhere. */
    private record Directory(ByteBuffer fields, int at) {

        private static final int MOST_ENTRIES = 256;
        private static final int ENTRY = 12;
        private static final int VALUE = 8;
        private static final int ASCII = 2;
        private static final int SHORT = 3;
        private static final int LONG = 4;
        private static final int RATIONAL = 5;

        Optional<Integer> number(int tag) {
            return entry(tag, SHORT).map(entry -> Short.toUnsignedInt(fields.getShort(entry + VALUE)));
        }

        Optional<Character> letter(int tag) {
            return entry(tag, ASCII).map(entry -> (char) fields.get(entry + VALUE));
        }

        Optional<Directory> directory(int tag) {
            return entry(tag, LONG).map(entry -> new Directory(fields, fields.getInt(entry + VALUE)));
        }

        Optional<String> text(int tag, int length) {
            return entry(tag, ASCII).map(entry -> {
                byte[] text = new byte[length];
                fields.get(fields.getInt(entry + VALUE), text);
                return new String(text, StandardCharsets.US_ASCII);
            });
        }

        Optional<double[]> rationals(int tag, int count) {
            return entry(tag, RATIONAL).map(entry -> {
                double[] numbers = new double[count];
                for (int i = 0; i < count; i++) {
                    int place = fields.getInt(entry + VALUE) + i * Long.BYTES;
                    numbers[i] = (double) Integer.toUnsignedLong(fields.getInt(place))
                            / Integer.toUnsignedLong(fields.getInt(place + Integer.BYTES));
                }
                return numbers;
            });
        }

        private Optional<Integer> entry(int tag, int type) {
            int count = Math.min(MOST_ENTRIES, Short.toUnsignedInt(fields.getShort(at)));
            for (int i = 0; i < count; i++) {
                int entry = at + Short.BYTES + i * ENTRY;
                if (Short.toUnsignedInt(fields.getShort(entry)) == tag
                        && fields.getShort(entry + Short.BYTES) == type) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }
}
