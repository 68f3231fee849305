package dev.fieldservice.dispatch.orders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** When customers are written to about visits. */
@ConfigMapping(prefix = "fieldservice.visits")
public interface VisitsConfig {

    /** How long a plan stands before its customer is told of it: planning moves. Empty where customers are told of delays only. */
    Optional<Duration> toldAfter();

    /** Where customers reach the gateway, without a slash at the end. */
    String publicAddress();

    /** How long before a visit its customer is reminded, unless they heard of it within as much before that. */
    @WithDefault("PT24H")
    Duration remindedBefore();

    /** From then on, by the clock of the site, nobody is told of a plan or reminded. */
    @WithDefault("21:00")
    LocalTime quietFrom();

    /** From then on everybody may be again. */
    @WithDefault("07:00")
    LocalTime quietUntil();
}
