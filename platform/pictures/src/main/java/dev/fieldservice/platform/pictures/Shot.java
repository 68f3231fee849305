package dev.fieldservice.platform.pictures;

import java.time.Instant;
import java.util.Optional;

/** When and where a picture was taken, by the camera's word. */
public record Shot(Optional<Instant> at, Optional<Place> place) {

    public static final Shot UNKNOWN = new Shot(Optional.empty(), Optional.empty());

    /** WGS 84 degrees. */
    public record Place(double latitude, double longitude) {}
}
