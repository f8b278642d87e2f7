/*
 * A generated set, for tests that must run without files: ten smooth patterns, each shifted, with
 * its own contrast, over a smooth background and under noise, so that a small network learns most
 * of it and not all.
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/data.h"
#include <complex.h>
#include <math.h>

#define CLASSES 10
#define SIDE    12
#define SIZE    (SIDE * SIDE)
#define TRAIN   2000
#define TEST    1000
#define SEED    2015
#define WAVES   4    /* in a pattern */
#define FASTEST 0.8  /* radians a pixel: about one and a half periods across an image */
#define SHIFT   0.8  /* pixels, standard deviation */
#define CLUTTER 0.4  /* the background's amplitude, where a pattern's is 0.5 to 1.5 */
#define NOISE   0.8  /* the noise is uniform, at most this */
#define GREYS   40.0 /* for an amplitude of 1 */

/* A sum of plane waves of low frequency: smooth, and as easily shifted by parts of a pixel. */
struct pattern {
    double fx[WAVES], fy[WAVES], phase[WAVES];
};

static struct pattern draw_pattern(struct rng *r)
{
    struct pattern p;

    for (int i = 0; i < WAVES; i++) {
        p.fx[i] = FASTEST * (2 * rng_uniform(r) - 1);
        p.fy[i] = FASTEST * (2 * rng_uniform(r) - 1);
        p.phase[i] = 6.283185307179586 * rng_uniform(r);
    }
    return p;
}

/* Adds the pattern to v, its origin moved by dx and dy. A wave turns by the same angle from each
 * pixel to the next, which saves a cosine for every pixel: the set is made anew at each opening. */
static void add_pattern(const struct pattern *p, double dx, double dy, double amplitude,
                        double v[SIZE])
{
    for (int i = 0; i < WAVES; i++) {
        double complex turn_x = cexp(I * p->fx[i]), turn_y = cexp(I * p->fy[i]);
        double complex row =
            amplitude / sqrt(WAVES) * cexp(I * (p->phase[i] + p->fx[i] * dx + p->fy[i] * dy));

        for (int y = 0; y < SIDE; y++, row *= turn_y) {
            double complex wave = row;

            for (int x = 0; x < SIDE; x++, wave *= turn_x)
                v[y * SIDE + x] += creal(wave);
        }
    }
}

static void draw_image(struct rng *r, const struct pattern *class, uint8_t *pixel)
{
    struct pattern clutter = draw_pattern(r);
    double dx = SHIFT * rng_normal(r), dy = SHIFT * rng_normal(r);
    double v[SIZE] = {0};

    add_pattern(class, dx, dy, 0.5 + rng_uniform(r), v);
    add_pattern(&clutter, 0, 0, CLUTTER, v);
    for (int i = 0; i < SIZE; i++) {
        double noise = NOISE * (2 * rng_uniform(r) - 1);

        pixel[i] = (uint8_t)fmin(fmax(128 + GREYS * (v[i] + noise), 0), 255);
    }
}

static void draw_split(const char *stream, const struct pattern *classes, int count,
                       uint8_t **image, uint8_t **label)
{
    struct rng r = rng_stream(SEED, stream);

    *image = xcalloc((size_t)count, SIZE);
    *label = xcalloc((size_t)count, 1);
    for (int i = 0; i < count; i++) {
        (*label)[i] = (uint8_t)rng_below(&r, CLASSES);
        draw_image(&r, &classes[(*label)[i]], *image + (size_t)i * SIZE);
    }
}

static int decode(const char *const *paths, struct data_decoded *out)
{
    struct pattern classes[CLASSES];
    struct rng r = rng_stream(SEED, "synthetic patterns");

    (void)paths;
    for (int i = 0; i < CLASSES; i++)
        classes[i] = draw_pattern(&r);
    out->shape = shape_image(SIDE, SIDE, 1);
    out->classes = CLASSES;
    out->train_count = TRAIN;
    out->test_count = TEST;
    draw_split("synthetic train", classes, TRAIN, &out->train_image, &out->train_label);
    draw_split("synthetic test", classes, TEST, &out->test_image, &out->test_label);
    return 0;
}

const struct data_type data_synthetic = {
    .name = "synthetic",
    .usage = "generated patterns for tests: 12x12 grey, 10 classes, 2000 + 1000 images, no files",
    .install = "it is generated",
    .decode = decode,
};
