package dev.fieldservice.platform.pictures;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * What is understood of EXIF. Whatever cannot be read is taken as not said: a picture is not refused for it.
 *
 * @param orientation how the camera was held, 1 to 8
 */
record Exif(int orientation, Shot shot) {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ssxxx").withResolverStyle(ResolverStyle.STRICT);

    static final Exif NOTHING = new Exif(UPRIGHT, Shot.UNKNOWN);

    /** @param tiff what follows the letters "Exif" */
    static Exif of(byte[] tiff) {
        Metadata said = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(tiff), said, 0);
            return new Exif(orientation(said), new Shot(time(said), place(said)));
        } catch (MetadataException | RuntimeException unreadable) {
            return NOTHING;
        }
    }

    private static int orientation(Metadata said) throws MetadataException {
        ExifIFD0Directory picture = said.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (picture == null || !picture.containsTag(ExifDirectoryBase.TAG_ORIENTATION)) {
            return UPRIGHT;
        }
        int orientation = picture.getInt(ExifDirectoryBase.TAG_ORIENTATION);
        return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
    }

    /** Without its offset from UTC, a camera's time tells nothing. */
    private static Optional<Instant> time(Metadata said) {
        ExifSubIFDDirectory taking = said.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        if (taking == null) {
            return Optional.empty();
        }
        String time = taking.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        String offset = taking.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
        try {
            return Optional.of(OffsetDateTime.parse(time + offset, TIME).toInstant());
        } catch (DateTimeParseException notSaid) {
            return Optional.empty();
        }
    }

    private static Optional<Shot.Place> place(Metadata said) {
        GpsDirectory gps = said.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation found = gps == null ? null : gps.getGeoLocation();
        return found == null || found.isZero()
                ? Optional.empty()
                : Optional.of(new Shot.Place(found.getLatitude(), found.getLongitude()));
    }
}
