package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person to meet, as events show it. */
@Schema(description = "The person to meet on site")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactRef(
        @NotNull UUID id,

        @Schema(description = "Full name", examples = "Maria Ionescu")
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = Text.LINE)
        String name,

        @Schema(description = "Phone number", examples = "+40 722 555 010", nullable = true)
        @Size(min = 1, max = 40)
        @Pattern(regexp = Text.LINE)
        String phone,

        @Schema(description = "E-mail address", examples = "maria.ionescu@cotroceni.example", nullable = true)
        @Email
        @Size(min = 1, max = 254)
        @Pattern(regexp = Text.LINE)
        String email,

        @Schema(
                description = "In which they read best, a tag of BCP 47; absent where that is not known",
                examples = "ro",
                nullable = true)
        @Size(min = 2, max = 35)
        @Pattern(regexp = "^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8})*$")
        String language,

        @Schema(description = "False where they want no mail about visits; absent where they do", nullable = true)
        Boolean visitMail,

        @Schema(
                description = "How they would rather be reached: who prefers the telephone gets no mail about visits",
                nullable = true)
        Channel preferredChannel) {

    @Schema(name = "ContactChannel")
    public enum Channel {
        PHONE,
        EMAIL
    }

    /** Whether they are written to about requests and visits; who is not, somebody has to call. */
    public boolean takesMail() {
        return !Boolean.FALSE.equals(visitMail) && preferredChannel != Channel.PHONE;
    }
}
