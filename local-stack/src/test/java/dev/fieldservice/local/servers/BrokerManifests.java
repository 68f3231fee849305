package dev.fieldservice.local.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What {@code deploy/kafka} says, as a broker understands it. */
final class BrokerManifests {

    private static final Path FOLDER = Path.of("..", "deploy", "kafka");

    private BrokerManifests() {}

    record Topic(int partitions, String cleanupPolicy) {}

    static Set<AclBinding> rights() {
        Set<AclBinding> rights = new HashSet<>();
        for (JsonNode user : documents("users.yaml")) {
            String principal = user.at("/metadata/name").asText();
            for (JsonNode acl : user.at("/spec/authorization/acls")) {
                JsonNode resource = acl.path("resource");
                for (JsonNode operation : acl.path("operations")) {
                    rights.add(right(
                            principal,
                            ResourceType.fromString(resource.path("type").asText()),
                            resource.path("name").asText(),
                            AclOperation.fromString(operation.asText()),
                            PatternType.fromString(
                                    resource.path("patternType").asText().toUpperCase(Locale.ROOT))));
                }
            }
        }
        return rights;
    }

    static AclBinding right(String principal, ResourceType type, String name, AclOperation operation) {
        return right(principal, type, name, operation, PatternType.LITERAL);
    }

    private static AclBinding right(
            String principal, ResourceType type, String name, AclOperation operation, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    static Map<String, Topic> topics() {
        Map<String, Topic> topics = new HashMap<>();
        for (JsonNode topic : documents("topics.yaml")) {
            topics.put(
                    topic.at("/metadata/name").asText(),
                    new Topic(
                            topic.at("/spec/partitions").asInt(),
                            topic.at("/spec/config/cleanup.policy").asText().toLowerCase(Locale.ROOT)));
        }
        return topics;
    }

    private static List<JsonNode> documents(String file) {
        var yaml = new YAMLMapper();
        try (var documents = yaml.readerFor(JsonNode.class)
                .<JsonNode>readValues(FOLDER.resolve(file).toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
