package dev.fieldservice.faults.strikes;

import static dev.fieldservice.local.Service.BILLING;

import dev.fieldservice.players.client.Player;
import dev.fieldservice.players.forms.MoneyForms;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An invoice that was issued, sent once more to a mailbox that nobody else knows. */
final class InvoiceOnRequest extends WatchedMail {

    private static final String WITH_FILES = """
            select id from issued_document where type = 'INVOICE' and jsonb_array_length(files -> 'items') > 1 order by id""";

    /** Somebody comes by with an invoice before that. */
    private static final Duration UNTIL_ISSUED = Duration.ofMinutes(3);

    private final String invoice;

    private InvoiceOnRequest(Field field, String invoice) {
        super(field, BILLING);
        this.invoice = invoice;
    }

    static InvoiceOnRequest of(Field field) {
        var _ = Field.within(UNTIL_ISSUED, () -> !issued(field).isEmpty());
        List<String> issued = issued(field);
        return new InvoiceOnRequest(field, issued.get(field.random().nextInt(issued.size())));
    }

    private static List<String> issued(Field field) {
        return field.databases().list(BILLING, WITH_FILES);
    }

    @Override
    void announce() {
        var address = "contabilitate." + UUID.randomUUID() + "@cotroceni.example";
        var delivery = field().phone()
                .post(Player.ANA, "/v1/invoices/" + invoice + "/send", MoneyForms.sendTo(address))
                .text("/id");
        watch(delivery, address);
    }

    @Override
    void callOff() {
        // Nobody waits for it
    }

    @Override
    String state() {
        return only("select state from document_delivery where id = ?", UUID.fromString(id()));
    }

    @Override
    String waiting() {
        return "QUEUED";
    }

    @Override
    String sent() {
        return "HANDED_OVER";
    }
}
