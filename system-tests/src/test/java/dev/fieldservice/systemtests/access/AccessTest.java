package dev.fieldservice.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.systemtests.access.AccessTable.Row;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import dev.fieldservice.systemtests.openapi.Operation;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code docs/access.md} is true: every cell of it, of each service itself and through the gateway. {@link ReferenceTest} comes next
 * and goes on in the same world.
 */
@Order(1)
@ExtendWith(RunningStack.class)
class AccessTest {

    private static final AccessTable TABLE = AccessTable.read();
    private static final Client CLIENT = new Client();

    /** Fewer than a service takes of what is long in the making. */
    private static final int AT_ONCE = 4;

    private static LocalStack stack;
    private static SignIn signIn;
    private static World world;

    @BeforeAll
    static void thereIsSomethingOfEverything(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), CLIENT);
        world = World.of(stack.address());
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasARowAndEveryRowAnOperation() {
        return services()
                .map(service -> DynamicTest.dynamicTest(
                        service.module(),
                        () -> assertThat(names(service))
                                .containsExactlyInAnyOrderElementsOf(TABLE.of(service.module()).stream()
                                        .map(Row::operation)
                                        .toList())));
    }

    /** They are for the gateway's own views only. */
    @Test
    void theGatewayLeadsToAllOfThemButTheHistoryAndTheWatches() {
        var rows = TABLE.rows().stream()
                .map(Row::operation)
                .filter(name -> !Set.of("GET /v1/history", "GET /v1/watches").contains(name))
                .toList();
        assertThat(gateway().operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(rows);
    }

    @TestFactory
    Stream<DynamicTest> theServicesLetInWhomTheTableLetsIn() {
        return services()
                .flatMap(service -> description(service).operations().stream()
                        .map(operation -> cells(
                                service.module(),
                                operation,
                                stack.address().service(service),
                                TABLE.of(service.module()))));
    }

    @TestFactory
    Stream<DynamicTest> soDoesTheGateway() {
        var operations = gateway().operations();
        var composed = operations.stream()
                .filter(operation -> row(TABLE.ofGateway(), operation).isPresent())
                .map(operation -> cells("gateway", operation, stack.address().gateway(), TABLE.ofGateway()));
        var routed = services()
                .flatMap(service -> operations.stream()
                        .filter(operation ->
                                row(TABLE.of(service.module()), operation).isPresent())
                        .map(operation -> cells(
                                service.module(), operation, stack.address().gateway(), TABLE.of(service.module()))));
        return Stream.concat(composed, routed);
    }

    @TestFactory
    Stream<DynamicTest> whoHasNoRoleIsRefusedEverywhere() {
        return services()
                .map(service -> DynamicTest.dynamicTest(
                        service.module(),
                        () -> assertThat(description(service).operations()).allSatisfy(operation -> {
                            var probe = probe(
                                    service.module(), operation, stack.address().service(service));
                            var answer = CLIENT.send(probe.call(world.nowhere(operation, service.module()))
                                    .as(signIn.tokenWithoutRole()));
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
                            assertThat(answer.isProblem()).isTrue();
                        })));
    }

    /** Teodora works on the crew's job, so only the usage is foreign. */
    @Test
    void anotherJobsUsageUnderOnesOwnJobIsAnsweredAsIfItDidNotExist() {
        var reverse = description(Service.WORKORDER).operations().stream()
                .filter(operation -> operation.path().endsWith("/parts/{usageId}/reverse"))
                .findFirst()
                .orElseThrow();
        var probe = probe("workorder-service", reverse, stack.address().service(Service.WORKORDER));
        var own = world.path(reverse, "workorder-service", Who.CREW);
        var foreign = own.replace(world.crews().get("usageId"), world.tudors().get("usageId"));
        var random = own.replace(world.crews().get("usageId"), UUID.randomUUID().toString());

        assertThat(probe.ask(Who.CREW, foreign).status()).isEqualTo(404);
        assertThat(probe.ask(Who.CREW, foreign).impersonal())
                .isEqualTo(probe.ask(Who.CREW, random).impersonal());
    }

    private static DynamicTest cells(String service, Operation operation, URI door, List<Row> rows) {
        var probe = probe(service, operation, door);
        return DynamicTest.dynamicTest(service + " " + operation.name(), () -> {
            var row = row(rows, operation).orElseThrow(() -> new AssertionError("no row for " + operation));
            assertThat(Together.map(List.of(Who.values()), AT_ONCE, who -> probe.complaint(who, row.cell(who))).stream()
                            .flatMap(Optional::stream))
                    .isEmpty();
        });
    }

    private static Probe probe(String service, Operation operation, URI door) {
        return new Probe(CLIENT, signIn, world, door, service, operation, TABLE);
    }

    private static Optional<Row> row(List<Row> rows, Operation operation) {
        return rows.stream()
                .filter(row -> row.operation().equals(operation.name()))
                .findFirst();
    }

    private static Stream<Service> services() {
        return Arrays.stream(Service.values()).filter(service -> service != Service.GATEWAY);
    }

    private static List<String> names(Service service) {
        return description(service).operations().stream().map(Operation::name).toList();
    }

    private static ApiDescription description(Service service) {
        return ApiDescription.ofService(CLIENT, stack.address().service(service));
    }

    private static ApiDescription gateway() {
        return ApiDescription.ofGateway(CLIENT, stack.address().gateway());
    }
}
