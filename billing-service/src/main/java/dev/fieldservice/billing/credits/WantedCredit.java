package dev.fieldservice.billing.credits;

import dev.fieldservice.billing.invoices.BilledLine;
import dev.fieldservice.billing.invoices.IssuedInvoice;
import dev.fieldservice.contracts.codes.Units;
import dev.fieldservice.platform.problems.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The lines of a credit note as somebody wants them, held against what is left of the invoice. */
final class WantedCredit {

    private final Map<UUID, BilledLine> billed;
    private final String currency;
    private final Set<UUID> named = new HashSet<>();

    private WantedCredit(IssuedInvoice invoice) {
        this.billed = invoice.lines().stream().collect(Collectors.toMap(BilledLine::id, Function.identity()));
        this.currency = invoice.currency();
    }

    /** Refused with 409 where nothing is left, with 422 where more is wanted than is left. */
    static List<CreditNoteLine> lines(CreditNoteDetails details, IssuedInvoice invoice) {
        return details.takesAll() ? whole(invoice) : new WantedCredit(invoice).lines(details.lines());
    }

    private static List<CreditNoteLine> whole(IssuedInvoice invoice) {
        List<CreditNoteLine> lines = left(invoice, line -> true);
        if (lines.isEmpty()) {
            throw new Refusal.Conflict("nothing-left", "All of it is credited already.").refused();
        }
        return lines;
    }

    /** All that is left of some lines. */
    static List<CreditNoteLine> left(IssuedInvoice invoice, Predicate<BilledLine> wanted) {
        return invoice.lines().stream()
                .filter(BilledLine::isLeft)
                .filter(wanted)
                .map(CreditNoteLine::whole)
                .toList();
    }

    private List<CreditNoteLine> lines(List<CreditNoteDetails.Line> wanted) {
        List<CreditNoteLine> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            lines.add(line(wanted.get(i), "/lines/" + i));
        }
        return lines;
    }

    private CreditNoteLine line(CreditNoteDetails.Line wanted, String at) {
        BilledLine line = billed.get(wanted.invoiceLineId());
        if (line == null) {
            throw Refusal.RuleViolated.at(
                    at + "/invoiceLineId", "taken-out", "The line was taken out, and is not billed.");
        }
        if (!named.add(line.id())) {
            throw Refusal.RuleViolated.at(at + "/invoiceLineId", "named-twice", "Name each line once.");
        }
        if (wanted.quantity() != null && wanted.amount() != null) {
            throw Refusal.RuleViolated.at(at + "/amount", "one-of", "Give a quantity or an amount.");
        }
        if (!line.isLeft()) {
            throw tooMuch(at + "/invoiceLineId", "All of it is credited already.");
        }
        return wanted.quantity() != null
                ? quantity(line, wanted.quantity(), at + "/quantity")
                : wanted.amount() != null ? amount(line, wanted, at + "/amount") : CreditNoteLine.whole(line);
    }

    private static CreditNoteLine quantity(BilledLine line, BigDecimal quantity, String at) {
        if (!Units.fits(quantity, line.unit())) {
            throw Refusal.RuleViolated.at(at, "whole-pieces", "It must be whole: " + line.unit() + " counts pieces.");
        }
        if (quantity.compareTo(line.quantityLeft()) > 0) {
            throw tooMuch(
                    at, "There is %s left of it.".formatted(line.quantityLeft().toPlainString()));
        }
        return CreditNoteLine.quantity(line, quantity);
    }

    private CreditNoteLine amount(BilledLine line, CreditNoteDetails.Line wanted, String at) {
        BigDecimal amount = wanted.amount().amount();
        if (!wanted.amount().currency().equals(currency)) {
            throw Refusal.RuleViolated.at(at + "/currency", "other-currency", "The invoice is in " + currency + ".");
        }
        if (amount.signum() <= 0) {
            throw Refusal.RuleViolated.at(at + "/amount", "not-positive", "Say how much less it costs.");
        }
        if (amount.compareTo(line.netLeft()) > 0) {
            throw tooMuch(
                    at + "/amount",
                    "There is %s left of it.".formatted(line.netLeft().toPlainString()));
        }
        if (amount.compareTo(CreditNoteLine.HIGHEST_PRICE) > 0 && amount.compareTo(line.netLeft()) < 0) {
            throw Refusal.RuleViolated.at(at + "/amount", "too-much", "Credit it in several amounts.");
        }
        return CreditNoteLine.amount(line, amount);
    }

    private static RuntimeException tooMuch(String at, String detail) {
        return Refusal.RuleViolated.at(at, "more-than-is-left", detail);
    }
}
