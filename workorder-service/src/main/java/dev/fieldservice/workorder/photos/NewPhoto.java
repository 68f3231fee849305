package dev.fieldservice.workorder.photos;

import java.time.Instant;
import java.util.UUID;

/**
 * What the phone says of a photo.
 *
 * @param id chosen by the phone, so that it may send the photo again
 * @param takenAt by the device's clock; null for now
 * @param caption null if there is none, as {@code assetId}, {@code usageId} and {@code itemCode}
 */
record NewPhoto(
        UUID id, Photo.Kind kind, Instant takenAt, String caption, UUID assetId, UUID usageId, String itemCode) {}
