package dev.fieldservice.workorder.reviews;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long completed jobs wait, and for whom. */
@ConfigMapping(prefix = "fieldservice.reviews")
public interface ReviewsConfig {

    /** A job that has waited so long for those whose it is to examine may be examined by any supervisor. */
    @WithDefault("P3D")
    Duration patience();

    /** A job that nobody needs to examine is looked at so often for the customer's signature, until it has waited too long. */
    @WithDefault("PT5M")
    Duration signatureEvery();

    /** A rule that was set or changed through another replica is in force here at most so much later. */
    @WithDefault("PT10S")
    Duration rulesKnownFor();
}
