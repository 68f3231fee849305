package dev.fieldservice.ticket.incoming;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.platform.offers.Offers;
import dev.fieldservice.ticket.incoming.IncomingMailLifecycle.State;
import dev.fieldservice.ticket.incoming.Proposals.LikelyCustomer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail with what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IncomingMail")
public record IncomingMailView(
        UUID id,
        State state,

        @Offers("/v1/incoming-mails/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(nullable = true, description = "Why it waits, is ignored or was set aside", examples = "sender-unknown")
        String reason,

        @Schema(nullable = true, description = "Why somebody dismissed it")
        String remark,

        @Schema(nullable = true, description = "As the mail says; anybody can write any sender into a mail")
        String fromAddress,

        @Schema(nullable = true) String fromName,
        @Schema(nullable = true) String subject,

        @Schema(nullable = true, description = "What was written, without markup, up to 100000 characters")
        String text,

        @Schema(nullable = true, description = "As the sender's clock says")
        Instant sentAt,

        Instant arrivedAt,

        @Schema(description = "What came along and is kept; with these ids it is attached to the ticket")
        List<File> files,

        @Schema(description = "What came along and is not kept")
        List<NotKept> notKept,

        @Schema(nullable = true) UUID ticketId,

        @Schema(
                description = "Of one that waits: whose it may be, the likeliest first; its own address, numbers"
                        + " and machines speak for a customer")
        List<LikelyCustomer> proposals) {

    /** A file that came along. */
    @Schema(name = "IncomingFile")
    public record File(UUID id, String name, String mediaType, long size) {

        static File of(Enclosed.Kept file) {
            return new File(file.id(), file.name(), file.kind().mediaType(), file.size());
        }
    }

    /** What came along and is not taken. */
    @Schema(name = "FileNotKept")
    public record NotKept(
            String name,
            @Schema(examples = "unsupported-media-type") String reason) {}

    static IncomingMailView of(IncomingMail mail) {
        return of(mail, List.of());
    }

    static IncomingMailView of(IncomingMail m, List<LikelyCustomer> proposals) {
        return new IncomingMailView(
                m.id(),
                m.state,
                m.allowedCommands(),
                m.reason,
                m.remark,
                m.fromAddress,
                m.fromName,
                m.title,
                m.content,
                m.sentAt,
                m.arrivedAt,
                m.enclosed.files().stream().map(File::of).toList(),
                m.enclosed.left().stream()
                        .map(left -> new NotKept(left.name(), left.reason()))
                        .toList(),
                m.ticketId,
                proposals);
    }
}
