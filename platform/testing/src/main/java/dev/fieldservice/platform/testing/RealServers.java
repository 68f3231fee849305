package dev.fieldservice.platform.testing;

import dev.fieldservice.contracts.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Real PostgreSQL, Kafka, mail and a token issuer for the tests of one service: in containers where Docker has the images,
 * as embedded servers otherwise; the tests are the same. Shared by all tests of one JVM.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {

    private static TestServers servers;
    private static TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        synchronized (RealServers.class) {
            if (servers == null) {
                servers = Docker.hasImages() ? new ContainerServers() : new EmbeddedServers();
                System.out.println("Test servers: " + servers.description());
                servers.createTopics(Topics.ALL, Topics.PARTITIONS);
                servers.createTopics(Topics.DEAD_LETTERS, 1);
                servers.createTopics(furtherTopics(), Topics.PARTITIONS);
                issuer = TestIssuer.start();
            }
        }
        String database = servers.newDatabase();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.username", "service");
        config.put("quarkus.datasource.password", "service");
        config.put("quarkus.datasource.reactive.url", "postgresql://" + servers.postgres() + "/" + database);
        config.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + servers.postgres() + "/" + database);
        config.put("kafka.bootstrap.servers", servers.kafka());
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put(Tokens.KEY, issuer.privateKey());
        config.put("fieldservice.mail.host", "127.0.0.1");
        config.put("fieldservice.mail.port", String.valueOf(servers.smtpPort()));
        config.put("test.imap.port", String.valueOf(servers.imapPort()));
        return config;
    }

    /** Topics that are no contract of the product's, for an application that only tests need. */
    protected List<String> furtherTopics() {
        return List.of();
    }

    /** The servers end with the JVM: the next test class wants them too. */
    @Override
    public void stop() {}
}
