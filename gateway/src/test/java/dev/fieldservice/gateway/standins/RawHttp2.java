package dev.fieldservice.gateway.standins;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameTypes;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** An HTTP/2 connection on which one can say what no proper client says. */
public final class RawHttp2 implements AutoCloseable {

    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int PRIORITY = 32;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final DefaultHttp2HeadersEncoder encoder = new DefaultHttp2HeadersEncoder();
    private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
    private final Map<Integer, ByteArrayOutputStream> said = new HashMap<>();
    private final Map<Integer, String> ended = new HashMap<>();
    private int lastStream = -1;

    public RawHttp2(URI server) throws IOException {
        this(server, 65_535);
    }

    /** @param window how much of an answer it takes until {@link #take} says more */
    public RawHttp2(URI server, int window) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(10_000);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
        out.write(ByteBufUtil.getBytes(preface));
        byte[] initialWindow =
                ByteBuffer.allocate(6).putShort((short) 4).putInt(window).array();
        frame(Http2FrameTypes.SETTINGS, 0, 0, initialWindow);
    }

    /** Opens a stream with these names and values, without a look at them. */
    public int open(boolean isWhole, String... namesAndValues) throws IOException {
        Http2Headers headers = new DefaultHttp2Headers(false);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        lastStream += 2;
        ByteBuf block = Unpooled.buffer();
        try {
            encoder.encodeHeaders(lastStream, headers, block);
        } catch (Http2Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        frame(
                Http2FrameTypes.HEADERS,
                END_HEADERS | (isWhole ? END_STREAM : 0),
                lastStream,
                ByteBufUtil.getBytes(block));
        return lastStream;
    }

    public void data(int stream, boolean isLast, byte... bytes) throws IOException {
        frame(Http2FrameTypes.DATA, isLast ? END_STREAM : 0, stream, bytes);
    }

    public void reset(int stream) throws IOException {
        frame(Http2FrameTypes.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
    }

    /** So many bytes more of an answer. */
    public void take(int stream, int bytes) throws IOException {
        byte[] increment = ByteBuffer.allocate(4).putInt(bytes).array();
        frame(Http2FrameTypes.WINDOW_UPDATE, 0, stream, increment);
        frame(Http2FrameTypes.WINDOW_UPDATE, 0, 0, increment);
        send();
    }

    public void send() throws IOException {
        out.flush();
    }

    /**
     * What the server says on a stream until its end: the headers, then the body; or that it is reset, or that the connection ends.
     * What it says on other streams meanwhile is kept for who asks for them.
     */
    public String answer(int stream) throws IOException {
        send();
        while (!ended.containsKey(stream)) {
            int first = in.read();
            if (first == -1) {
                return "closed";
            }
            int length = first << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int of = in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == Http2FrameTypes.GO_AWAY) {
                return "goaway";
            }
            hear(type, flags, of, payload);
        }
        return ended.remove(stream);
    }

    private void hear(int type, int flags, int stream, byte[] payload) throws IOException {
        if (type == Http2FrameTypes.SETTINGS && (flags & ACK) == 0) {
            frame(Http2FrameTypes.SETTINGS, ACK, 0, new byte[0]);
            send();
        } else if (type == Http2FrameTypes.RST_STREAM) {
            said.remove(stream);
            ended.put(stream, "reset");
        } else if (type == Http2FrameTypes.HEADERS) {
            int priority = (flags & PRIORITY) == 0 ? 0 : 5;
            for (var header : decoded(stream, Arrays.copyOfRange(payload, priority, payload.length))) {
                String line = header.getKey() + ": " + header.getValue() + "\n";
                said(stream).writeBytes(line.getBytes(StandardCharsets.UTF_8));
            }
        } else if (type == Http2FrameTypes.DATA) {
            said(stream).writeBytes(payload);
        }
        if (type <= Http2FrameTypes.HEADERS && (flags & END_STREAM) != 0) {
            ended.put(stream, said(stream).toString(StandardCharsets.UTF_8));
            said.remove(stream);
        }
    }

    private ByteArrayOutputStream said(int stream) {
        return said.computeIfAbsent(stream, first -> new ByteArrayOutputStream());
    }

    private Http2Headers decoded(int stream, byte[] block) {
        try {
            return decoder.decodeHeaders(stream, Unpooled.wrappedBuffer(block));
        } catch (Http2Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        var frame = new ByteArrayOutputStream();
        var bytes = new DataOutputStream(frame);
        bytes.writeByte(payload.length >>> 16);
        bytes.writeShort(payload.length);
        bytes.writeByte(type);
        bytes.writeByte(flags);
        bytes.writeInt(stream);
        bytes.write(payload);
        out.write(frame.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
