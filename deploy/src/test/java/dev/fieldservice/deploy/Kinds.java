package dev.fieldservice.deploy;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an object of each kind may look like. Kubernetes' own and Strimzi's are read into their makers' classes, strictly: no field
 * that is not there, no text for a number. For CloudNativePG and Keycloak, whose makers publish no classes, there are schemas in
 * {@code src/test/resources/schemas} of what is used here.
 */
final class Kinds {

    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            entry("v1/ConfigMap", ConfigMap.class),
            entry("v1/Namespace", Namespace.class),
            entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            entry("v1/Secret", Secret.class),
            entry("v1/Service", Service.class),
            entry("v1/ServiceAccount", ServiceAccount.class),
            entry("apps/v1/Deployment", Deployment.class),
            entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            entry("batch/v1/Job", Job.class),
            entry("networking.k8s.io/v1/Ingress", Ingress.class),
            entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    /** What the classes do not say is required, as JSON pointers. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Deployment", List.of("/spec/selector", "/spec/template/metadata/labels", "/spec/template/spec/containers"),
            "Job", List.of("/spec/template/spec/containers", "/spec/template/spec/restartPolicy"),
            "Service", List.of("/spec/selector", "/spec/ports"),
            "PersistentVolumeClaim", List.of("/spec/accessModes", "/spec/resources/requests/storage"),
            "HorizontalPodAutoscaler",
                    List.of("/spec/scaleTargetRef/kind", "/spec/scaleTargetRef/name", "/spec/maxReplicas"),
            "NetworkPolicy", List.of("/spec/podSelector"),
            "Kafka", List.of("/spec/kafka/listeners"),
            "KafkaNodePool", List.of("/spec/replicas", "/spec/storage/type", "/spec/roles"));

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> texts.setCoercion(shape, CoercionAction.Fail)))
            .annotationIntrospector(new NothingElse())
            .build();

    private Kinds() {}

    /** What is wrong with an object's form; nothing when it is sound. */
    static List<String> objections(JsonNode object) {
        String kind = object.path("kind").asText();
        String type = object.path("apiVersion").asText() + "/" + kind;
        Stream<String> wrong = CLASSES.containsKey(type) ? read(object, CLASSES.get(type)) : validate(object, type);
        Stream<String> missing = Stream.concat(
                        Stream.of("/metadata/name"), REQUIRED.getOrDefault(kind, List.of()).stream())
                .filter(pointer -> object.at(pointer).isMissingNode())
                .map(pointer -> pointer + " is missing");
        return Stream.concat(wrong, missing)
                .map(text -> Overlay.title(object) + ": " + text)
                .toList();
    }

    private static Stream<String> read(JsonNode object, Class<?> kind) {
        try {
            STRICT.treeToValue(object, kind);
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(e.getOriginalMessage() + " " + path(e));
        }
    }

    private static String path(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping ? mapping.getPathReference() : "";
    }

    private static Stream<String> validate(JsonNode object, String type) {
        var file = Kinds.class.getResourceAsStream("/schemas/" + type.replace('/', '_') + ".json");
        if (file == null) {
            return Stream.of("no class and no schema for " + type);
        }
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
        return schema.validate(object).stream().map(ValidationMessage::getMessage);
    }

    /** Without the maps in which these classes keep the fields that they do not know. */
    private static final class NothingElse extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
