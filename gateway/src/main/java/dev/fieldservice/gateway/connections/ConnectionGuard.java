package dev.fieldservice.gateway.connections;

import dev.fieldservice.gateway.limits.LimitsConfig;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The hook into the HTTP server's connections, for what it decides before the router is asked: it waits for a request head as
 * long as it comes, and answers an unreadable one by itself, without a word in the log.
 */
public final class ConnectionGuard implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new GuardedTransport());
    }

    private static final class GuardedTransport extends JDKTransport {

        @Override
        public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            Duration patience = ConfigProvider.getConfig()
                    .unwrap(SmallRyeConfig.class)
                    .getConfigMapping(LimitsConfig.class)
                    .patience();
            bootstrap.handler(new Accepting(patience));
        }
    }

    private static final class Accepting extends ChannelInboundHandlerAdapter {

        private final Duration patience;

        Accepting(Duration patience) {
            this.patience = patience;
        }

        @Override
        public void channelRead(ChannelHandlerContext server, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new HeadTimeout(patience));
            server.fireChannelRead(accepted);
        }
    }
}
