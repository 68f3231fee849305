package dev.fieldservice.platform.memory;

import dev.fieldservice.platform.connections.AcceptedConnection;
import dev.fieldservice.platform.connections.AnswerPatience;
import dev.fieldservice.platform.connections.HeadPatience;
import io.netty.channel.ChannelPipeline;
import io.smallrye.config.SmallRyeConfig;
import org.eclipse.microprofile.config.ConfigProvider;

/** Closes every connection whose client does not say what it asks for, or does not take it. */
public final class PatientConnection implements AcceptedConnection {

    private final MemoryConfig config =
            ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(MemoryConfig.class);

    @Override
    public void prepare(ChannelPipeline pipeline) {
        pipeline.addLast(new HeadPatience(config.headPatience()), new AnswerPatience(config.answerPatience()));
    }
}
