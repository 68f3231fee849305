package dev.fieldservice.billing.documents;

/** What an accounting document is: the codes of UNCL 1001 (EN 16931, BT-3). */
public enum DocumentType {
    INVOICE("380"),
    CREDIT_NOTE("381");

    private final String code;

    DocumentType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
