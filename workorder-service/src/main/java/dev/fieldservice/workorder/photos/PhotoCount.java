package dev.fieldservice.workorder.photos;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many photos of a kind stand on a job. */
@Schema(name = "PhotoCount")
public record PhotoCount(Photo.Kind kind, long photos) {

    /** Of each kind of which there are any. */
    public static List<PhotoCount> of(List<PhotoView> photos) {
        Map<Photo.Kind, Long> counts =
                photos.stream().collect(Collectors.groupingBy(PhotoView::kind, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(each -> new PhotoCount(each.getKey(), each.getValue()))
                .toList();
    }
}
