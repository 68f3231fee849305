package dev.fieldservice.platform.testing;

import dev.fieldservice.local.servers.KafkaServer;
import dev.fieldservice.local.servers.MailServer;
import dev.fieldservice.local.servers.PostgresServer;
import java.util.Collection;
import java.util.UUID;

/** The real servers as processes and threads of this machine. */
final class EmbeddedServers implements TestServers {

    private final PostgresServer postgres = PostgresServer.temporary();
    private final KafkaServer kafka = KafkaServer.temporary();
    private final MailServer mail = MailServer.start(0, 0);

    EmbeddedServers() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            mail.close();
            kafka.close();
            postgres.close();
        }));
    }

    @Override
    public String description() {
        return "embedded PostgreSQL, Kafka and mail (Docker does not have the images)";
    }

    @Override
    public String postgres() {
        return postgres.address();
    }

    @Override
    public String kafka() {
        return kafka.bootstrapServers();
    }

    @Override
    public int smtpPort() {
        return mail.smtpPort();
    }

    @Override
    public int imapPort() {
        return mail.imapPort();
    }

    @Override
    public String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        postgres.createDatabase(name, "service", "service");
        return name;
    }

    @Override
    public void createTopics(Collection<String> names, int partitions) {
        kafka.createTopics(names, partitions);
    }
}
