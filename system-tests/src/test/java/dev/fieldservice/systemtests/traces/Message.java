package dev.fieldservice.systemtests.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A protobuf message whose fields of variable length are known by their numbers. */
final class Message {

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;
    private static final int SEVEN_BITS = 0x7f;

    private final Map<Integer, List<byte[]>> fields = new TreeMap<>();

    Message(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            int tag = (int) varint(buffer);
            switch (tag & 7) {
                case VARINT -> {
                    var _ = varint(buffer);
                }
                case EIGHT_BYTES -> buffer.getLong();
                case FOUR_BYTES -> buffer.getInt();
                case LENGTH -> {
                    byte[] field = new byte[(int) varint(buffer)];
                    buffer.get(field);
                    fields.computeIfAbsent(tag >> 3, number -> new ArrayList<>())
                            .add(field);
                }
                default -> throw new IllegalArgumentException("no wire type of protobuf: " + (tag & 7));
            }
        }
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = buffer.get();
            value |= (long) (next & SEVEN_BITS) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    List<Message> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream().map(Message::new).toList();
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(bytes(field));
    }

    private byte[] bytes(int field) {
        return fields.containsKey(field) ? fields.get(field).getLast() : new byte[0];
    }
}
