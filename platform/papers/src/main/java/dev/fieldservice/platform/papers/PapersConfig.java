package dev.fieldservice.platform.papers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How papers are printed. */
@ConfigMapping(prefix = "fieldservice.papers")
public interface PapersConfig {

    /** Papers printed at the same time; each takes a processor for up to a second, and 60 MB of heap if it has 200 pictures. */
    @WithDefault("1")
    int atOnce();

    /**
     * So many wait for something to be printed; who comes then is refused. Of those who wait no pictures are in memory yet, of those
     * whose turn it is all that it is made of: 10 MB where there are hundreds of photos.
     */
    @WithDefault("10")
    int waiting();
}
