package dev.fieldservice.platform.connections;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hook into the HTTP server's connections, for what is decided before the router is asked. Over HTTP/1.x each serves one
 * request at a time; the rest is told by {@link AcceptedConnection}s.
 */
public final class ConnectionGuard implements VertxServiceProvider {

    /** A connection may hold a few times this of requests that wait. Only uploads would be read in larger pieces. */
    private static final int MOST_READ = 16 * 1024;

    /** Vert.x makes the guard by itself, so that nobody could be given it. */
    private static final Set<Channel> LISTENING = ConcurrentHashMap.newKeySet();

    /**
     * From now on whoever connects is told by the system that nobody is there; connections that are there stay. Vert.x takes
     * connections for a moment after it has given up serving them: those would get no answer.
     */
    public static void stopListening() {
        LISTENING.forEach(Channel::close);
    }

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new GuardedTransport());
    }

    private static final class GuardedTransport extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.childOption(
                    ChannelOption.RCVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(64, 2048, MOST_READ));
            List<AcceptedConnection> further =
                    ServiceLoader.load(AcceptedConnection.class, ConnectionGuard.class.getClassLoader()).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList();
            bootstrap.handler(new Accepting(further));
        }
    }

    private static final class Accepting extends ChannelInboundHandlerAdapter {

        private final List<AcceptedConnection> further;

        Accepting(List<AcceptedConnection> further) {
            this.further = further;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext server) {
            LISTENING.add(server.channel());
            server.channel().closeFuture().addListener(closed -> LISTENING.remove(server.channel()));
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            ChannelPipeline pipeline = ((Channel) accepted).pipeline();
            further.forEach(one -> one.prepare(pipeline));
            pipeline.addLast(new Placing());
            server.fireChannelRead(accepted);
        }
    }

    /** Waits until Vert.x knows which version of HTTP it is. */
    private static final class Placing extends ChannelInboundHandlerAdapter {

        /** As Vert.x calls them. */
        private static final String DECODER = "httpDecoder";

        private static final String ENCODER = "httpEncoder";

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            place(ctx.pipeline());
            ctx.fireChannelRead(bytes);
            if (!ctx.isRemoved()) {
                place(ctx.pipeline());
            }
        }

        private void place(ChannelPipeline pipeline) {
            if (pipeline.get(DECODER) instanceof ByteToMessageDecoder decoder) {
                decoder.setSingleDecode(true);
                CurrentExchange exchange = new CurrentExchange();
                pipeline.addBefore(DECODER, null, new OneAtATime(exchange));
                pipeline.addAfter(ENCODER, null, exchange);
                pipeline.remove(this);
            } else if (pipeline.get(Http2ConnectionHandler.class) != null) {
                pipeline.remove(this);
            }
        }
    }
}
