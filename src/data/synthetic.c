/*
 * Generated images, for tests and benchmarks that must run without files. Each class has a smooth pattern. An image
 * is the pattern of its class with a random shift and a random contrast, plus a smooth random background and noise. A
 * small network classifies most images correctly, but not all.
 */
#include "base/arena.h"
#include "base/rng.h"
#include "data/data.h"
#include <complex.h>
#include <math.h>

#define CLASSES    10
#define SIDE       32                  /* the largest height and width */
#define RGB        3                   /* the most channels */
#define SIZE       (SIDE * SIDE * RGB) /* numbers of the largest image */
#define SEED       2015
#define WAVES      4    /* number of waves in a channel of a pattern */
#define FASTEST    0.8  /* highest frequency, radians per pixel: some 1.5 periods in 12 pixels */
#define SHIFT      0.8  /* standard deviation of the shift, pixels */
#define BACKGROUND 0.4  /* amplitude of the background; that of the pattern is 0.5 to 1.5 */
#define NOISE      0.8  /* largest absolute value of the noise, which is uniform */
#define GREYS      40.0 /* grey levels for an amplitude of 1 */

struct format {
    int side, channels;
    int train, test; /* numbers of images */
};

/* The pattern of a class: for each channel, a sum of plane waves of low frequency. Such a pattern is smooth and can
 * be shifted by a fraction of a pixel. */
struct pattern {
    struct wave {
        double fx, fy, phase; /* frequencies in radians per pixel, phase in radians */
    } wave[RGB][WAVES];
};

static void draw_pattern(struct rng *r, const struct format *f, struct pattern *p)
{
    for (int c = 0; c < f->channels; c++)
        for (struct wave *w = p->wave[c]; w < p->wave[c] + WAVES; w++) {
            w->fx = FASTEST * (2 * rng_uniform(r) - 1);
            w->fy = FASTEST * (2 * rng_uniform(r) - 1);
            w->phase = 6.283185307179586 * rng_uniform(r);
        }
}

/* Adds a wave, shifted by dx and dy pixels, to the channel whose first pixel is v. From one pixel to the next, the phase
 * of the wave grows by a constant, so one complex product replaces a cosine. This is faster, and the set is computed each
 * time it is opened. */
static void add_wave(const struct format *f, const struct wave *w, double dx, double dy,
                     double amplitude, double *v)
{
    double complex turn_x = cexp(I * w->fx), turn_y = cexp(I * w->fy);
    double complex row = amplitude / sqrt(WAVES) * cexp(I * (w->phase + w->fx * dx + w->fy * dy));

    for (int y = 0; y < f->side; y++, row *= turn_y) {
        double complex wave = row;

        for (int x = 0; x < f->side; x++, wave *= turn_x)
            v[(y * f->side + x) * f->channels] += creal(wave);
    }
}

static void add_pattern(const struct format *f, const struct pattern *p, double dx, double dy,
                        double amplitude, double *v)
{
    for (int c = 0; c < f->channels; c++)
        for (int i = 0; i < WAVES; i++)
            add_wave(f, &p->wave[c][i], dx, dy, amplitude, v + c);
}

static void draw_image(struct rng *r, const struct format *f, const struct pattern *class,
                       uint8_t *pixel)
{
    struct pattern background;
    double dx, dy, v[SIZE] = {0};

    draw_pattern(r, f, &background);
    dx = SHIFT * rng_normal(r);
    dy = SHIFT * rng_normal(r);
    add_pattern(f, class, dx, dy, 0.5 + rng_uniform(r), v);
    add_pattern(f, &background, 0, 0, BACKGROUND, v);
    for (int i = 0; i < f->side * f->side * f->channels; i++) {
        double noise = NOISE * (2 * rng_uniform(r) - 1);

        pixel[i] = (uint8_t)fmin(fmax(128 + GREYS * (v[i] + noise), 0), 255);
    }
}

static void draw_split(const char *stream, const struct format *f, const struct pattern *classes,
                       int count, struct decoded_split *out)
{
    size_t size = (size_t)f->side * (size_t)f->side * (size_t)f->channels;
    struct rng r = rng_stream(SEED, stream);

    decoded_split_allocate(out, count, size, 0, false);
    for (int i = 0; i < count; i++) {
        out->label[i] = (uint8_t)rng_below(&r, CLASSES);
        draw_image(&r, f, &classes[out->label[i]], out->image + (size_t)i * size);
    }
}

static int generate(const struct format *f, struct data_decoded *out)
{
    struct pattern classes[CLASSES];
    struct rng r = rng_stream(SEED, "synthetic patterns");

    for (int i = 0; i < CLASSES; i++)
        draw_pattern(&r, f, &classes[i]);
    out->shape = shape_image(f->side, f->side, f->channels);
    out->classes = CLASSES;
    draw_split("synthetic train", f, classes, f->train, &out->train);
    draw_split("synthetic test", f, classes, f->test, &out->test);
    return 0;
}

static int decode_grey(const char *const *paths, struct data_decoded *out)
{
    const struct format f = {.side = 12, .channels = 1, .train = 2000, .test = 1000};

    (void)paths;
    return generate(&f, out);
}

/* This set has few images, because each process computes them anew. */
static int decode_rgb(const char *const *paths, struct data_decoded *out)
{
    const struct format f = {.side = SIDE, .channels = RGB, .train = 512, .test = 128};

    (void)paths;
    return generate(&f, out);
}

const struct data_type data_synthetic = {
    .name = "synthetic",
    .usage = "generated patterns for tests: 12x12 grey, 10 classes, 2000 + 1000 images, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_grey,
};

const struct data_type data_synthetic_rgb = {
    .name = "synthetic-rgb",
    .usage = "generated patterns for benchmarks: 32x32 RGB, 10 classes, 512 + 128 images, no files",
    .install = "it is generated",
    .licence = LICENCE_GENERATED,
    .decode = decode_rgb,
};
