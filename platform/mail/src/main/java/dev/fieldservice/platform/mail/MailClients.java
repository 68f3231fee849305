package dev.fieldservice.platform.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the SMTP client. Connections on which nothing is heard are closed: otherwise they would fill the pool for good. */
@ApplicationScoped
class MailClients {

    private static final int CONNECT_MILLIS = 5_000;

    @Produces
    @Singleton
    MailClient client(Vertx vertx, MailConfig config) {
        var smtp = new io.vertx.ext.mail.MailConfig()
                .setHostname(config.host())
                .setPort(config.port())
                .setSsl(config.ssl())
                .setStarttls(config.startTls())
                .setMaxPoolSize(config.atOnce() * 2)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) config.patience().toSeconds());
        config.username()
                .ifPresent(user -> smtp.setLogin(LoginOption.REQUIRED)
                        .setUsername(user)
                        .setPassword(config.password().orElse("")));
        return MailClient.create(vertx, smtp);
    }

    void close(@Disposes MailClient client) {
        var _ = client.close();
    }
}
