package dev.fieldservice.workorder.reports;

import dev.fieldservice.workorder.photos.Photo;
import dev.fieldservice.workorder.reports.ReportFacts.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How the photos stand on a report: what was before beside what is after, the others two by two, and documents by their names. */
final class PhotoPages {

    private final List<Picture> pictures;
    private final Set<String> there;
    private final Wording words;

    /** @param there the names of those that can be shown; a frame stands for another */
    PhotoPages(List<Picture> pictures, Set<String> there, Wording words) {
        this.pictures = pictures;
        this.there = there;
        this.words = words;
    }

    Map<String, Object> model() {
        List<Picture> before = shown(Photo.Kind.BEFORE);
        List<Picture> after = shown(Photo.Kind.AFTER);
        List<Picture> others = new ArrayList<>(shown(Photo.Kind.SERIAL_PLATE));
        others.addAll(shown(Photo.Kind.DURING));
        others.addAll(shown(Photo.Kind.DOCUMENT));
        List<Map<String, Object>> compared = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compared.add(row(at(before, i), at(after, i)));
        }
        List<Map<String, Object>> more = new ArrayList<>();
        for (int i = 0; i < others.size(); i += 2) {
            more.add(row(at(others, i), at(others, i + 1)));
        }
        return Map.of("compared", compared, "more", more, "named", named());
    }

    private List<Map<String, Object>> named() {
        return pictures.stream()
                .filter(picture -> !picture.shown())
                .map(this::model)
                .toList();
    }

    private List<Picture> shown(Photo.Kind kind) {
        return pictures.stream()
                .filter(picture -> picture.shown() && picture.kind() == kind)
                .toList();
    }

    private static Stream<Picture> at(List<Picture> all, int index) {
        return all.stream().skip(index).limit(1);
    }

    /** Either side may be empty. */
    private Map<String, Object> row(Stream<Picture> left, Stream<Picture> right) {
        return Map.of(
                "left",
                left.map(this::model).toList(),
                "right",
                right.map(this::model).toList());
    }

    private Map<String, Object> model(Picture picture) {
        String kind = words.of("photo", picture.kind().name());
        Map<String, Object> model = new HashMap<>();
        model.put("name", Sheet.pictureName(picture.id()));
        model.put("isThere", there.contains(Sheet.pictureName(picture.id())));
        model.put("kind", kind);
        model.put("caption", picture.caption() == null ? "" : picture.caption());
        model.put("alt", picture.caption() == null ? kind : kind + ": " + picture.caption());
        model.put("takenAt", words.dateAndTime(picture.takenAt()));
        model.put("technician", picture.technician());
        model.put("hash", picture.sha256());
        return model;
    }
}
