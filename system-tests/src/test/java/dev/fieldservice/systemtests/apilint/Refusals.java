package dev.fieldservice.systemtests.apilint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.fieldservice.players.client.Answer;
import dev.fieldservice.players.client.Api;
import dev.fieldservice.players.client.Call;
import dev.fieldservice.players.client.Client;
import dev.fieldservice.players.client.Player;
import java.util.UUID;

/**
 * Asks for what is refused, once for each status with which the API refuses. Left out: broken JSON, which Prism never
 * answers, and 429, for which a loaded machine is not fast enough.
 */
record Refusals(Client client, Api api) {

    private static final String CUSTOMERS = "/v1/customers";
    private static final String NAME = "{\"name\": \"Lactate Rahova SRL\"}";

    void play() {
        Call list = api.call("GET", Player.DANA, CUSTOMERS);
        String customer =
                CUSTOMERS + "/" + expect(201, command(CUSTOMERS, NAME)).text("/id");
        expect(400, command(CUSTOMERS, "{\"name\": \"\"}"));
        expect(400, command(CUSTOMERS, NAME).without("Idempotency-Key"));
        expect(400, api.call("GET", Player.DANA, CUSTOMERS + "?cursor=invented"));
        expect(401, list.without("Authorization"));
        expect(401, list.as("not.a.token"));
        expect(403, api.call("GET", Player.TUDOR, CUSTOMERS));
        expect(404, api.call("GET", Player.DANA, CUSTOMERS + "/" + UUID.randomUUID()));
        expect(406, list.with("Accept", "text/csv"));
        String technician = "{\"userId\": \"%s\", \"name\": \"Teofil\"}".formatted(UUID.randomUUID());
        expect(201, command("/v1/technicians", technician));
        expect(409, command("/v1/technicians", technician));
        Call change = api.change(Player.DANA, customer, "\"99\"", NAME);
        expect(412, change);
        expect(415, command(CUSTOMERS, NAME).with("Content-Type", "text/plain"));
        expect(422, command("/v1/contacts", """
                {"customerId": "%s", "name": "Nimeni"}""".formatted(UUID.randomUUID())));
        expect(428, change.without("If-Match"));
    }

    private Call command(String path, String body) {
        return api.command(Player.DANA, path, UUID.randomUUID().toString(), body);
    }

    @CanIgnoreReturnValue
    private Answer expect(int status, Call call) {
        Answer answer = client.send(call);
        assertThat(answer.status()).as("%s: %s", call, answer).isEqualTo(status);
        return answer;
    }
}
