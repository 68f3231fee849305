package dev.fieldservice.platform.papers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How papers are printed. */
@ConfigMapping(prefix = "fieldservice.papers")
public interface PapersConfig {

    /** Papers printed at the same time; each takes a processor for up to a second, and 60 MB of heap if it has 200 pictures. */
    @WithDefault("1")
    int atOnce();

    /** So many of those who look at a draft wait for their turn; one of each. */
    @WithDefault("16")
    int waiting();
}
