package dev.fieldservice.workorder.signatures;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SigningContent")
public record SigningContentView(
        @Schema(
                description =
                        "What to show to the customer: a JSON document as text, hashed byte for byte as it stands here")
        String content,

        @Schema(description = "SHA-256 of the content in UTF-8, in hexadecimal")
        String contentHash) {}
