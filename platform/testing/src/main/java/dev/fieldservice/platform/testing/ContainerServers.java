package dev.fieldservice.platform.testing;

import dev.fieldservice.contracts.Topics;
import dev.fieldservice.local.servers.MailServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The same servers by Testcontainers. */
final class ContainerServers implements TestServers {

    private final PostgreSQLContainer postgres =
            new PostgreSQLContainer(DockerImageName.parse(Docker.POSTGRES)).withCommand("postgres", "-c", "fsync=off");
    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(Docker.KAFKA));
    private final MailServer mail = MailServer.start(0, 0);

    ContainerServers() {
        postgres.start();
        kafka.start();
        sql("create role service login password 'service'");
    }

    @Override
    public String description() {
        return "containers " + Docker.POSTGRES + " and " + Docker.KAFKA;
    }

    @Override
    public String postgres() {
        return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public String kafka() {
        return kafka.getBootstrapServers();
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
        sql("create database " + name + " owner service");
        return name;
    }

    @Override
    public void createTopics(Collection<String> names, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty())
                                    .configs(Topics.settings(name)))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
