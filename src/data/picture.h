/* Pictures in PNG and JPEG files. picture.c is the only user of libpng and libjpeg-turbo. Private to src/data. */
#ifndef NORMLAB_DATA_PICTURE_H
#define NORMLAB_DATA_PICTURE_H

#include <stdint.h>

struct picture {
    int h, w, c;    /* height and width in pixels; channels: 1 is grey; 3 are red, green, blue */
    uint8_t *pixel; /* [h][w][c] */
};

/* Reads a PNG or JPEG file into p. Transparent pixels are blended with black; 16 bits per channel are reduced to 8.
 * Returns 0; picture_release() then frees p. Returns -1 with p empty, after a message that names the file, when the
 * file cannot be read, is not PNG or JPEG, is damaged, is in CMYK, or is wider or higher than 16,384 pixels. */
int picture_read(struct picture *p, const char *path);
void picture_release(struct picture *p);

/* Scales the picture so that its shorter side has `size` pixels, then keeps its central size x size pixels. Scaling is
 * bilinear with antialiasing: a triangular filter, whose half-width is the size of a pixel before or after scaling,
 * whichever is larger. */
void picture_resize(struct picture *p, int size);

/* Turns a grey picture into one with three equal channels. A colour picture stays as it is. */
void picture_to_rgb(struct picture *p);

#endif
