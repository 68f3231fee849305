package dev.fieldservice.contracts;

/**
 * Patterns for free text. PostgreSQL cannot store NUL, and other control characters break mails, logs and XML invoices,
 * so they are refused where text comes in. Written for both Java and ECMA 262, since OpenAPI publishes them.
 */
public final class Text {
    /** One line: no control character at all. */
    public static final String LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    /** Several lines: only tab and line breaks of the control characters. */
    public static final String LINES = "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$";

    private Text() {}
}
