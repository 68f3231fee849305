package dev.fieldservice.platform.files;

/** A stored file as a response body: {@link Downloads} makes it, and what is sent is read while it is sent. */
public final class Download {

    private final ObjectName name;
    private final ByteRange range;

    Download(ObjectName name, ByteRange range) {
        this.name = name;
        this.range = range;
    }

    ObjectName name() {
        return name;
    }

    ByteRange range() {
        return range;
    }
}
