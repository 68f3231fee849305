package dev.fieldservice.platform.connections;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * The way of an answer to the client. An exchange of Vert.x ends when the answer is queued; what is to last until the client has
 * taken it is told here.
 */
public final class Delivery {

    private Delivery() {}

    /** What is told, on the thread of the connection. */
    public interface Follower {

        /**
         * So many bytes wait for the client. Over HTTP/1.x only.
         *
         * @return false if that is too much: the connection is closed
         */
        default boolean waits(long bytes) {
            return true;
        }

        /** The client has taken the whole answer, or is gone. */
        void over();
    }

    /** To be called before the exchange is answered. */
    public static void follow(RoutingContext exchange, Follower follower) {
        Channel channel = ((ConnectionBase) exchange.request().connection()).channel();
        if (channel.eventLoop().inEventLoop()) {
            follow(channel, exchange, follower);
        } else {
            channel.eventLoop().execute(() -> follow(channel, exchange, follower));
        }
    }

    /**
     * Resets the stream or, over HTTP/1.x, closes the connection, at once: Vert.x would wait until the client has taken what is on
     * its way, and does not reset a stream whose answer has ended.
     */
    public static void breakOff(RoutingContext exchange) {
        ChannelHandlerContext ctx = ((ConnectionBase) exchange.request().connection()).channelHandlerContext();
        if (ctx.handler() instanceof Http2ConnectionHandler http2) {
            int stream = exchange.request().streamId();
            http2.resetStream(ctx, stream, Http2Error.CANCEL.code(), ctx.newPromise());
            ctx.flush();
        } else {
            ctx.close();
        }
    }

    private static void follow(Channel channel, RoutingContext exchange, Follower follower) {
        if (!channel.isActive()) {
            follower.over();
            return;
        }
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            var http2 = channel.pipeline().get(Http2ConnectionHandler.class);
            OpenStreams.of(channel, http2.connection())
                    .follow(exchange.request().streamId(), follower);
            return;
        }
        CurrentExchange current = channel.pipeline().get(CurrentExchange.class);
        if (current != null) {
            current.follow(follower);
        } else {
            // The first request over TLS may be there before its connection is known to speak HTTP
            exchange.addEndHandler(ended -> follower.over());
        }
    }
}
