package dev.fieldservice.platform.connections;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import java.util.ArrayList;
import java.util.List;

/** The streams of an HTTP/2 connection: each is closed when its last frame is sent, which waits until the client asks for it. */
final class OpenStreams extends Http2EventAdapter {

    private static final AttributeKey<OpenStreams> KEY = AttributeKey.valueOf(OpenStreams.class.getName());

    private final Http2Connection connection;
    private final Http2Connection.PropertyKey followers;

    private OpenStreams(Http2Connection connection) {
        this.connection = connection;
        this.followers = connection.newKey();
        connection.addListener(this);
    }

    static OpenStreams of(Channel channel, Http2Connection connection) {
        Attribute<OpenStreams> known = channel.attr(KEY);
        if (known.get() == null) {
            known.set(new OpenStreams(connection));
        }
        return known.get();
    }

    void follow(int id, Delivery.Follower follower) {
        Http2Stream stream = connection.stream(id);
        if (stream == null || stream.state() == Http2Stream.State.CLOSED) {
            follower.over();
            return;
        }
        List<Delivery.Follower> known = stream.getProperty(followers);
        if (known == null) {
            known = new ArrayList<>(2);
            stream.setProperty(followers, known);
        }
        known.add(follower);
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        List<Delivery.Follower> known = stream.removeProperty(followers);
        if (known != null) {
            known.forEach(Delivery.Follower::over);
        }
    }
}
