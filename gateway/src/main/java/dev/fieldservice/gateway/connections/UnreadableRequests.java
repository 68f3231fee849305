package dev.fieldservice.gateway.connections;

import dev.fieldservice.gateway.problems.GatewayRefusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Invalid requests of HTTP/1.1: in the place of one that cannot be read goes one whose address no router can take, so that it is
 * counted, limited, logged and refused like every other.
 */
public final class UnreadableRequests extends ChannelInboundHandlerAdapter {

    private static final String MALFORMED = "?malformed";
    private static final String LINE_TOO_LONG = "?line-too-long";
    private static final String HEADERS_TOO_LARGE = "?headers-too-large";

    UnreadableRequests() {}

    /** What to refuse a request with whose address no router can take. */
    public static GatewayRefusal refusal(String address) {
        return switch (String.valueOf(address)) {
            case LINE_TOO_LONG -> GatewayRefusal.URI_TOO_LONG;
            case HEADERS_TOO_LARGE -> GatewayRefusal.HEADERS_TOO_LARGE;
            default -> GatewayRefusal.MALFORMED_REQUEST;
        };
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            if (request.decoderResult().isFailure()) {
                Throwable cause = request.decoderResult().cause();
                ReferenceCountUtil.release(message);
                ctx.fireChannelRead(substitute(cause));
                ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
                return;
            }
            stayWithThisVersion(request);
            if (!isAddress(request.uri())) {
                // Quarkus would answer by itself, before the router.
                request.setUri(MALFORMED);
            }
        }
        ctx.fireChannelRead(message);
    }

    /**
     * A server may pass over an upgrade (RFC 9110, 7.8). Over cleartext HTTP/2 it would lead past what is checked of a request
     * here, and past a proxy in front; whoever speaks HTTP/2 begins with it.
     */
    private static void stayWithThisVersion(HttpRequest request) {
        request.headers().remove(HttpHeaderNames.UPGRADE).remove(Http2CodecUtil.HTTP_UPGRADE_SETTINGS_HEADER);
    }

    /** The usual characters need no parser. */
    private static boolean isAddress(String uri) {
        if (uri.chars().allMatch(UnreadableRequests::isUsual)) {
            return true;
        }
        try {
            return !new URI(uri).toString().isEmpty();
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    private static boolean isUsual(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/-._~?&=,".indexOf(c) >= 0;
    }

    private static HttpRequest substitute(Throwable cause) {
        String address = switch (cause) {
            case TooLongHttpLineException line -> LINE_TOO_LONG;
            case TooLongHttpHeaderException headers -> HEADERS_TOO_LARGE;
            default -> MALFORMED;
        };
        var headers = HeadersMultiMap.httpHeaders();
        headers.set(HttpHeaderNames.HOST, "unreadable");
        headers.set(HttpHeaderNames.CONNECTION, "close");
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, address, headers);
    }
}
