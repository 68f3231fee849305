package dev.fieldservice.gateway.entrance;

import io.netty.util.NetUtil;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/** The remote address as one caller: of IPv6 the network, as whoever has one address has the 2⁶⁴ of it. */
final class ClientAddress {

    private static final int BYTES_OF_A_NETWORK = 8;

    private ClientAddress() {}

    static String of(RoutingContext exchange) {
        return caller(exchange.request().remoteAddress().hostAddress());
    }

    static String caller(String address) {
        byte[] bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length <= BYTES_OF_A_NETWORK
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_A_NETWORK)) + "/64";
    }
}
