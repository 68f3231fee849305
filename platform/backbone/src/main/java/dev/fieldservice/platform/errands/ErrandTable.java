package dev.fieldservice.platform.errands;

/**
 * Which handler carries out which kind of job. A service has one in {@code wire}: a switch without {@code default}, so that a
 * new kind does not compile until it has a handler. What the platform does later joins with tables of its own.
 */
public interface ErrandTable<K extends Enum<K> & ErrandKind> {

    Class<K> kinds();

    Handling<?> handling(K kind);
}
