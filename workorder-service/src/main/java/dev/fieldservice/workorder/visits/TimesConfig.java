package dev.fieldservice.workorder.visits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far times may be from what they must agree with: devices have clocks of their own, and people forget to tap. */
@ConfigMapping(prefix = "fieldservice.times")
public interface TimesConfig {

    /** A device's clock may be ahead by this; what it says is the future happened now. */
    @WithDefault("PT5M")
    Duration ahead();

    /** A device's clock may be behind by this; what seems to lie before what it follows happened with it. */
    @WithDefault("PT5M")
    Duration behind();

    /** Labour and parts may lie so much before the first and after the last step of a visit, and before it is planned. */
    @WithDefault("PT1H")
    Duration aroundLabour();

    /** Travel may lie so much before the first and after the last step of a visit, and before it is planned. */
    @WithDefault("PT4H")
    Duration aroundTravel();
}
