package dev.fieldservice.billing.documents;

import com.helger.diagnostics.error.IError;
import dev.fieldservice.platform.problems.FieldError;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule that a document is against. Its text names the fields by their numbers in EN 16931 (BT-52), by which they are found on the
 * draft.
 *
 * @param place XPath into the XML
 * @param rule such as {@code BR-RO-100}; empty of the schema
 * @param text in English
 */
record Violation(String place, String rule, String text) {

    private static final Pattern RULE = Pattern.compile("^\\[([A-Z0-9-]+)\"?]\\s*-?\\s*");
    private static final Pattern TERM = Pattern.compile("\\b(BT-\\d+)\\b");
    private static final Pattern LINE = Pattern.compile("(?:InvoiceLine|CreditNoteLine)\\[(\\d+)]");

    /** What phive appends of the test itself. */
    private static final Pattern TAIL = Pattern.compile("\\s*\\(\\s*=\\s*'[^']*'\\s*\\)\\s*$");

    private static final Map<String, String> WORDS = Map.of(
            "BR-RO-100",
                    "An address in Bucharest needs its sector: enter the postal code, or Sector 1 to Sector 6 as the"
                            + " city.",
            "BR-RO-110", "An address in Romania needs its county as a code, such as RO-CJ: enter it as the region.",
            "BR-RO-030",
                    "An invoice in another currency than RON has to tell the VAT in RON too, which cannot be done yet.",
            "BR-IC-12", "What is supplied to another member state needs the country where the machine stands.");

    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("BT-5", "/currency"),
            Map.entry("BT-6", "/currency"),
            Map.entry("BT-22", "/notes"),
            Map.entry("BT-27", "/seller/legalName"),
            Map.entry("BT-30", "/seller/registrationNumber"),
            Map.entry("BT-31", "/seller/vatId"),
            Map.entry("BT-32", "/seller/vatId"),
            Map.entry("BT-33", "/seller/legalInformation"),
            Map.entry("BT-35", "/seller/address/street"),
            Map.entry("BT-37", "/seller/address/city"),
            Map.entry("BT-38", "/seller/address/postalCode"),
            Map.entry("BT-39", "/seller/address/region"),
            Map.entry("BT-40", "/seller/address/countryCode"),
            Map.entry("BT-42", "/seller/phone"),
            Map.entry("BT-43", "/seller/email"),
            Map.entry("BT-44", "/buyer/name"),
            Map.entry("BT-47", "/buyer/taxId"),
            Map.entry("BT-48", "/buyer/taxId"),
            Map.entry("BT-50", "/buyer/billingAddress/street"),
            Map.entry("BT-52", "/buyer/billingAddress/city"),
            Map.entry("BT-53", "/buyer/billingAddress/postalCode"),
            Map.entry("BT-54", "/buyer/billingAddress/region"),
            Map.entry("BT-55", "/buyer/billingAddress/countryCode"),
            Map.entry("BT-57", "/buyer/phone"),
            Map.entry("BT-58", "/buyer/email"),
            Map.entry("BT-80", "/siteCountry"),
            Map.entry("BT-84", "/seller/iban"),
            Map.entry("BT-120", "/totals/taxes"));

    private static final Map<String, String> OF_A_LINE = Map.of(
            "BT-129", "/quantity",
            "BT-130", "/unit",
            "BT-131", "/net",
            "BT-146", "/unitPrice",
            "BT-151", "/taxCategory",
            "BT-152", "/taxPercent",
            "BT-153", "/description",
            "BT-154", "/description");

    static Violation of(IError error) {
        String whole = Objects.requireNonNullElse(error.getErrorText(Locale.ENGLISH), "");
        Matcher named = RULE.matcher(whole);
        boolean isNamed = named.lookingAt();
        String rule = isNamed ? named.group(1) : Objects.requireNonNullElse(error.getErrorID(), "");
        String said = isNamed ? whole.substring(named.end()) : whole;
        return new Violation(Objects.requireNonNullElse(error.getErrorFieldName(), ""), rule, english(said));
    }

    /** CIUS-RO says everything in Romanian, then in English. */
    private static String english(String said) {
        String text = said.contains("#") ? said.substring(said.indexOf('#') + 1) : said;
        return TAIL.matcher(text).replaceFirst("").strip();
    }

    FieldError told(InvoiceDocument document) {
        String code = rule.isEmpty() ? "against-the-schema" : rule.toLowerCase(Locale.ROOT);
        return new FieldError(pointer(document), code, WORDS.getOrDefault(rule, text));
    }

    private String pointer(InvoiceDocument document) {
        Matcher line = LINE.matcher(place);
        if (line.find()) {
            int position =
                    document.lines().get(Integer.parseInt(line.group(1)) - 1).position();
            return "/lines/" + (position - 1) + pointer(OF_A_LINE);
        }
        return pointer(POINTERS);
    }

    /** Of a rule about several fields: the last that it names, which is the one that the others make wrong. */
    private String pointer(Map<String, String> fields) {
        return TERM.matcher(text)
                .results()
                .map(term -> fields.get(term.group(1)))
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse("");
    }
}
