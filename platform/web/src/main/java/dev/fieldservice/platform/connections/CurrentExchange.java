package dev.fieldservice.platform.connections;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the one exchange that a connection of HTTP/1.x has at a time: under way from the head of a request until the client
 * has taken the last byte of the answer. Stands after the encoder, where messages come by in both directions.
 */
final class CurrentExchange extends ChannelDuplexHandler implements ChannelFutureListener {

    private final List<Delivery.Follower> followers = new ArrayList<>(2);
    private Runnable onOver = () -> {};
    private boolean isUnderWay;
    private boolean isBodyComing;
    private boolean hasMessageCome;
    private long ended;

    /** @param onOver told after each exchange, when the followers know */
    void onOver(Runnable onOver) {
        this.onOver = onOver;
    }

    /** Whether what comes belongs to this exchange, or may begin the next one. */
    boolean isOpen() {
        return isBodyComing || !isUnderWay;
    }

    /** Whether what comes can only begin a request. */
    boolean isBetweenRequests() {
        return !isUnderWay && !isBodyComing;
    }

    /** How many requests have come to their end. */
    long ended() {
        return ended;
    }

    void forgetMessages() {
        hasMessageCome = false;
    }

    boolean hasMessageCome() {
        return hasMessageCome;
    }

    void follow(Delivery.Follower follower) {
        followers.add(follower);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        hasMessageCome = true;
        if (message instanceof HttpRequest) {
            isUnderWay = true;
            isBodyComing = true;
        }
        if (message instanceof LastHttpContent) {
            isBodyComing = false;
            ended++;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            ctx.write(message, promise.unvoid().addListener(this));
        } else {
            ctx.write(message, promise);
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** The last byte of an answer is with the client, as far as that can be known here; or the connection is gone. */
    @Override
    public void operationComplete(ChannelFuture written) {
        over();
        onOver.run();
    }

    private void over() {
        isUnderWay = false;
        for (Delivery.Follower follower : followers) {
            follower.over();
        }
        followers.clear();
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        if (isUnderWay && !followers.isEmpty()) {
            long bytes = AnswerPatience.waiting(ctx.channel());
            if (bytes > 0 && !followers.stream().allMatch(follower -> follower.waits(bytes))) {
                ctx.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        over();
    }
}
