package dev.fieldservice.billing.invoices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fieldservice.billing.company.Seller;
import dev.fieldservice.billing.documents.Delivery;
import dev.fieldservice.billing.documents.DocumentLanguage;
import dev.fieldservice.billing.invoices.InvoiceLifecycle.State;
import dev.fieldservice.billing.owners.Owner;
import dev.fieldservice.billing.pricing.Withdrawal;
import dev.fieldservice.contracts.CustomerRef;
import dev.fieldservice.platform.offers.Offers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invoice")
public record InvoiceView(
        UUID id,

        @Schema(nullable = true, description = "Given when it is issued", examples = "FS-2026-000001")
        String number,

        State state,

        @Offers("/v1/invoices/{id}")
        @Schema(description = "The commands that the caller may give now, as they stand in the URL")
        List<String> allowedCommands,

        @Schema(description = "Why there is an invoice beside the first of a job")
        InvoiceCause cause,

        @Schema(nullable = true) Preceding preceding,
        UUID orderId,
        String orderNumber,
        UUID ticketId,
        String ticketNumber,

        @Schema(nullable = true, description = "Who sold, frozen when it was issued; absent in a draft")
        Seller seller,

        @Schema(description = "The customer as known when it was issued; a draft follows corrections")
        CustomerRef buyer,

        @Schema(description = "A person moved it to this buyer; it does not follow the ticket's customer")
        boolean buyerGiven,

        @Schema(nullable = true) Owner owner,

        @Schema(description = "The day the job was closed, by the site's clock")
        LocalDate performedOn,

        @Schema(nullable = true, description = "What the technician wants finance to know")
        String notes,

        @Schema(nullable = true, description = "What the buyer reads on it")
        String noteForBuyer,

        @Schema(nullable = true) CalledOff calledOff,

        @Schema(
                description =
                        "Its job was sent back to be put right: a draft is not issued before it is closed again; the billing"
                                + " case says why")
        boolean sentBack,

        @Schema(nullable = true, description = "Of the job; absent if nobody recorded what the customer said")
        JobSignature signature,

        @Schema(
                nullable = true,
                description =
                        "BCP 47 tag of the language in which its lines are worded and it is sent; absent in what was issued before"
                                + " it was kept",
                examples = "ro")
        String language,

        String currency,
        List<InvoiceLineView> lines,

        @Schema(description = "How many lines have no price or tax rate yet; they are missing from the totals")
        int unpricedLines,

        @Schema(description = "Issued on prices or tax rates that were put right afterwards; to be credited")
        boolean pricesCorrected,

        @Schema(
                description =
                        "It was asked for under a contract or a warranty, and what that covers is not decided yet: it cannot be issued")
        boolean coverageAwaited,

        Totals totals,

        @Schema(nullable = true, description = "The sums of its credit notes; absent if there is none")
        Totals credited,

        @Schema(nullable = true, description = "By whom, when and why nothing of it is billed; once it is VOIDED")
        Withdrawal voided,

        @Schema(nullable = true, description = "Whether it was sent to anybody; absent in a draft")
        Delivery delivery,

        Instant draftedAt,
        @Schema(nullable = true) Instant issuedAt,
        @Schema(nullable = true) LocalDate issueDate,
        @Schema(nullable = true) LocalDate dueDate,

        @Schema(nullable = true, description = "Whether it is paid; once it is issued")
        PaymentStatus payment) {

    public static InvoiceView of(Invoice i) {
        return new InvoiceView(
                i.id(),
                i.number,
                i.state,
                words(i),
                i.cause,
                i.preceding,
                i.orderId,
                i.orderNumber,
                i.ticketId,
                i.ticketNumber,
                i.seller,
                i.buyer,
                i.buyerGiven,
                i.owner,
                i.performedOn,
                i.notes,
                i.noteForBuyer,
                i.calledOff,
                IssueRules.isSentBack(i),
                i.signature,
                Optional.ofNullable(i.language).map(DocumentLanguage::tag).orElse(null),
                i.currency(),
                i.lines.stream().map(line -> InvoiceLineView.of(line, i)).toList(),
                i.unpriced,
                i.pricesCorrected,
                i.coverageAwaited,
                i.totals,
                i.credited,
                i.voided,
                i.delivery,
                i.draftedAt,
                i.issuedAt,
                i.issueDate,
                i.dueDate,
                PaymentStatus.of(i));
    }

    private static List<String> words(Invoice i) {
        boolean isCreditable =
                i.state == State.ISSUED && IssuedInvoice.of(i).lines().stream().anyMatch(BilledLine::isLeft);
        boolean isReturned = i.lines.stream().anyMatch(line -> line.creditedQuantity.signum() > 0);
        return InvoiceLifecycle.words(i.state, isCreditable, isReturned).stream()
                .filter(word -> !(word.equals("issue") && IssueRules.isSentBack(i)))
                .toList();
    }
}
