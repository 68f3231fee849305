package dev.fieldservice.platform.pictures;

import dev.fieldservice.platform.pictures.Heic.Box;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The box {@code meta} of a HEIC: which of its items is the picture, and what is said of that one.
 *
 * @param properties of the picture, in the order of the file
 */
record HeicDescription(List<Box> properties) {

    private static final int LARGE_INDEX = 1;
    private static final int QUARTER_TURNS = 3;

    static HeicDescription read(ByteBuffer meta) throws UnfitPicture {
        requireVersion(meta.getInt(), 0);
        List<Box> boxes = Heic.within(meta);
        long picture = picture(one(boxes, "pitm").content());
        List<Box> properties = Heic.within(one(boxes, "iprp").content());
        List<Box> all = Heic.within(one(properties, "ipco").content());
        Set<Integer> places = places(one(properties, "ipma").content(), picture);
        List<Box> its = new ArrayList<>();
        for (int place = 1; place <= all.size(); place++) {
            if (places.contains(place)) {
                its.add(all.get(place - 1));
            }
        }
        return new HeicDescription(its);
    }

    /** As it is to be looked at. */
    PictureSize size() throws UnfitPicture {
        ByteBuffer extent = one(properties, "ispe").content().duplicate();
        requireVersion(extent.getInt(), 0);
        int width = extent.getInt();
        int height = extent.getInt();
        if (width <= 0 || height <= 0) {
            throw UnfitPicture.unreadable("The image is empty.");
        }
        return isLyingOnItsSide() ? new PictureSize(height, width) : new PictureSize(width, height);
    }

    private boolean isLyingOnItsSide() {
        return find(properties, "irot")
                .map(turn -> turn.content().get(0) & QUARTER_TURNS)
                .filter(quarters -> quarters % 2 == 1)
                .isPresent();
    }

    private static long picture(ByteBuffer pitm) {
        return pitm.getInt() >>> 24 == 0
                ? Short.toUnsignedLong(pitm.getShort())
                : Integer.toUnsignedLong(pitm.getInt());
    }

    /** Which of all properties are those of one item; the first has the number 1. */
    private static Set<Integer> places(ByteBuffer ipma, long item) {
        int versionAndFlags = ipma.getInt();
        boolean hasLargeIds = versionAndFlags >>> 24 > 0;
        boolean hasLargePlaces = (versionAndFlags & LARGE_INDEX) != 0;
        Set<Integer> places = new HashSet<>();
        for (long left = Integer.toUnsignedLong(ipma.getInt()); left > 0; left--) {
            long of = hasLargeIds ? Integer.toUnsignedLong(ipma.getInt()) : Short.toUnsignedLong(ipma.getShort());
            for (int more = Byte.toUnsignedInt(ipma.get()); more > 0; more--) {
                int place = hasLargePlaces ? ipma.getShort() & 0x7fff : ipma.get() & 0x7f;
                if (of == item) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private static Optional<Box> find(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
    }

    private static Box one(List<Box> boxes, String type) throws UnfitPicture {
        return find(boxes, type).orElseThrow(() -> UnfitPicture.unreadable("The image lacks its " + type + "."));
    }

    private static void requireVersion(int versionAndFlags, int version) throws UnfitPicture {
        if (versionAndFlags >>> 24 != version) {
            throw UnfitPicture.unreadable("This kind of HEIC is not taken.");
        }
    }
}
