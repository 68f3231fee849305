package dev.fieldservice.systemtests.access;

import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import dev.fieldservice.systemtests.openapi.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody gets past any operation of any service, or past the gateway, without a token that is right in every way. */
@ExtendWith(RunningStack.class)
class TokenAttackTest {

    /** Services look for new keys of the realm twice a minute at most. */
    private static final Duration UNTIL_KEY_IS_KNOWN = Duration.ofSeconds(40);

    private static final Client CLIENT = new Client();

    /** Which of the two turned somebody away is told by how they ask for a token. */
    private static final String SERVICES_CHALLENGE = "Bearer";

    private static final String GATEWAYS_CHALLENGE = "Bearer realm=\"field-service\"";

    private static LocalStack stack;
    private static RealmKey key;
    private static Forger forger;
    private static Map<String, String> attacks;

    @BeforeAll
    static void tokensAreForged(LocalStack running) {
        stack = running;
        var signIn = new SignIn(stack.address(), CLIENT);
        key = RealmKey.publish(stack.address(), CLIENT, signIn);
        forger = new Forger(key, signIn);
        attacks = forger.attacks();
    }

    @AfterAll
    static void theKeyIsWithdrawn() {
        key.close();
    }

    /** Or else the attacks would prove nothing: they might be refused for another reason. */
    @TestFactory
    Stream<DynamicTest> theTokenThatAttacksAreMadeFromIsLetIn() {
        return doors().map(service -> DynamicTest.dynamicTest(
                service.module(),
                () -> await().atMost(UNTIL_KEY_IS_KNOWN)
                        .until(() -> CLIENT.send(Call.of("GET", stack.address().service(service), readable(service))
                                                .as(forger.good()))
                                        .status()
                                == 200)));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationOfEveryServiceRefusesThemAll() {
        return doors().filter(service -> service != Service.GATEWAY)
                .flatMap(service -> description(service).operations().stream()
                        .map(operation -> DynamicTest.dynamicTest(
                                service.module() + " " + operation.name(),
                                () -> refused(
                                        call(stack.address().service(service), operation, service.module()),
                                        attacks,
                                        SERVICES_CHALLENGE))));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationAtTheGatewayNeedsAToken() {
        return description(Service.GATEWAY).operations().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.name(),
                        () -> refused(
                                call(stack.address().gateway(), operation, Service.TICKET.module()),
                                Map.of(),
                                GATEWAYS_CHALLENGE)));
    }

    /** It checks tokens before it looks where a request leads, so one address of each service will do. */
    @TestFactory
    Stream<DynamicTest> theGatewayRefusesThemAll() {
        return doors().map(service -> DynamicTest.dynamicTest(
                service.module(),
                () -> refused(
                        Call.of("GET", stack.address().gateway(), readable(service)), attacks, GATEWAYS_CHALLENGE)));
    }

    private static void refused(Call call, Map<String, String> attacks, String challenge) {
        var softly = new SoftAssertions();
        refused(softly, "no token", CLIENT.send(call), challenge);
        attacks.forEach(
                (name, header) -> refused(softly, name, CLIENT.send(call.with("Authorization", header)), challenge));
        softly.assertAll();
    }

    private static void refused(SoftAssertions softly, String attack, Answer answer, String challenge) {
        softly.assertThat(answer.status() == 401
                        && answer.isProblem()
                        && answer.code().equals("unauthenticated")
                        && answer.header("WWW-Authenticate").orElse("").startsWith(challenge))
                .as(attack + " is answered " + answer)
                .isTrue();
    }

    private static Call call(URI door, Operation operation, String service) {
        var path = operation
                .path()
                .replace("{service}", service)
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        var call = Call.of(operation.method(), door, path)
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return operation.reads() ? call : call.json("{}");
    }

    /** What the administrator may read without knowing anything. */
    private static String readable(Service service) {
        return switch (service) {
            case TICKET, GATEWAY -> "/v1/customers";
            case DISPATCH -> "/v1/crews";
            case WORKORDER -> "/v1/work-orders";
            case INVENTORY -> "/v1/parts";
            case BILLING -> "/v1/tax-rates";
        };
    }

    private static ApiDescription description(Service service) {
        return service == Service.GATEWAY
                ? ApiDescription.ofGateway(CLIENT, stack.address().gateway())
                : ApiDescription.ofService(CLIENT, stack.address().service(service));
    }

    private static Stream<Service> doors() {
        return Arrays.stream(Service.values());
    }
}
