package dev.fieldservice.workorder.photos;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of photos beside their pixels. */
@ConfigMapping(prefix = "fieldservice.photos")
public interface PhotosConfig {

    /** Whether the place where the camera says that a JPEG was taken is kept with it. Of the JPEG itself it is always taken away. */
    @WithDefault("false")
    boolean keepPlace();
}
