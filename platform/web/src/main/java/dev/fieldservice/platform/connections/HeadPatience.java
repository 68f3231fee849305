package dev.fieldservice.platform.connections;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time-out of a request head over HTTP/1.x without TLS: a connection on which one comes for longer is closed. */
public final class HeadPatience extends ChannelInboundHandlerAdapter {

    private final long patienceMillis;
    private CurrentExchange exchange;
    private boolean isNeeded = true;
    private ScheduledFuture<?> timer;

    public HeadPatience(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        long ended = ended();
        ctx.fireChannelRead(bytes);
        if (isHeadIncomplete(ctx.pipeline(), ended)) {
            begin(ctx);
        } else {
            end();
        }
    }

    private long ended() {
        return exchange == null ? 0 : exchange.ended();
    }

    /**
     * Until it is known which version of HTTP it is, there is no exchange. What brought the end of a request, also of one that was
     * answered before its body had come, was no head.
     */
    private boolean isHeadIncomplete(ChannelPipeline pipeline, long endedBefore) {
        if (isNeeded && exchange == null) {
            exchange = pipeline.get(CurrentExchange.class);
            isNeeded = pipeline.get(Http2ConnectionHandler.class) == null && pipeline.get(SslHandler.class) == null;
        }
        return isNeeded && (exchange == null || exchange.isBetweenRequests() && exchange.ended() == endedBefore);
    }

    private void begin(ChannelHandlerContext ctx) {
        if (timer == null) {
            timer = ctx.executor().schedule(() -> ctx.close(), patienceMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void end() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        end();
    }
}
