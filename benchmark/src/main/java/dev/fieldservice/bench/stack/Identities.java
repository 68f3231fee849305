package dev.fieldservice.bench.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldservice.bench.measure.Together;
import dev.fieldservice.contracts.Role;
import dev.fieldservice.local.StackAddress;
import dev.fieldservice.local.demo.Player;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Signs people in at Keycloak, and has it know more technicians than the demo does. */
public final class Identities {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final Http http;
    private final StackAddress address;

    Identities(Http http, StackAddress address) {
        this.http = http;
        this.address = address;
    }

    public Person signIn(Player player) {
        return new Person(player.id(), token(address.tokenEndpoint(), "demo-cli", player.user(), "demo"));
    }

    /** So many technicians who did not exist before. */
    public List<Person> technicians(String group, int count) {
        var admin = Map.of(
                "Authorization",
                "Bearer " + token(realm("master").resolve("token"), "admin-cli", "admin", "admin"),
                "Content-Type",
                "application/json");
        // Hashing passwords as they should be would take longer than the measurement.
        send(HttpMethod.PUT, "", admin, Map.of("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"));
        var role = http.send(HttpMethod.GET, adminUri("/roles/" + Role.TECHNICIAN), admin, "")
                .required("reading the role")
                .json();
        var names = IntStream.range(0, count)
                .mapToObj(number -> group + "-" + number)
                .toList();
        return Together.map(names, name -> technician(name, admin, List.of(role)));
    }

    private Person technician(String name, Map<String, String> admin, List<?> roles) {
        var user = Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                "Tehnician",
                "lastName",
                name,
                "email",
                name + "@fieldservice.example",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", "demo", "temporary", false)));
        send(HttpMethod.POST, "/users", admin, user);
        var id = http.send(HttpMethod.GET, adminUri("/users?exact=true&username=" + name), admin, "")
                .required("finding a user")
                .text("/0/id");
        send(HttpMethod.POST, "/users/" + id + "/role-mappings/realm", admin, roles);
        return new Person(id, token(address.tokenEndpoint(), "demo-cli", name, "demo"));
    }

    private void send(HttpMethod method, String path, Map<String, String> admin, Object body) {
        var _ = http.send(method, adminUri(path), admin, json(body)).required(method + " " + path + " at Keycloak");
    }

    private String token(URI endpoint, String client, String user, String password) {
        var form = "grant_type=password&scope=openid&client_id=%s&username=%s&password=%s"
                .formatted(client, user, password);
        return http.send(HttpMethod.POST, endpoint, FORM, form)
                .required("signing in " + user)
                .text("/access_token");
    }

    private URI realm(String name) {
        return address.issuer().resolve("/realms/" + name + "/protocol/openid-connect/");
    }

    private URI adminUri(String path) {
        return address.issuer().resolve("/admin/realms/field-service" + path);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
