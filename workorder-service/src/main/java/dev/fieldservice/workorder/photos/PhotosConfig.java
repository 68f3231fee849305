package dev.fieldservice.workorder.photos;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept of photos beside their pixels. */
@ConfigMapping(prefix = "fieldservice.photos")
public interface PhotosConfig {

    /**
     * Whether the place where the camera says that a JPEG was taken is kept with it. Of the JPEG itself it is always taken away. A HEIC
     * and a PDF are kept as they were sent, whatever is set here: with the place, if the phone put it in.
     */
    @WithDefault("false")
    boolean keepPlace();

    /** For so long after a job was closed, photos are taken that had been taken by then: phones may still be sending them. */
    @WithDefault("P3D")
    Duration afterClosing();
}
