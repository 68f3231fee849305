package dev.fieldservice.platform.pictures;

/** Pixels of a picture, as it is to be looked at. */
public record PictureSize(int width, int height) {}
