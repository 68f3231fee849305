package dev.fieldservice.billing.pricing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what the ticket service decided that something is covered. */
@Schema(name = "CoverageBasis")
public enum CoverageBasis {
    WARRANTY,
    CONTRACT,
    /** Visits or hours that the contract includes. */
    ALLOWANCE,
    NONE
}
