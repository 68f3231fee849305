package dev.fieldservice.platform.pictures;

/** What is known of a picture that was read. Of most kinds nothing is read but the size. */
public record Picture(PictureSize size, Shot shot) {

    public static Picture of(PictureSize size) {
        return new Picture(size, Shot.UNKNOWN);
    }
}
