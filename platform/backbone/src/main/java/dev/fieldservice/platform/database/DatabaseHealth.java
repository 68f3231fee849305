package dev.fieldservice.platform.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness of the database, without which a service can do nothing for anybody: also decides whether it is sent requests. */
@Readiness
@HealthGroup("serving")
@ApplicationScoped
public class DatabaseHealth implements AsyncHealthCheck {

    private final Database database;

    public DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.answers()
                .map(yes -> HealthCheckResponse.named("database").status(yes).build());
    }
}
