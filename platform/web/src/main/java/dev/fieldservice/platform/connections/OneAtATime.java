package dev.fieldservice.platform.connections;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * One request at a time over HTTP/1.x: what a client sends before it has taken the answer to what it sent before stays undecoded,
 * and soon unread. Vert.x decodes all that comes, and goes on as soon as an answer is queued: whoever pipelines and reads nothing
 * would fill the memory with requests and answers.
 *
 * <p>Stands before the decoder, which decodes one message for each buffer that it is given; an empty one is as good.
 */
public final class OneAtATime extends ChannelDuplexHandler {

    /** A few requests. Until then the connection is read, so that a client that leaves is noticed. */
    private static final int MOST_WAITING = 8 * 1024;

    private final CurrentExchange exchange;
    private ChannelHandlerContext ctx;
    private ByteBuf waiting = Unpooled.EMPTY_BUFFER;
    private boolean isPassing;
    private boolean isPaused;

    OneAtATime(CurrentExchange exchange) {
        this.exchange = exchange;
    }

    /** Whether what comes is for later. */
    public boolean isHolding() {
        return !exchange.isOpen();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.ctx = ctx;
        exchange.onOver(this::goOn);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
        if (isPassing || isHolding() || waiting.isReadable()) {
            hold((ByteBuf) bytes);
            return;
        }
        isPassing = true;
        try {
            boolean hasMore = pass((ByteBuf) bytes);
            while (hasMore && mayPass()) {
                hasMore = pass(Unpooled.EMPTY_BUFFER);
            }
        } finally {
            isPassing = false;
        }
        if (waiting.isReadable()) {
            goOn();
        }
    }

    private void hold(ByteBuf bytes) {
        waiting = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), waiting, bytes);
        if (waiting.readableBytes() > MOST_WAITING && ctx.channel().config().isAutoRead()) {
            isPaused = true;
            ctx.channel().config().setAutoRead(false);
        }
    }

    /** False if nothing could be made of it: more bytes are needed. */
    private boolean pass(ByteBuf bytes) {
        exchange.forgetMessages();
        ctx.fireChannelRead(bytes);
        return exchange.hasMessageCome();
    }

    private boolean mayPass() {
        return !isHolding() && !ctx.isRemoved();
    }

    /** The client has taken an answer; what came meanwhile comes to its turn. */
    private void goOn() {
        if (isPassing) {
            return;
        }
        isPassing = true;
        try {
            boolean isAnyPassed;
            do {
                isAnyPassed = false;
                while (mayPass() && (pass(Unpooled.EMPTY_BUFFER) || passWaiting())) {
                    isAnyPassed = true;
                }
                if (isAnyPassed) {
                    // Vert.x sends then what it has answered meanwhile, and the client may take it at once
                    ctx.fireChannelReadComplete();
                }
            } while (isAnyPassed && mayPass());
        } finally {
            isPassing = false;
        }
        if (isPaused && mayPass()) {
            isPaused = false;
            ctx.channel().config().setAutoRead(true);
        }
    }

    private boolean passWaiting() {
        if (!waiting.isReadable()) {
            return false;
        }
        ByteBuf bytes = waiting;
        waiting = Unpooled.EMPTY_BUFFER;
        var _ = pass(bytes);
        return true;
    }

    /** Vert.x reads on when a body was consumed, the decoder when it has got nothing: both have to wait. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (!isPaused) {
            ctx.read();
        } else if (ctx.channel().config().isAutoRead()) {
            ctx.channel().config().setAutoRead(false);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        waiting.release();
        waiting = Unpooled.EMPTY_BUFFER;
    }
}
