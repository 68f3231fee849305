package dev.fieldservice.gateway.connections;

import dev.fieldservice.platform.connections.OneAtATime;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The time-out of a request head over HTTP/1.1: a connection on which one comes for longer is closed. */
final class HeadTimeout extends ChannelInboundHandlerAdapter {

    /** As Vert.x calls it. */
    private static final String DECODER = "httpDecoder";

    private final Duration patience;
    private final UnreadableRequests messages = new UnreadableRequests();
    private boolean isPlaced;
    private ScheduledFuture<?> timer;

    HeadTimeout(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        messages.readingBegins();
        if (!isPlaced) {
            place(ctx, (ByteBuf) bytes);
        } else {
            ctx.fireChannelRead(bytes);
        }
        if (messages.isHeadIncomplete() && !isHeldBack(ctx)) {
            begin(ctx);
        } else {
            end();
        }
    }

    /** The decoder is only there when the first bytes have told which version of HTTP it is: they are passed one by one. */
    private void place(ChannelHandlerContext ctx, ByteBuf bytes) {
        ChannelPipeline pipeline = ctx.pipeline();
        while (bytes.isReadable() && !isPlaced) {
            ctx.fireChannelRead(bytes.readRetainedSlice(1));
            if (pipeline.get(DECODER) != null) {
                pipeline.addAfter(DECODER, null, messages);
                isPlaced = true;
            } else if (pipeline.get(Http2ConnectionHandler.class) != null) {
                messages.notNeeded();
                isPlaced = true;
            }
        }
        ctx.fireChannelRead(bytes);
    }

    /** A head that waits for its turn is not late. */
    private static boolean isHeldBack(ChannelHandlerContext ctx) {
        OneAtATime gate = ctx.pipeline().get(OneAtATime.class);
        return gate != null && gate.isHolding();
    }

    private void begin(ChannelHandlerContext ctx) {
        if (timer == null) {
            timer = ctx.executor().schedule(() -> ctx.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
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
