package dev.fieldservice.inventory.company;

import java.util.List;
import java.util.UUID;

/**
 * What is needed here of the company.
 *
 * @param seller null until somebody has entered it
 */
public record CompanyChanged(
        UUID companyId,
        long companyVersion,
        String tradeName,
        Seller seller,
        String timeZone,
        String currency,
        List<String> languages) {}
