/* Pictures in PNG and JPEG files. picture.c is the only user of libpng and libjpeg-turbo. Private to src/data. */
#ifndef NORMLAB_DATA_PICTURE_H
#define NORMLAB_DATA_PICTURE_H

#include <stdint.h>

struct picture {
    int h, w, c;    /* c: 1, grey; 3, red, green, blue */
    uint8_t *pixel; /* [h][w][c] */
};

/* Reads a file; transparent pixels are seen on black, 16 bits become 8. picture_release() frees. 0, or -1 after a message
 * that names the file: it is no PNG or JPEG, is damaged, is in CMYK, or is wider or higher than 16,384 pixels. */
int picture_read(struct picture *p, const char *path);
void picture_release(struct picture *p);

/* Scales the shorter side to `size` pixels, with a triangular filter as wide as a source pixel or a result's, whichever is
 * larger (bilinear with antialiasing), and cuts the middle size x size out. */
void picture_resize(struct picture *p, int size);

/* Makes three channels of one. */
void picture_to_rgb(struct picture *p);

#endif
