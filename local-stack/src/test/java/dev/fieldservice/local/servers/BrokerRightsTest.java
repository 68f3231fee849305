package dev.fieldservice.local.servers;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.contracts.ServiceName;
import dev.fieldservice.contracts.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what at the broker: {@code deploy/kafka} says what the topic table says, and a real broker holds everybody to it. */
class BrokerRightsTest {

    private static final String STRANGER = "somebody";

    private static final List<String> EVERY_TOPIC =
            Stream.concat(Topics.ALL.stream(), Topics.DEAD_LETTERS.stream()).toList();

    private static KafkaServer kafka;

    @BeforeAll
    static void theBrokerKnowsItsClientsAndTheirRights() throws Exception {
        kafka = KafkaServer.guarded();
        kafka.createTopics(Topics.ALL, 1);
        kafka.createTopics(Topics.DEAD_LETTERS, 1);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var users = Stream.concat(ServiceName.ALL.stream(), Stream.of(STRANGER))
                    .map(BrokerRightsTest::credentials)
                    .toList();
            admin.alterUserScramCredentials(users).all().get();
            admin.createAcls(BrokerManifests.rights()).all().get();
        }
        for (String service : ServiceName.ALL) {
            client(service).signIn();
        }
        client(STRANGER).signIn();
    }

    @AfterAll
    static void theBrokerEnds() {
        kafka.close();
    }

    @Test
    void theManifestsGiveTheRightsOfTheTopicTableAndNoOthers() {
        Set<AclBinding> rights = new HashSet<>();
        for (String service : ServiceName.ALL) {
            rights.add(BrokerManifests.right(service, GROUP, service, READ));
        }
        for (Topics.Route route : Topics.ROUTES) {
            add(rights, route.producer(), route.topic(), WRITE);
            for (String consumer : route.consumers()) {
                add(rights, consumer, route.topic(), READ);
                add(rights, consumer, Topics.deadLetter(route.topic(), consumer), WRITE);
            }
        }
        assertThat(BrokerManifests.rights()).containsExactlyInAnyOrderElementsOf(rights);
    }

    @Test
    void theManifestsHaveEveryTopicAsTheTableHasIt() {
        Map<String, BrokerManifests.Topic> topics = new HashMap<>();
        Topics.ALL.forEach(topic -> topics.put(topic, topic(topic, Topics.PARTITIONS)));
        Topics.DEAD_LETTERS.forEach(topic -> topics.put(topic, topic(topic, 1)));
        assertThat(BrokerManifests.topics()).isEqualTo(topics);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServicePublishesItsOwnEventsAndNobodyElses(String service) {
        Set<String> own = new HashSet<>();
        Topics.consumedBy(service).forEach(topic -> own.add(Topics.deadLetter(topic, service)));
        Topics.ROUTES.stream()
                .filter(route -> route.producer().equals(service))
                .forEach(route -> own.add(route.topic()));

        assertThat(client(service).published(EVERY_TOPIC)).isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReadsWhatItConsumesInItsOwnGroup(String service) {
        List<String> consumed = Topics.consumedBy(service);
        consumed.forEach(
                topic -> assertThat(client(Topics.route(topic).producer()).published(List.of(topic)))
                        .containsExactly(topic));

        assertThat(client(service).consumes(service, consumed)).isTrue();
        assertThat(client(service).consumes("another-service", consumed)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceReadsNothingElse(String service) {
        for (Topics.Route route : Topics.ROUTES) {
            if (!route.consumers().contains(service)) {
                assertThat(client(service).consumes(service, List.of(route.topic())))
                        .as(route.topic())
                        .isFalse();
            }
        }
    }

    @Test
    void nobodyTakesAnothersMessagesAway() {
        assertThat(client(ServiceName.DISPATCH).consumes(ServiceName.BILLING, List.of(Topics.JOB_CLOSED)))
                .isFalse();
    }

    @Test
    void whoeverIsNoServiceIsRefusedEverything() {
        BrokerClient stranger = client(STRANGER);
        assertThat(stranger.published(EVERY_TOPIC)).isEmpty();
        assertThat(stranger.seen(EVERY_TOPIC)).isEmpty();
        assertThat(stranger.consumes(STRANGER, List.of(Topics.JOB_CLOSED))).isFalse();
    }

    static List<String> services() {
        return ServiceName.ALL;
    }

    private static BrokerManifests.Topic topic(String name, int partitions) {
        return new BrokerManifests.Topic(partitions, Topics.settings(name).get("cleanup.policy"));
    }

    private static void add(Set<AclBinding> rights, String service, String topic, AclOperation operation) {
        rights.add(BrokerManifests.right(service, TOPIC, topic, DESCRIBE));
        rights.add(BrokerManifests.right(service, TOPIC, topic, operation));
    }

    private static BrokerClient client(String name) {
        return new BrokerClient(kafka.guardedServers(), name, password(name));
    }

    private static UserScramCredentialAlteration credentials(String name) {
        return new UserScramCredentialUpsertion(
                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password(name));
    }

    private static String password(String name) {
        return "the-password-of-" + name;
    }
}
