package dev.fieldservice.platform.papers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How papers are printed. */
@ConfigMapping(prefix = "fieldservice.papers")
public interface PapersConfig {

    /** Papers printed at the same time; each takes a processor for up to a second, and 60 MB of heap if it has 200 pictures. */
    @WithDefault("1")
    int atOnce();

    /** So much is printed at a time for those who wait for it, with all that it is made of in memory: 10 MB where there are hundreds of photos. */
    @WithDefault("10")
    int waiting();
}
