package dev.fieldservice.gateway.standins;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The issuer and the services around the gateway under test. Billing is down throughout. */
public class StandIns implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, String> SMALL_AND_QUICK = Map.ofEntries(
            Map.entry("gateway.upstream.response-timeout", "2s"),
            Map.entry("gateway.upstream.idle-timeout", "8s"),
            Map.entry("gateway.upstream.connections", "8"),
            Map.entry("gateway.upstream.waiting", "4"),
            Map.entry("gateway.timeline.patience", "2s"),
            Map.entry("gateway.timeline.page-size", "2"),
            Map.entry("gateway.timeline.pages", "5"),
            Map.entry("gateway.timeline.bytes", "64K"),
            Map.entry("gateway.timeline.at-once", "4"),
            Map.entry("gateway.api-docs.refresh", "0.05s"),
            Map.entry("gateway.limits.requests-per-second", "20"),
            Map.entry("gateway.limits.burst", "100"),
            Map.entry("gateway.limits.at-once", "6"),
            Map.entry("gateway.limits.asked-at-once", "3"),
            Map.entry("gateway.limits.patience", "1.2s"),
            Map.entry("fieldservice.memory.head-patience", "1.2s"),
            Map.entry("gateway.limits.held-patience", "3s"),
            Map.entry("gateway.limits.pace", "16K"),
            Map.entry("gateway.limits.held-body", "32K"),
            Map.entry("gateway.limits.held-bodies", "512K"),
            Map.entry("fieldservice.memory.answer-patience", "2s"));

    private final TestIssuer issuer = new TestIssuer();
    private final Map<String, StandInService> services = new HashMap<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(SMALL_AND_QUICK);
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("quarkus.oidc.token.issuer", issuer.url());
        config.put("fieldservice.tokens.secret", "the API's own");
        config.put("fieldservice.tokens.remembered", "8s");
        config.put("fieldservice.tokens.patience", "3s");
        config.put("fieldservice.tokens.pause", "1s");
        config.put("gateway.upstream.url.billing", "http://127.0.0.1:" + closedPort());
        for (String name : List.of("ticket", "dispatch", "workorder", "inventory")) {
            services.put(name, new StandInService());
            config.put("gateway.upstream.url." + name, services.get(name).url());
        }
        return config;
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(issuer, new TestInjector.MatchesType(TestIssuer.class));
        tests.injectIntoFields(
                services,
                field -> Map.class.isAssignableFrom(field.getType())
                        && field.getName().equals("services"));
    }

    @Override
    public void stop() {
        services.values().forEach(StandInService::close);
        issuer.close();
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}
