package dev.fieldservice.platform.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.util.Optional;

/** How mail is sent. */
@ConfigMapping(prefix = "fieldservice.mail")
public interface MailConfig {

    String host();

    int port();

    /** The sender's address. */
    String from();

    Optional<String> username();

    Optional<String> password();

    /** TLS from the first byte on, mostly on port 465. */
    @WithDefault("false")
    boolean ssl();

    /** Whether an open connection is turned into one with TLS: {@code DISABLED}, {@code OPTIONAL}, {@code REQUIRED}. */
    @WithDefault("OPTIONAL")
    StartTLSOptions startTls();

    /** How many mails of a kind are sent at the same time by one replica. */
    @WithDefault("4")
    int atOnce();

    /** How long one attempt may take. */
    @WithDefault("PT60S")
    Duration patience();

    /** Wait after the first attempt that failed; doubled each time, up to an hour. */
    @WithDefault("PT5S")
    Duration firstWait();

    /** After so many attempts a mail is given up; the usual number is reached after two days. */
    @WithDefault("57")
    int attempts();
}
