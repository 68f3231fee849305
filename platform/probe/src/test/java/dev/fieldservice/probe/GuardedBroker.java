package dev.fieldservice.probe;

import dev.fieldservice.local.servers.KafkaServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The real servers, with a broker where the probe has to sign in and has the rights of a service and no others. */
public class GuardedBroker extends ProbeServers {

    /** The setting that tells tests the administrator's entrance. */
    static final String ENTRANCE = "test.kafka.administrator";

    private static final String PROBE = "probe";
    private static final String PASSWORD = "only-the-probe-knows";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    private KafkaServer kafka;

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        kafka = KafkaServer.guarded();
        List<String> topics = furtherTopics();
        kafka.createTopics(topics, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var credentials = new UserScramCredentialUpsertion(
                    PROBE, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD);
            admin.alterUserScramCredentials(List.of(credentials)).all().get();
            admin.createAcls(rights(topics)).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        config.putAll(Map.of(
                ENTRANCE,
                kafka.bootstrapServers(),
                "kafka.bootstrap.servers",
                kafka.guardedServers(),
                "kafka.security.protocol",
                "SASL_PLAINTEXT",
                "kafka.sasl.mechanism",
                "SCRAM-SHA-512",
                "kafka.sasl.jaas.config",
                "%s username=\"%s\" password=\"%s\";".formatted(SCRAM, PROBE, PASSWORD)));
        return config;
    }

    private static List<AclBinding> rights(List<String> topics) {
        List<AclBinding> rights = new ArrayList<>();
        rights.add(right(ResourceType.GROUP, PROBE, AclOperation.READ));
        topics.forEach(topic -> Stream.of(AclOperation.DESCRIBE, AclOperation.READ, AclOperation.WRITE)
                .forEach(operation -> rights.add(right(ResourceType.TOPIC, topic, operation))));
        return rights;
    }

    private static AclBinding right(ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + PROBE, "*", operation, AclPermissionType.ALLOW));
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
