package dev.fieldservice.billing.accounting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;

/**
 * Settings of bookkeeping: the account of each purpose, by default those of the Romanian chart (OMFP 1802/2014). A service whose
 * accounts cannot be such does not start.
 */
@ConfigMapping(prefix = "fieldservice.accounts")
public interface Accounts {

    /** What an account looks like: digits, letters, dots and dashes. */
    String ACCOUNT = "[0-9A-Za-z][0-9A-Za-z.-]{0,19}";

    /** What customers owe. */
    @WithDefault("4111")
    @Pattern(regexp = ACCOUNT)
    String receivables();

    /** Revenue of parts. */
    @WithDefault("707")
    @Pattern(regexp = ACCOUNT)
    String parts();

    /** Revenue of labour. */
    @WithDefault("704")
    @Pattern(regexp = ACCOUNT)
    String labour();

    /** Revenue of travel. */
    @WithDefault("704")
    @Pattern(regexp = ACCOUNT)
    String travel();

    /** Revenue of whatever else stands on an invoice. */
    @WithDefault("708")
    @Pattern(regexp = ACCOUNT)
    String otherRevenue();

    /** Tax that is owed, unless its category and rate have an account of their own. */
    @WithDefault("4427")
    @Pattern(regexp = ACCOUNT)
    String tax();

    /** Accounts of tax by category and rate, such as {@code S-11}. */
    Map<@Pattern(regexp = "[A-Z]{1,2}-[0-9]{1,3}(\\.[0-9]{1,2})?") String, @NotNull @Pattern(regexp = ACCOUNT) String>
            taxes();

    /** What was paid by transfer. */
    @WithDefault("5121")
    @Pattern(regexp = ACCOUNT)
    String bank();

    /** What was paid and is not known for which invoice. */
    @WithDefault("419")
    @Pattern(regexp = ACCOUNT)
    String unallocated();

    /** @param rate null for what is not tax */
    default String of(Purpose purpose, TaxGroup rate) {
        return switch (purpose) {
            case RECEIVABLE -> receivables();
            case PARTS -> parts();
            case LABOUR -> labour();
            case TRAVEL -> travel();
            case OTHER_REVENUE -> otherRevenue();
            case TAX -> taxes().getOrDefault(rate.key(), tax());
            case BANK -> bank();
            case UNALLOCATED -> unallocated();
        };
    }
}
