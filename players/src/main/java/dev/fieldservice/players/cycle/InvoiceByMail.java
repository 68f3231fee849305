package dev.fieldservice.players.cycle;

import dev.fieldservice.players.client.Mailbox;
import dev.fieldservice.players.client.Player;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The customer has the invoice in the mailbox: to be read, and as the XML that was found valid before it got its number. */
final class InvoiceByMail implements Step {

    @Override
    public void play(Job job) {
        if (!job.isBillable() || !job.isWatched()) {
            return;
        }
        var deliveries = "/v1/invoices/" + job.invoice() + "/deliveries";
        job.story()
                .follows(
                        "billing-service",
                        "errand",
                        "its PDF and XML are made, and sent",
                        () -> job.driver()
                                .await(
                                        Player.ANA,
                                        deliveries,
                                        seen -> seen.text("/items/0/state").equals("HANDED_OVER")));
        job.mailbox().ifPresent(mailbox -> read(job, mailbox));
    }

    private static void read(Job job, Mailbox mailbox) {
        var eInvoice =
                job.driver().read(Player.ANA, "/v1/e-invoices/" + job.invoice()).body();
        var number = eInvoice.at("/number").asText();
        var mail = job.story()
                .follows(
                        "billing-service",
                        "SMTP",
                        "Maria has it by mail",
                        () -> mailbox.await(
                                job.customer().mail(), one -> one.subject().contains(number)));
        job.story().line("         \"" + mail.subject() + "\"");
        var files = mailbox.attachments(job.customer().mail(), mail.id());
        job.story().holds(hasPdf(files), "a PDF is in it");
        job.story()
                .holds(
                        files.values().stream()
                                .anyMatch(file -> sha256(file)
                                        .equals(eInvoice.at("/sha256").asText())),
                        "its XML is the one that EN 16931 and CIUS-RO say nothing against");
        job.sent(files);
        job.ends("valid", "the XML, by the rules of EN 16931 and CIUS-RO");
        job.ends(
                "mail",
                "\"%s\" in the mailbox of %s"
                        .formatted(mail.subject(), job.customer().mail()));
    }

    static boolean hasPdf(Map<String, byte[]> files) {
        return files.values().stream()
                .anyMatch(file -> new String(file, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
