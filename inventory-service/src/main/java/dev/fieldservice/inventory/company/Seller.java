package dev.fieldservice.inventory.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.contracts.Address;

/** The company as the law knows it. All but the name and the address may be null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seller(
        String legalName, String vatId, String registrationNumber, Address address, String email, String phone) {}
