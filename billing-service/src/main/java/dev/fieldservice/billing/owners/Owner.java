package dev.fieldservice.billing.owners;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who sees to it that something in billing goes on. */
@Schema(name = "BillingOwner", description = "Who sees to it that it goes on")
public record Owner(
        @Schema(description = "A user of Keycloak") UUID id, String name) {}
