package dev.fieldservice.local.servers;

import dev.fieldservice.contracts.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** The real broker, one node that is its own controller, in this JVM. */
public final class KafkaServer implements AutoCloseable {

    private static final short ONE_REPLICA = 1;

    private final KafkaRaftServer broker;
    private final KafkaListeners listeners;
    private final Path folder;
    private final boolean temporary;

    private KafkaServer(KafkaRaftServer broker, KafkaListeners listeners, Path folder, boolean temporary) {
        this.broker = broker;
        this.listeners = listeners;
        this.folder = folder;
        this.temporary = temporary;
    }

    /** A throw-away broker on a free port. */
    public static KafkaServer temporary() {
        return start(Folders.temporary("kafka", abandoned -> {}), KafkaListeners.openOnly(0), true);
    }

    /** A throw-away broker on free ports that lets its clients in at {@link #guardedServers()}, as one in production does. */
    public static KafkaServer guarded() {
        return start(Folders.temporary("kafka", abandoned -> {}), KafkaListeners.openAndGuarded(), true);
    }

    /**
     * @param folder keeps topics and offsets between starts
     * @param port 0 for any free one
     */
    public static KafkaServer start(Path folder, int port) {
        return start(folder, KafkaListeners.openOnly(port), false);
    }

    private static KafkaServer start(Path folder, KafkaListeners listeners, boolean temporary) {
        QuietLogs.apply();
        var settings = settings(Folders.create(folder).resolve("data"), listeners);
        format(folder, settings);
        var broker = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        broker.startup();
        return new KafkaServer(broker, listeners, folder, temporary);
    }

    private static Properties settings(Path data, KafkaListeners listeners) {
        var settings = new Properties();
        settings.putAll(listeners.settings());
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "log.dirs",
                data.toAbsolutePath().toString()));
        settings.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "broker.session.timeout.ms", "4000", // how long a killed broker keeps its successor waiting
                "broker.heartbeat.interval.ms", "1000",
                "offsets.topic.num.partitions", "4",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1"));
        settings.putAll(Map.of(
                "message.max.bytes", "5242880", // above the largest message that the services send
                "log.retention.ms", "-1")); // a consumer that is new, or comes back after weeks, catches up
        settings.putAll(Map.of( // the defaults reserve memory and disk for a large cluster
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", "67108864",
                "log.index.size.max.bytes", "1048576",
                "num.network.threads", "2",
                "num.io.threads", "2"));
        return settings;
    }

    private static void format(Path folder, Properties settings) {
        if (Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            return;
        }
        var file = folder.resolve("format.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var output = new ByteArrayOutputStream();
        var exitCode = StorageTool.execute(
                new String[] {
                    "format",
                    "--ignore-formatted",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    file.toString()
                },
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (exitCode != 0) {
            throw new IllegalStateException(
                    "cannot format Kafka's storage: " + output.toString(StandardCharsets.UTF_8));
        }
    }

    /** Where nobody is asked for a name; of a {@link #guarded()} one the administrator's entrance. */
    public String bootstrapServers() {
        return listeners.open();
    }

    /** Where clients sign in. Only a {@link #guarded()} broker has it. */
    public String guardedServers() {
        return listeners.guarded().orElseThrow();
    }

    /** Creates those that are missing; all keep their messages as {@link Topics#settings} says. */
    public void createTopics(Collection<String> names, int partitions) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            createMissing(admin, names, partitions);
            admin.incrementalAlterConfigs(
                            names.stream().collect(Collectors.toMap(KafkaServer::topic, KafkaServer::settings)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    /** What was made a moment ago may be missing from the list. */
    private static void createMissing(Admin admin, Collection<String> names, int partitions)
            throws ExecutionException, InterruptedException {
        var existing = admin.listTopics().names().get();
        var missing = names.stream()
                .filter(name -> !existing.contains(name))
                .map(name -> new NewTopic(name, Optional.of(partitions), Optional.of(ONE_REPLICA)))
                .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static Collection<AlterConfigOp> settings(String topic) {
        return Topics.settings(topic).entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    @Override
    public void close() {
        broker.shutdown();
        broker.awaitShutdown();
        if (temporary) {
            Folders.delete(folder);
        }
    }
}
