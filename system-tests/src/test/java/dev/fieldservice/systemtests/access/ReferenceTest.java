package dev.fieldservice.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.systemtests.badinput.DatabaseState;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import dev.fieldservice.systemtests.openapi.BodyIds;
import dev.fieldservice.systemtests.openapi.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** An id in a body is checked as one in an address: what is somebody else's is answered like what does not exist. */
@Order(2)
@ExtendWith(RunningStack.class)
class ReferenceTest {

    private static final AccessTable TABLE = AccessTable.read();
    private static final ReferenceTable REFERENCES = ReferenceTable.read();
    private static final Client CLIENT = new Client();

    private static LocalStack stack;
    private static SignIn signIn;
    private static World world;
    private static References references;

    private record Place(Service service, Operation operation, String at) {

        String name() {
            return operation.name() + " " + at;
        }
    }

    @BeforeAll
    static void thereIsSomethingOfEverything(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), CLIENT);
        world = World.of(stack.address());
        references = new References(world);
    }

    @AfterAll
    static void theCrewIsDone() {
        world.close();
    }

    @Test
    void everyIdInABodyHasARowAndEveryRowAnId() {
        assertThat(places().map(Place::name))
                .containsExactlyInAnyOrderElementsOf(
                        REFERENCES.rows().stream().map(ReferenceTable.Row::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> foreignAndUnknownIdsAreAnsweredAlikeAndNothingIsStored() {
        var before = DatabaseState.atRest(stack.address());
        var attacks = places().filter(ReferenceTest::isChecked)
                .map(place -> DynamicTest.dynamicTest(
                        place.name(), () -> assertThat(complaints(place)).isEmpty()));
        var after = DynamicTest.dynamicTest(
                "nothing has changed in any database",
                () -> assertThat(DatabaseState.atRest(stack.address()).tables()).isEqualTo(before.tables()));
        return Stream.concat(attacks, Stream.of(after));
    }

    private static boolean isChecked(Place place) {
        return REFERENCES.rows().stream().anyMatch(row -> row.name().equals(place.name()) && row.isChecked());
    }

    /** Where nobody gets as far as the id, nothing would be proved. */
    private static List<String> complaints(Place place) {
        var row = TABLE.of(place.service().module()).stream()
                .filter(each -> each.operation().equals(place.operation().name()))
                .findFirst()
                .orElseThrow();
        var allowed = Arrays.stream(Who.values())
                .filter(who -> row.cell(who) == Outcome.ALLOWED)
                .toList();
        var unknown = allowed.stream()
                .map(who -> ask(place, who, UUID.randomUUID().toString()))
                .toList();
        var different = IntStream.range(0, allowed.size())
                .boxed()
                .flatMap(i -> complaint(place, allowed.get(i), unknown.get(i)).stream());
        var unproved = unknown.stream().noneMatch(answer -> answer.status() == 404 || answer.status() == 422)
                ? Stream.of("an id of nothing is not refused as such: " + unknown)
                : Stream.<String>of();
        return Stream.concat(different, unproved).toList();
    }

    private static Optional<String> complaint(Place place, Who who, Answer unknown) {
        if (!unknown.isProblem() || unknown.status() / 100 != 4) {
            return Optional.of(who.title() + " sends an id of nothing, and is answered " + unknown);
        }
        return references
                .foreign(place.operation(), place.at(), who)
                .map(id -> ask(place, who, id))
                .filter(foreign -> foreign.status() != unknown.status()
                        || !foreign.impersonal().equals(unknown.impersonal()))
                .map(foreign ->
                        who.title() + " sends a foreign id, and is answered " + foreign + ", and not " + unknown);
    }

    private static Answer ask(Place place, Who who, String id) {
        var operation = place.operation();
        var path = world.path(operation, place.service().module(), Who.CREW);
        return CLIENT.send(Call.of(operation.method(), stack.address().service(place.service()), path)
                .with("If-Match", "*")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .json(references.body(operation, place.at(), id))
                .as(signIn.token(who.user())));
    }

    private static Stream<Place> places() {
        return Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .flatMap(service ->
                        ApiDescription.ofService(CLIENT, stack.address().service(service)).operations().stream()
                                .flatMap(operation ->
                                        BodyIds.of(operation).map(at -> new Place(service, operation, at))));
    }
}
