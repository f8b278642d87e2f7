#include "train/batch.h"
#include "base/rng.h"
#include <string.h>

void batch_source_init(struct batch_source *s, const struct data *d, const struct data_split *split,
                       int input)
{
    memset(s, 0, sizeof *s);
    s->kernels = kernels_choose();
    s->shape = d->shape;
    s->image = split->image;
    s->label = split->label;
    s->target = split->target;
    s->outputs = d->outputs;
    for (int c = 0; c < d->shape.c; c++) {
        double sd = d->sd[c] > 0 ? d->sd[c] : 1;

        s->scale[c] = (real)(input == INPUT_RAW ? 1 : input == INPUT_UNIT ? 1 / 255.0 : 1 / sd);
        s->shift[c] = (real)(input == INPUT_STANDARD ? -d->mean[c] / sd : 0);
    }
}

/* Writes the image `from` to x, shifted by (dy, dx) and mirrored if `mirror`. Pixels that come from outside the image
 * count as bytes of 0 before they are scaled. */
static void convert_augmented(const struct batch_source *s, const uint8_t *from, bool mirror,
                              int dy, int dx, real *x)
{
    int h = s->shape.h, w = s->shape.w, channels = s->shape.c;

    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++) {
            int y = i + dy, column = (mirror ? w - 1 - j : j) + dx;
            bool outside = y < 0 || y >= h || column < 0 || column >= w;

            for (int c = 0; c < channels; c++)
                *x++ = s->scale[c] * (outside ? 0 : from[((size_t)y * w + column) * channels + c]) +
                       s->shift[c];
        }
}

/* Writes the image `from` to x with another contrast and brightness. They are random numbers that depend only on the seed
 * and on `image`, the index of the image in its split: an image is distorted in the same way in each epoch. */
static void convert_distorted(const struct batch_source *s, const uint8_t *from, int32_t image,
                              real *x)
{
    struct rng r = rng_from_key(rng_key(s->seed, "distort", (uint64_t)image));
    double contrast = 1 + s->contrast * (2 * rng_uniform(&r) - 1);
    double brightness = 255 * s->brightness * (2 * rng_uniform(&r) - 1);
    size_t size = shape_size(s->shape);
    real scale[DATA_CHANNELS], shift[DATA_CHANNELS];
    uint64_t sum = 0;
    double offset; /* value = contrast * byte + offset */

    for (size_t i = 0; i < size; i++)
        sum += from[i];
    offset = (1 - contrast) * (double)sum / (double)size + brightness;
    for (int c = 0; c < s->shape.c; c++) {
        scale[c] = (real)(contrast * s->scale[c]);
        shift[c] = (real)(offset * s->scale[c] + s->shift[c]);
    }
    s->kernels->columns_convert(shape_positions(s->shape), s->shape.c, from, scale, shift, x);
}

/* Returns the index in the split of sample i of the source. */
static int32_t picked(const struct batch_source *s, int32_t i)
{
    return s->pick ? s->pick[i] : i;
}

/* The context of batch_fill(): its arguments. */
struct fill {
    const struct batch_source *source;
    const int32_t *index;
    bool augment;
    uint64_t augment_key;
    real *x;
    uint8_t *label;
};

/* Writes sample number i of the batch. */
static void fill_sample(const struct fill *f, size_t i)
{
    const struct batch_source *s = f->source;
    size_t size = shape_size(s->shape);
    int32_t sample = picked(s, f->index[i]);
    const uint8_t *from = s->image + (size_t)sample * size;
    real *x = f->x + i * size;
    uint32_t word[4], span = 2 * (uint32_t)s->crop + 1;

    f->label[i] = s->label[sample];
    if (s->contrast > 0 || s->brightness > 0) {
        convert_distorted(s, from, sample, x);
        return;
    }
    if (!f->augment || (!s->flip && s->crop == 0)) {
        s->kernels->columns_convert(shape_positions(s->shape), s->shape.c, from, s->scale, s->shift,
                                    x);
        return;
    }
    rng_block(f->augment_key, (uint64_t)sample, word);
    convert_augmented(s, from, s->flip && word[0] & 1, (int)(word[1] % span) - s->crop,
                      (int)(word[2] % span) - s->crop, x);
}

/* Prefetches the image of sample number i of the batch into the cache. The processor does not do so itself, because
 * images are read in random order. */
static void fetch(const struct fill *f, size_t i)
{
    enum { LINE = 64, MOST = 4096 }; /* bytes of a cache line; the most bytes to prefetch */
    size_t size = shape_size(f->source->shape);
    const uint8_t *image = f->source->image + (size_t)picked(f->source, f->index[i]) * size;

    for (size_t at = 0; at < size && at < MOST; at += LINE)
        __builtin_prefetch(image + at);
}

static void fill_block(void *context, size_t first, size_t end)
{
    const struct fill *f = context;

    for (size_t i = first; i < end; i++) {
        if (i + 1 < end)
            fetch(f, i + 1);
        fill_sample(f, i);
    }
}

void batch_fill(const struct batch_source *s, int n, const int32_t *index, bool augment,
                uint64_t augment_key, real *x, uint8_t *label)
{
    struct fill f = {s, index, augment, augment_key, x, label};

    parallel_blocks(s->threads, (size_t)n, 8, fill_block, &f);
}

void batch_targets(const struct batch_source *s, int n, const int32_t *index, real *target)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < s->outputs; k++)
            *target++ =
                (real)s->target[(size_t)picked(s, index[i]) * (size_t)s->outputs + (size_t)k];
}
