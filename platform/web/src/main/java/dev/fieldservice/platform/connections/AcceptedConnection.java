package dev.fieldservice.platform.connections;

import io.netty.channel.ChannelPipeline;

/** What is added to each connection that the HTTP server accepts; found as a service of the class path. */
public interface AcceptedConnection {

    /** Before a byte is read, and before the handlers of HTTP are there. */
    void prepare(ChannelPipeline pipeline);
}
