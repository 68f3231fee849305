package dev.fieldservice.platform.files;

import java.util.UUID;

/**
 * The name of a file in a store. The hash is in it, so that whoever looks at the store can check a file by its name alone.
 *
 * @param id of the row that stands for the file
 */
record ObjectName(String sha256, UUID id) {

    /** In 65,536 directories, so that none grows too large to be listed. */
    String path() {
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256 + "-" + id;
    }
}
