package dev.fieldservice.platform.rest;

import dev.fieldservice.platform.problems.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's own name in the paths of its operations, which are the same in every service. */
@ApplicationScoped
public class ThisService {

    private final String name;

    public ThisService(@ConfigProperty(name = "quarkus.application.name") String name) {
        this.name = name;
    }

    /** Refused with 404 if another one is asked for. */
    public void require(String service) {
        if (!service.equals(name)) {
            throw new Refusal.NotFound("service").refused();
        }
    }
}
