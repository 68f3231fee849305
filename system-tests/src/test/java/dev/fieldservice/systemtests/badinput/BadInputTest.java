package dev.fieldservice.systemtests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.client.Together;
import dev.fieldservice.systemtests.access.AccessTable;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import dev.fieldservice.systemtests.openapi.Operation;
import dev.fieldservice.systemtests.openapi.Sample;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever is wrong with a request, the answer says what, in one shape, blames the field, and nothing has changed.
 * Generated from the API descriptions: every field of every operation, one wrong at a time. Ids in addresses are of
 * nothing that exists, so that a request that slips through is answered 404 and does no harm.
 */
@ExtendWith(RunningStack.class)
class BadInputTest {

    private static final Client CLIENT = new Client();
    private static final int AT_ONCE = 8;
    private static final Set<String> BEHIND_THE_GATEWAY = Set.of("/v1/history", "/v1/watches");

    private static final int MOST_COMPLAINTS = 15;

    /** The gateway passes bodies on unread; a few of each kind show that it does. */
    private static final int GATEWAYS_SHARE = 10;

    private static LocalStack stack;
    private static SignIn signIn;
    private static AccessTable table;

    @BeforeAll
    static void somebodyIsSignedIn(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), CLIENT);
        table = AccessTable.read();
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryOperationIsWatchedAndNothingChanges() {
        var before = DatabaseState.atRest(stack.address());
        var requests = Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .flatMap(service ->
                        ApiDescription.ofService(CLIENT, stack.address().service(service)).operations().stream()
                                .map(operation -> watched(service, operation)));
        var after = DynamicTest.dynamicTest(
                "nothing has changed in any database",
                () -> assertThat(DatabaseState.atRest(stack.address()).tables()).isEqualTo(before.tables()));
        return Stream.concat(requests, Stream.of(after));
    }

    private static DynamicTest watched(Service service, Operation operation) {
        return DynamicTest.dynamicTest(service.module() + " " + operation.name(), () -> {
            var own = bad(service, operation, stack.address().service(service));
            var gateways = BEHIND_THE_GATEWAY.contains(operation.path())
                    ? List.<BadRequest>of()
                    : sample(bad(service, operation, stack.address().gateway()));
            assertThat(complaints(
                                    operation,
                                    Stream.concat(own.stream(), gateways.stream())
                                            .toList())
                            .stream()
                            .limit(MOST_COMPLAINTS))
                    .isEmpty();
        });
    }

    private static List<BadRequest> sample(List<BadRequest> requests) {
        var step = Math.max(1, requests.size() / GATEWAYS_SHARE);
        return Stream.iterate(0, i -> i < requests.size(), i -> i + step)
                .map(requests::get)
                .toList();
    }

    private static List<BadRequest> bad(Service service, Operation operation, URI door) {
        var path = path(service, operation);
        var good = good(
                service, operation, door, BadParameters.address(operation, path, BadParameters.required(operation)));
        var bodies = operation.body().stream()
                .flatMap(schema ->
                        Stream.concat(new BadBodies(good, schema).all(), new BadDocuments(good, schema).all()));
        var parameters = new BadParameters(operation, path, address -> good(service, operation, door, address)).all();
        var unwanted = operation.body().isEmpty() && !operation.isUpload() && !operation.reads()
                ? Stream.of(BadDocuments.unwanted(good))
                : Stream.<BadRequest>empty();
        var files = operation.isUpload() ? BadDocuments.files(good, operation.mostBytes()) : Stream.<BadRequest>empty();
        return Stream.of(parameters, bodies, unwanted, files)
                .flatMap(requests -> requests)
                .toList();
    }

    private static Map<String, String> path(Service service, Operation operation) {
        var path = new LinkedHashMap<String, String>();
        operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("path"))
                .forEach(parameter -> path.put(
                        parameter.name(),
                        parameter.name().equals("service")
                                ? service.module()
                                : UUID.randomUUID().toString()));
        return path;
    }

    private static Call good(Service service, Operation operation, URI door, String address) {
        var call = Call.of(operation.method(), door, address)
                .as(signIn.token(allowed(service, operation)))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("If-Match", "\"1\"");
        return operation
                .body()
                .map(schema -> call.json(Sample.of(schema).toString()))
                .orElse(call);
    }

    private static String allowed(Service service, Operation operation) {
        return table.of(service.module()).stream()
                .filter(row -> row.operation().equals(operation.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/access.md has no row for " + operation))
                .somebodyAllowed();
    }

    private static Optional<String> complaint(Operation operation, BadRequest request) {
        var answer = CLIENT.send(request.call());
        return request.complaint(answer)
                .or(() -> operation.lists(answer.status(), answer.code())
                        ? Optional.empty()
                        : Optional.of(request.what() + " is answered with a problem that is not listed: " + answer));
    }

    private static List<String> complaints(Operation operation, List<BadRequest> requests) {
        return Together.map(requests, AT_ONCE, request -> complaint(operation, request)).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
