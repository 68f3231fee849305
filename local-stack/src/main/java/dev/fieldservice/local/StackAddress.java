package dev.fieldservice.local;

import dev.fieldservice.players.client.Addresses;
import java.net.URI;
import java.util.Map;

/** How to reach a running stack: all that a client or a test needs to know of it. */
public record StackAddress(Map<Port, Integer> ports) implements Addresses {

    public static final String HOST = "127.0.0.1";

    @Override
    public URI gateway() {
        return service(Service.GATEWAY);
    }

    public URI service(Service service) {
        return http(service.port());
    }

    @Override
    public URI issuer() {
        return http(Port.KEYCLOAK).resolve("/realms/field-service");
    }

    public String postgres() {
        return hostAndPort(Port.POSTGRES);
    }

    public String kafkaBootstrapServers() {
        return hostAndPort(Port.KAFKA);
    }

    public int smtpPort() {
        return ports.get(Port.SMTP);
    }

    @Override
    public int imapPort() {
        return ports.get(Port.IMAP);
    }

    public int port(Port port) {
        return ports.get(port);
    }

    private URI http(Port port) {
        return URI.create("http://" + hostAndPort(port));
    }

    private String hostAndPort(Port port) {
        return HOST + ":" + ports.get(port);
    }
}
