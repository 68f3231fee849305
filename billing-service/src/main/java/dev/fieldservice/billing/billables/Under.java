package dev.fieldservice.billing.billables;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/** The contract and the warranty under which something was asked for: what they cover is decided by the ticket service. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Under(UUID contractId, String contractNumber, String contractName, UUID warrantyId) {}
