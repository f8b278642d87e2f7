#include "data/picture.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/system/file.h"
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

enum { SIDE_MAX = 16384 };

static int check_sides(const char *path, long w, long h)
{
    if (w < 1 || h < 1)
        return error("%s: a damaged file: it says that it is %ld x %ld pixels", path, w, h);
    if (w > SIDE_MAX || h > SIDE_MAX)
        return error("%s: is %ld x %ld pixels; pictures are taken up to %d x %d", path, w, h,
                     SIDE_MAX, SIDE_MAX);
    return 0;
}

static void picture_allocate(struct picture *p, int h, int w, int c)
{
    *p = (struct picture){h, w, c, xcalloc((size_t)h * (size_t)w, (size_t)c)};
}

static int read_png(struct picture *p, const char *path, const char *bytes, size_t n)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    png_color black = {0, 0, 0};
    int bad;

    if (!png_image_begin_read_from_memory(&image, bytes, n))
        return error("%s: a damaged PNG file: %s", path, image.message);
    if (check_sides(path, image.width, image.height)) {
        png_image_free(&image);
        return -1;
    }
    /* without this flag, libpng assumes that 16-bit values are linear and not gamma-encoded */
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    image.format = image.format & PNG_FORMAT_FLAG_COLOR ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    picture_allocate(p, (int)image.height, (int)image.width,
                     image.format == PNG_FORMAT_RGB ? 3 : 1);
    bad = !png_image_finish_read(&image, &black, p->pixel, 0, NULL);
    png_image_free(&image);
    return bad ? error("%s: a damaged PNG file: %s", path, image.message) : 0;
}

static int read_jpeg(struct picture *p, const char *path, const char *bytes, size_t n)
{
    tjhandle jpeg = tjInitDecompress();
    const unsigned char *data = (const unsigned char *)bytes;
    int w = 0, h = 0, sampling = 0, colours = 0, bad;

    if (!jpeg)
        return error("%s: libjpeg-turbo does not start", path);
    bad = tjDecompressHeader3(jpeg, data, n, &w, &h, &sampling, &colours);
    if (bad) {
        error("%s: a damaged JPEG file: %s", path, tjGetErrorStr2(jpeg));
    } else if (colours == TJCS_CMYK || colours == TJCS_YCCK) {
        bad = error("%s: is in CMYK, made for printing; save it as RGB", path);
    } else if (!(bad = check_sides(path, w, h))) {
        int c = sampling == TJSAMP_GRAY ? 1 : 3;

        picture_allocate(p, h, w, c);
        bad = tjDecompress2(jpeg, data, n, p->pixel, w, 0, h, c == 3 ? TJPF_RGB : TJPF_GRAY,
                            TJFLAG_ACCURATEDCT);
        if (bad)
            error("%s: a damaged JPEG file: %s", path, tjGetErrorStr2(jpeg));
    }
    tjDestroy(jpeg);
    return bad ? -1 : 0;
}

int picture_read(struct picture *p, const char *path)
{
    size_t n;
    char *bytes = file_read(path, &n, false);
    int bad;

    *p = (struct picture){0};
    if (!bytes)
        return -1;
    if (n > 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
        bad = read_png(p, path, bytes, n);
    else if (n > 3 && memcmp(bytes, "\xff\xd8\xff", 3) == 0)
        bad = read_jpeg(p, path, bytes, n);
    else
        bad = error("%s: is no PNG or JPEG picture; convert or remove it", path);
    free(bytes);
    if (bad)
        picture_release(p);
    return bad;
}

void picture_release(struct picture *p)
{
    free(p->pixel);
    *p = (struct picture){0};
}

/* Scales a line of `from` numbers x[0], x[step], ... to a line of `to` numbers by a triangular filter: number i of the
 * result is a mean of the numbers of x near position (i + 1/2) from / to, with weights that fall linearly to 0 at the
 * distance max(1, from / to). Writes only the `count` numbers of the result from number `skip` on, to y[0], y[step],
 * ... */
static void scale_line(const float *x, int from, int to, int skip, int count, size_t step, float *y)
{
    double ratio = (double)from / to, reach = ratio > 1 ? ratio : 1;

    for (int i = 0; i < count; i++) {
        double centre = (skip + i + 0.5) * ratio, sum = 0, weights = 0;
        int first = (int)fmax(0, floor(centre - reach)),
            last = (int)fmin(from, ceil(centre + reach));

        for (int k = first; k < last; k++) {
            double weight = 1 - fabs(k + 0.5 - centre) / reach;

            if (weight > 0) {
                sum += weight * x[(size_t)k * step];
                weights += weight;
            }
        }
        y[(size_t)i * step] = (float)(sum / weights);
    }
}

void picture_resize(struct picture *p, int size)
{
    int shorter = p->h < p->w ? p->h : p->w;
    /* the sides after scaling, of which the central size x size pixels are kept */
    int h = (int)((double)p->h * size / shorter + 0.5),
        w = (int)((double)p->w * size / shorter + 0.5);
    size_t c = (size_t)p->c, row = (size_t)p->w * c, new_row = (size_t)size * c;
    struct picture result;
    float *line, *narrow, *scaled; /* [p->w][c], [p->h][size][c], [size][size][c] */

    if (p->h == size && p->w == size)
        return;
    line = xcalloc(row, sizeof *line);
    narrow = xcalloc((size_t)p->h * new_row, sizeof *narrow);
    scaled = xcalloc((size_t)size * new_row, sizeof *scaled);
    for (size_t y = 0; y < (size_t)p->h; y++) {
        for (size_t i = 0; i < row; i++)
            line[i] = p->pixel[y * row + i];
        for (size_t k = 0; k < c; k++)
            scale_line(line + k, p->w, w, (w - size) / 2, size, c, narrow + y * new_row + k);
    }
    for (size_t x = 0; x < new_row; x++)
        scale_line(narrow + x, p->h, h, (h - size) / 2, size, new_row, scaled + x);
    picture_allocate(&result, size, size, p->c);
    for (size_t i = 0; i < (size_t)size * new_row; i++)
        result.pixel[i] = (uint8_t)(scaled[i] + 0.5F);
    free(line);
    free(narrow);
    free(scaled);
    picture_release(p);
    *p = result;
}

void picture_to_rgb(struct picture *p)
{
    struct picture rgb;

    if (p->c == 3)
        return;
    picture_allocate(&rgb, p->h, p->w, 3);
    for (size_t i = 0; i < (size_t)p->h * (size_t)p->w; i++)
        memset(rgb.pixel + 3 * i, p->pixel[i], 3);
    picture_release(p);
    *p = rgb;
}
