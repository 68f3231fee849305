package dev.fieldservice.workorder.reports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How service reports are issued. */
@ConfigMapping(prefix = "fieldservice.reports")
public interface ReportsConfig {

    /** Where customers reach the gateway: what stands in the QR code. Papers that are issued keep the one they were issued with. */
    @WithDefault("http://localhost:8080")
    String publicAddress();

    /** Whether a report is sent by itself, when it is issued, to whoever approves at the customer's, if their address is known. */
    @WithDefault("true")
    boolean sendAtClosing();
}
