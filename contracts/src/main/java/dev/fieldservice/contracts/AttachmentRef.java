package dev.fieldservice.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * A picture or document that came with a request, as events show it: its content stays where it is.
 *
 * @param name under which it is saved
 * @param caption what is to be seen; null if nobody said
 * @param mediaType of the content, as its bytes tell
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentRef(UUID id, String name, String caption, String mediaType, long size, String sha256) {}
