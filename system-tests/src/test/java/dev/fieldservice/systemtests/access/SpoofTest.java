package dev.fieldservice.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.client.SignIn;
import dev.fieldservice.players.demo.DemoCompany;
import dev.fieldservice.players.story.ToldStory;
import dev.fieldservice.systemtests.openapi.ApiDescription;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only the token says who is asking, and only the server says where a list goes on. */
@ExtendWith(RunningStack.class)
class SpoofTest {

    private static final Client CLIENT = new Client();

    /** All that some proxy or framework somewhere takes for the truth. */
    private static final Map<String, String> CLAIMS = Map.ofEntries(
            Map.entry("X-User", "admin"),
            Map.entry("X-User-Id", Player.TUDOR.id()),
            Map.entry("X-User-Roles", "admin"),
            Map.entry("X-Roles", "admin"),
            Map.entry("X-Auth-User", "admin"),
            Map.entry("X-Remote-User", "admin"),
            Map.entry("X-Forwarded-User", "admin"),
            Map.entry("X-Forwarded-For", "127.0.0.1"),
            Map.entry("X-Forwarded-Host", "elsewhere.example"),
            Map.entry("X-Forwarded-Proto", "https"),
            Map.entry("X-Forwarded-Prefix", "/elsewhere"),
            Map.entry("Forwarded", "for=127.0.0.1;host=elsewhere.example;proto=https"),
            Map.entry("X-Original-URL", "/q/health"),
            Map.entry("X-Rewrite-URL", "/q/health"),
            Map.entry("X-HTTP-Method-Override", "PUT"));

    private static LocalStack stack;
    private static SignIn signIn;

    enum Door {
        SERVICE,
        GATEWAY;

        URI of(Service service) {
            return this == SERVICE
                    ? stack.address().service(service)
                    : stack.address().gateway();
        }
    }

    @BeforeAll
    static void theCompanyIsReady(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), CLIENT);
        var _ = DemoCompany.open(new Api(stack.address()), new ToldStory(System.out));
    }

    @ParameterizedTest
    @EnumSource
    void headersLetNobodyIn(Door door) {
        var answer = CLIENT.send(spoofed(Call.of("GET", door.of(Service.BILLING), "/v1/invoices")));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.isProblem()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void headersGiveNobodyAnotherRole(Door door) {
        var answer = CLIENT.send(
                spoofed(Call.of("GET", door.of(Service.BILLING), "/v1/invoices").as(signIn.token("tudor"))));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void headersMakeNobodySomebodyElse(Door door) {
        var own = spoofed(Call.of("GET", door.of(Service.DISPATCH), "/v1/technicians/" + Player.TEODORA.id())
                .as(signIn.token("teodora")));
        var foreign = spoofed(Call.of("GET", door.of(Service.DISPATCH), "/v1/technicians/" + Player.TUDOR.id())
                .as(signIn.token("teodora")));

        assertThat(CLIENT.send(own).status()).isEqualTo(200);
        assertThat(CLIENT.send(foreign).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMadeIsFoundWhereItIsAndNotWhereAHeaderSays(Door door) {
        var made = CLIENT.send(spoofed(Call.of("POST", door.of(Service.TICKET), "/v1/customers")
                .as(signIn.token("dana"))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .json("{\"name\": \"Supermarket Cotroceni SRL\"}")));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.header("Location").orElseThrow())
                .endsWith("/v1/customers/" + made.body().at("/id").asText())
                .doesNotContain("elsewhere")
                .doesNotStartWith("https");
    }

    /** Each character of a real cursor is changed in turn, on every list that has a second page. */
    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        var tried = lists().filter(list -> {
                    var cursor = CLIENT.send(list).body().at("/nextCursor").asText();
                    tampered(cursor).forEach(wrong -> refused(readOn(list, wrong)));
                    return !cursor.isEmpty();
                })
                .count();

        assertThat(tried).as("lists with a second page").isGreaterThan(4);
    }

    /** The first item of everything that is listed without asking for more. */
    private static Stream<Call> lists() {
        var table = AccessTable.read();
        return Arrays.stream(Service.values())
                .filter(service -> service != Service.GATEWAY)
                .flatMap(service -> {
                    var base = stack.address().service(service);
                    return ApiDescription.ofService(CLIENT, base).operations().stream()
                            .filter(operation -> operation.parameters().stream()
                                            .anyMatch(parameter ->
                                                    parameter.name().equals("cursor"))
                                    && operation.parameters().stream().noneMatch(parameter -> parameter.required()))
                            .map(operation -> Call.of("GET", base, operation.path() + "?limit=1")
                                    .as(signIn.token(table.of(service.module()).stream()
                                            .filter(row -> row.operation().equals(operation.name()))
                                            .findFirst()
                                            .orElseThrow()
                                            .somebodyAllowed())));
                });
    }

    private static Stream<String> tampered(String cursor) {
        var changed = IntStream.range(0, cursor.length() - 1) // some bits of the last one mean nothing
                .mapToObj(
                        i -> cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1));
        return cursor.isEmpty()
                ? Stream.of()
                : Stream.concat(changed, Stream.of(cursor + "AA", cursor.substring(4), "A", "%00", "%E2%82%AC"));
    }

    private static Answer readOn(Call list, String cursor) {
        return CLIENT.send(
                new Call(list.method(), URI.create(list.uri() + "&cursor=" + cursor), list.headers(), list.body()));
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.pointers()).as(answer.toString()).containsExactly("cursor");
    }

    private static Call spoofed(Call call) {
        var spoofed = call;
        for (var claim : CLAIMS.entrySet()) {
            spoofed = spoofed.with(claim.getKey(), claim.getValue());
        }
        return spoofed;
    }
}
