package dev.fieldservice.platform.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The time-out of what a client is sent: a connection that takes less than a minimum of what waits for it is closed. What is
 * taken at once, as nearly all is, costs nothing.
 */
public final class AnswerPatience extends ChannelOutboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(AnswerPatience.class);

    private final long patienceMillis;
    private final long leastBytes;
    private long given;
    private long taken;
    private ScheduledFuture<?> timer;

    public AnswerPatience(Duration patience) {
        this.patienceMillis = patience.toMillis();
        this.leastBytes = Pace.bytesIn(patience);
    }

    /** Bytes that the client of this connection could have taken and has not. */
    static long waiting(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            given += bytes.readableBytes();
        }
        ctx.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        if (timer == null && waiting(ctx.channel()) > 0) {
            taken = takenSoFar(ctx.channel());
            lookLater(ctx);
        }
    }

    private void lookLater(ChannelHandlerContext ctx) {
        timer = ctx.executor().schedule(() -> look(ctx), patienceMillis, TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        timer = null;
        if (waiting(ctx.channel()) == 0) {
            return;
        }
        long before = taken;
        taken = takenSoFar(ctx.channel());
        // Less than before is the beginning of another file
        if (taken >= before && taken - before < leastBytes) {
            LOG.debugf("%s does not take its answer", ctx.channel().remoteAddress());
            ctx.close();
        } else {
            lookLater(ctx);
        }
    }

    private long takenSoFar(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return given - buffer.totalPendingWriteBytes() + buffer.currentProgress();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
