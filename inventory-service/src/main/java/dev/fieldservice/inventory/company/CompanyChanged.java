package dev.fieldservice.inventory.company;

import java.util.UUID;

/** What is needed here of the company. */
public record CompanyChanged(UUID companyId, long companyVersion, String tradeName, String timeZone, String currency) {}
