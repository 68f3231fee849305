package dev.fieldservice.platform.files;

/**
 * A file that is in the store.
 *
 * @param sha256 of its content, 64 hexadecimal digits in lower case; by it the file is found
 * @param size in bytes
 */
public record StoredFile(String sha256, long size) {}
