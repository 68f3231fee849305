package dev.fieldservice.ticket.incoming;

import dev.fieldservice.platform.documents.FileKind;
import dev.fieldservice.platform.documents.ReceivedFile;
import dev.fieldservice.platform.files.StoredFile;
import dev.fieldservice.platform.pictures.Shot;
import dev.fieldservice.ticket.attachments.NewAttachment;
import dev.fieldservice.ticket.mailbox.ReadMail.LeftOut;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What came along with a mail: the files that are kept, and what is not taken. */
record Enclosed(List<Kept> files, List<LeftOut> left) {

    static final Enclosed NOTHING = new Enclosed(List.of(), List.of());

    /**
     * A file that is kept.
     *
     * @param id by which it is claimed, and which it has as an attachment of a ticket
     * @param width in pixels; null for a document, as {@code height}
     */
    record Kept(
            UUID id,
            String name,
            FileKind kind,
            Integer width,
            Integer height,
            String sentSha256,
            String sha256,
            long size) {

        static Kept of(UUID id, String name, ReceivedFile file) {
            return new Kept(
                    id,
                    name,
                    file.kind(),
                    file.width(),
                    file.height(),
                    file.sentSha256(),
                    file.kept().sha256(),
                    file.kept().size());
        }

        NewAttachment attachment() {
            return new NewAttachment(id, name, null);
        }

        ReceivedFile content() {
            return new ReceivedFile(kind, width, height, Shot.UNKNOWN, sentSha256, new StoredFile(sha256, size));
        }
    }

    /** Nothing is kept of a mail that nobody wants. */
    Enclosed without(String reason) {
        return new Enclosed(
                List.of(),
                Stream.concat(files.stream().map(file -> new LeftOut(file.name(), reason)), left.stream())
                        .toList());
    }

    /** Those beyond so many could not be attached. */
    Enclosed attached(int count) {
        return new Enclosed(
                files.subList(0, count),
                Stream.concat(
                                files.subList(count, files.size()).stream()
                                        .map(file -> new LeftOut(file.name(), "ticket-takes-no-more")),
                                left.stream())
                        .toList());
    }
}
