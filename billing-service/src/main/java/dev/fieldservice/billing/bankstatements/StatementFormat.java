package dev.fieldservice.billing.bankstatements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a bank statement is written in. */
@Schema(name = "BankStatementFormat")
public enum StatementFormat {
    /** ISO 20022, camt.053.001, any version. */
    CAMT_053,
    /** Our own: date, amount, currency, payer, iban, text, reference. */
    CSV
}
