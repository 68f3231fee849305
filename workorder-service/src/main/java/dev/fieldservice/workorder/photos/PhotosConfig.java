package dev.fieldservice.workorder.photos;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How photos are taken in. */
@ConfigMapping(prefix = "fieldservice.photos")
public interface PhotosConfig {

    /** Pictures decoded at the same time; each takes up to 40 MB of heap for less than a second. */
    @WithDefault("1")
    int atOnce();

    /** Whether the place where the camera says that a photo was taken is kept with it. Of the photo itself it is always taken away. */
    @WithDefault("false")
    boolean keepPlace();
}
