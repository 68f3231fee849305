package dev.fieldservice.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** What has to be closed, last opened first, even when it is opened while closing has begun. */
final class Resources implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T keep(T resource) {
        if (closed) {
            end(resource);
            throw new StackFailure("Stopped while starting");
        }
        open.push(resource);
        return resource;
    }

    synchronized void end(AutoCloseable resource) {
        open.remove(resource);
        try {
            resource.close();
        } catch (Exception e) {
            throw new StackFailure("Cannot stop " + resource + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        var failures = new ArrayList<RuntimeException>();
        while (!open.isEmpty()) {
            try {
                end(open.peek());
            } catch (RuntimeException e) {
                failures.add(e); // the others have to be closed all the same
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
