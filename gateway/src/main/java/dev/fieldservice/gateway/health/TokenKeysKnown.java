package dev.fieldservice.gateway.health;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness of the token check: ready as soon as the keys that tokens are signed with are known. It stays ready when the
 * identity provider goes away later, because tokens can still be checked with the known keys.
 */
@Readiness
@Singleton
public class TokenKeysKnown implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TenantConfigBean tenants;

    public TokenKeysKnown(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /** Also fetches the keys if that failed so far: a gateway that is not ready gets no request that would do it. */
    @Override
    public Uni<HealthCheckResponse> call() {
        return tenants.getDefaultTenant()
                .initialize()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(TenantConfigContext::ready)
                .onFailure()
                .recoverWithItem(false)
                .map(known -> HealthCheckResponse.named("token signing keys known")
                        .status(known)
                        .build());
    }
}
