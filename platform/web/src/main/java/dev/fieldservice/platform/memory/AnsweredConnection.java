package dev.fieldservice.platform.memory;

import dev.fieldservice.platform.connections.AcceptedConnection;
import dev.fieldservice.platform.connections.AnswerPatience;
import io.netty.channel.ChannelPipeline;
import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Closes every connection whose client does not take what it asked for. */
public final class AnsweredConnection implements AcceptedConnection {

    private final Duration patience = ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(MemoryConfig.class)
            .answerPatience();

    @Override
    public void prepare(ChannelPipeline pipeline) {
        pipeline.addLast(new AnswerPatience(patience));
    }
}
