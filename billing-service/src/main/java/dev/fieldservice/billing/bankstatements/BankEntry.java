package dev.fieldservice.billing.bankstatements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A line of a bank statement.
 *
 * @param row where it stands, from 1 on
 * @param identity what tells it from others, as the bank says it; equal for what the bank cannot tell apart
 * @param amount positive if it came to the account
 * @param payerName null if it is not said
 * @param payerIban null if it is not said
 * @param text what the payer wrote; empty if nothing
 * @param objection why it is no payment; null if it is one
 */
record BankEntry(
        int row,
        List<String> identity,
        LocalDate bookedOn,
        BigDecimal amount,
        String currency,
        String payerName,
        String payerIban,
        String text,
        Objection objection) {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_IBAN = 34;

    BankEntry {
        text = line(text, LONGEST_TEXT);
        payerName = payerName == null ? null : line(payerName, LONGEST_NAME);
        payerIban = payerIban == null ? null : line(payerIban.replace(" ", ""), LONGEST_IBAN);
    }

    /** Banks break lines where their columns end, and write more than anybody reads. */
    private static String line(String any, int longest) {
        String line = any.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }

    /** Why a line is passed over. */
    enum Objection {
        /** Money went out. What was paid back to a customer is recorded by hand. */
        DEBIT,
        /** Announced, and not booked yet. */
        NOT_BOOKED,
        /** The bank takes something back. The payment is taken back by hand. */
        REVERSAL
    }
}
