package dev.fieldservice.gateway.connections;

import dev.fieldservice.platform.connections.AcceptedConnection;
import io.netty.channel.ChannelPipeline;

/** What the gateway decides before the router is asked: it answers an unreadable head by itself, without a word in the log. */
public final class GuardedHead implements AcceptedConnection {

    @Override
    public void prepare(ChannelPipeline pipeline) {
        pipeline.addLast(new FirstBytes());
    }
}
