package dev.fieldservice.platform.documents;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pictures are taken in. */
@ConfigMapping(prefix = "fieldservice.pictures")
public interface PicturesConfig {

    /** Pictures decoded at the same time; each takes up to 40 MB of heap for less than a second, a WebP up to 85 MB for some seconds. */
    @WithDefault("1")
    int atOnce();
}
