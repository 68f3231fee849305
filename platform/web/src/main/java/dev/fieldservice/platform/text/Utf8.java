package dev.fieldservice.platform.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The check of bytes for well-formed UTF-8 (RFC 3629). Readers of JSON take more than that, such as detours to a slash or half
 * characters, and what they make of it is stored as a question mark.
 */
public final class Utf8 {

    private Utf8() {}

    public static boolean isWellFormed(byte[] text) {
        for (byte one : text) {
            if (one < 0) {
                return decodes(text);
            }
        }
        return true;
    }

    /** A decoder reports what is wrong unless it is told to replace it. */
    private static boolean decodes(byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)) != null;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
