package dev.fieldservice.systemtests.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fieldservice.local.LocalStack;
import dev.fieldservice.local.Service;
import dev.fieldservice.local.testing.RunningStack;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who is withdrawn in Keycloak is out everywhere within half a minute, whatever their token says. All are withdrawn at the same
 * moment, so that the half minute passes for all at once.
 */
@ExtendWith(RunningStack.class)
class WithdrawalTest {

    /** Twice what is promised: while others use the machine Keycloak may take longer than it is waited for, now and then. */
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private static final String PASSWORD = "{\"type\": \"password\", \"value\": \"demo\", \"temporary\": false}";

    private static final Client CLIENT = new Client();

    private static LocalStack stack;
    private static SignIn signIn;
    private static Novice disabled;
    private static Novice signedOut;
    private static Novice withoutRole;
    private static long withdrawn;

    /** @param account in Keycloak */
    private record Novice(URI account, String token) {}

    @BeforeAll
    static void peopleWorkAndAreWithdrawn(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), CLIENT);
        disabled = hired();
        signedOut = hired();
        withoutRole = hired();
        withdrawn = System.nanoTime();
        require(CLIENT.send(admin("PUT", disabled.account()).json("{\"enabled\": false}")));
        require(CLIENT.send(admin("POST", below(signedOut.account(), "/logout"))));
        role("DELETE", withoutRole.account());
    }

    @AfterAll
    static void theyAreForgotten() {
        Stream.of(disabled, signedOut, withoutRole).forEach(novice -> {
            var _ = CLIENT.send(admin("DELETE", novice.account()));
        });
    }

    @Test
    void whoIsDisabledIsOut() {
        everywhere(disabled, 401);
    }

    @Test
    void whoIsSignedOutIsOut() {
        everywhere(signedOut, 401);
    }

    @Test
    void whoLosesTheirRoleMayDoNothingMore() {
        everywhere(withoutRole, 403);
    }

    private static Novice hired() {
        var user = "novice-" + UUID.randomUUID();
        var account = CLIENT.send(admin("POST", realm("users")).json("""
            {"username": "%1$s", "enabled": true, "emailVerified": true, "email": "%1$s@fieldservice.example",
             "firstName": "Nora", "lastName": "Nou", "credentials": [%2$s]}\
            """.formatted(user, PASSWORD)))
                .header("Location")
                .map(URI::create)
                .orElseThrow();
        role("POST", account);
        var novice = new Novice(account, signIn.token(user));
        assertThat(doors())
                .allSatisfy(door -> assertThat(read(novice, door).status()).isEqualTo(200));
        return novice;
    }

    private static void everywhere(Novice novice, int status) {
        await().atMost(A_MINUTE.minusNanos(System.nanoTime() - withdrawn))
                .untilAsserted(() -> assertThat(doors())
                        .allSatisfy(door -> assertThat(read(novice, door).status())
                                .as(door.name())
                                .isEqualTo(status)));
    }

    private static Stream<Service> doors() {
        return Arrays.stream(Service.values());
    }

    private static Answer read(Novice novice, Service door) {
        var path = switch (door) {
            case TICKET, GATEWAY -> "/v1/customers";
            case DISPATCH -> "/v1/crews";
            case WORKORDER -> "/v1/work-orders";
            case INVENTORY -> "/v1/parts";
            case BILLING -> "/v1/tax-rates";
        };
        return CLIENT.send(Call.of("GET", stack.address().service(door), path).as(novice.token()));
    }

    private static void role(String method, URI account) {
        var role = CLIENT.send(admin("GET", realm("roles/admin"))).text();
        require(CLIENT.send(
                admin(method, below(account, "/role-mappings/realm")).json("[" + role + "]")));
    }

    private static void require(Answer answer) {
        assertThat(answer.isOk()).as(answer.toString()).isTrue();
    }

    private static Call admin(String method, URI address) {
        return new Call(method, address, Map.of(), new byte[0]).as(signIn.operatorToken());
    }

    private static URI realm(String path) {
        return stack.address().issuer().resolve("/admin/realms/field-service/").resolve(path);
    }

    private static URI below(URI account, String path) {
        return URI.create(account + path);
    }
}
