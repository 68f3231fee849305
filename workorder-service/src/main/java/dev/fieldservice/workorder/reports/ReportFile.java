package dev.fieldservice.workorder.reports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The PDF of a report in one language. */
@Schema(name = "ServiceReportFile")
public record ReportFile(
        @Schema(description = "ISO 639 code", examples = "ro")
        String language,

        @Schema(description = "SHA-256 of the PDF, in hexadecimal")
        String sha256,

        @Schema(description = "In bytes") long size) {}
