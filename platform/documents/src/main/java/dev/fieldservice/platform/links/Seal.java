package dev.fieldservice.platform.links;

/**
 * What a signed link carries beside its address.
 *
 * @param expires until when it opens, in seconds since 1970
 * @param signature 43 characters that may stand in an address as they are
 */
public record Seal(long expires, String signature) {

    /** As it stands in the address, after the question mark. */
    public String query() {
        return "expires=" + expires + "&signature=" + signature;
    }
}
