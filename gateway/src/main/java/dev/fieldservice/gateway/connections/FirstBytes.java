package dev.fieldservice.gateway.connections;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2ConnectionHandler;

/**
 * Puts {@link UnreadableRequests} behind the decoder of HTTP/1.1, which is only there when the first bytes have told which version of
 * HTTP it is: they are passed one by one.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

    /** As Vert.x calls it. */
    private static final String DECODER = "httpDecoder";

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object read) {
        ByteBuf bytes = (ByteBuf) read;
        ChannelPipeline pipeline = ctx.pipeline();
        boolean isPlaced = false;
        while (bytes.isReadable() && !isPlaced) {
            ctx.fireChannelRead(bytes.readRetainedSlice(1));
            isPlaced = isPlaced(pipeline);
        }
        ctx.fireChannelRead(bytes);
        if (isPlaced && !ctx.isRemoved()) {
            pipeline.remove(this);
        }
    }

    private static boolean isPlaced(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) != null) {
            pipeline.addAfter(DECODER, null, new UnreadableRequests());
            return true;
        }
        return pipeline.get(Http2ConnectionHandler.class) != null;
    }
}
