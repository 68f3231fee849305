package dev.fieldservice.billing.company;

import dev.fieldservice.contracts.Address;

/** Who sells, as EN 16931 wants it on invoices (BG-4 to BG-6, BG-17). All but the name and the address may be null. */
public record Seller(
        String legalName,
        String vatId,
        String registrationNumber,
        String legalInformation,
        Address address,
        String email,
        String phone,
        String iban,
        String bank) {}
