package dev.fieldservice.inventory.papers;

/** What goes to suppliers on paper: the same page in other words. */
public enum PaperForm {
    PURCHASE_ORDER("papers/purchase-order"),
    SUPPLIER_RETURN("papers/supplier-return");

    /** The properties with its words are called so, with {@code _<language>}. */
    final String words;

    PaperForm(String words) {
        this.words = words;
    }
}
