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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is withdrawn in Keycloak is out everywhere within half a minute, whatever their token says. */
@ExtendWith(RunningStack.class)
class WithdrawalTest {

    /** Twice what is promised: while others use the machine Keycloak may take longer than it is waited for, now and then. */
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private static final String PASSWORD = "{\"type\": \"password\", \"value\": \"demo\", \"temporary\": false}";

    private final Client client = new Client();
    private LocalStack stack;
    private SignIn signIn;
    private String user;
    private URI account;
    private String token;

    @BeforeEach
    void somebodyWorks(LocalStack running) {
        stack = running;
        signIn = new SignIn(stack.address(), client);
        user = "novice-" + UUID.randomUUID();
        account = client.send(admin("POST", "users").json("""
            {"username": "%1$s", "enabled": true, "emailVerified": true, "email": "%1$s@fieldservice.example",
             "firstName": "Nora", "lastName": "Nou", "credentials": [%2$s]}\
            """.formatted(user, PASSWORD)))
                .header("Location")
                .map(URI::create)
                .orElseThrow();
        role("POST");
        token = signIn.token(user);
        assertThat(doors()).allSatisfy(door -> assertThat(read(door).status()).isEqualTo(200));
    }

    @AfterEach
    void theyAreForgotten() {
        var _ = client.send(admin("DELETE", ""));
    }

    @Test
    void whoIsDisabledIsOut() {
        require(client.send(admin("PUT", "").json("{\"enabled\": false}")));
        everywhere(401);
    }

    @Test
    void whoIsSignedOutIsOut() {
        require(client.send(admin("POST", "/logout")));
        everywhere(401);
    }

    @Test
    void whoLosesTheirRoleMayDoNothingMore() {
        role("DELETE");
        everywhere(403);
    }

    private void everywhere(int status) {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(doors())
                        .allSatisfy(door ->
                                assertThat(read(door).status()).as(door.name()).isEqualTo(status)));
    }

    private static Stream<Service> doors() {
        return Arrays.stream(Service.values());
    }

    private Answer read(Service door) {
        var path = switch (door) {
            case TICKET, GATEWAY -> "/v1/customers";
            case DISPATCH -> "/v1/crews";
            case WORKORDER -> "/v1/work-orders";
            case INVENTORY -> "/v1/parts";
            case BILLING -> "/v1/tax-rates";
        };
        return client.send(Call.of("GET", stack.address().service(door), path).as(token));
    }

    private void role(String method) {
        var role = client.send(admin("GET", "roles/admin")).text();
        require(client.send(admin(method, "/role-mappings/realm").json("[" + role + "]")));
    }

    private static void require(Answer answer) {
        assertThat(answer.isOk()).as(answer.toString()).isTrue();
    }

    /** @param path below the realm, or below the account if it begins with a slash or is empty */
    private Call admin(String method, String path) {
        var realm = stack.address().issuer().resolve("/admin/realms/field-service/");
        var address = path.isEmpty() || path.startsWith("/") ? account + path : realm + path;
        return new Call(method, URI.create(address), Map.of(), new byte[0]).as(signIn.operatorToken());
    }
}
