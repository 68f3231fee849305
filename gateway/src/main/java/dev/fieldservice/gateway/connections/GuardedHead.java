package dev.fieldservice.gateway.connections;

import dev.fieldservice.gateway.limits.LimitsConfig;
import dev.fieldservice.platform.connections.AcceptedConnection;
import io.netty.channel.ChannelPipeline;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the gateway decides before the router is asked: it waits for a request head as long as it comes, and answers an unreadable
 * one by itself, without a word in the log.
 */
public final class GuardedHead implements AcceptedConnection {

    private final Duration patience = ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(LimitsConfig.class)
            .patience();

    @Override
    public void prepare(ChannelPipeline pipeline) {
        pipeline.addLast(new HeadTimeout(patience));
    }
}
