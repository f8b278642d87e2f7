/*
 * Cache files whose checksum of the header is right. A valid file is made, then changed: each 3 bytes of the input are the
 * two of a position and the new byte there.
 */
/* cache.c has the layout of the header, which no header file has. */
#include "data/cache.c"
#include "fuzz.h"

#define KEY "0123456789012345678901234567890123456789012345678901234567890123"

enum { SAMPLES = 3, SIDE = 4, STEPS = 5 };

/* Decodes to images, tokens or series. */
static void decode(unsigned kind, struct data_decoded *d)
{
    struct decoded_split *const splits[] = {&d->train, &d->test};

    d->shape = kind == 0   ? shape_image(SIDE, SIDE, 3)
               : kind == 1 ? shape_sequence(STEPS, 1)
                           : shape_sequence(STEPS, 2);
    d->classes = 2;
    d->outputs = 2;
    d->tokens = kind == 1 ? 9 : 0;
    for (int i = 0; i < 2; i++) {
        decoded_split_allocate(splits[i], SAMPLES, kind < 2 ? shape_size(d->shape) : 0,
                               kind < 2 ? 0 : shape_size(d->shape), kind != 0);
        for (int k = 0; kind && k < SAMPLES; k++)
            splits[i]->length[k] = k + 1;
    }
}

/* Uses all that a trial uses as an index. */
static void check_split(const struct data *d, const struct data_split *s)
{
    size_t size = shape_size(d->shape);
    double sum = 0;

    FUZZ_CHECK(s->count > 0 && (s->image != NULL) != (s->series != NULL));
    for (size_t i = 0; i < (size_t)s->count * size; i++)
        if (s->series)
            sum += s->series[i];
        else
            FUZZ_CHECK(!d->tokens || s->image[i] < d->tokens);
    for (int i = 0; i < s->count; i++) {
        FUZZ_CHECK(s->label[i] < d->classes);
        FUZZ_CHECK(!s->length || (s->length[i] >= 1 && s->length[i] <= d->shape.h));
        for (int k = 0; s->target && k < d->outputs; k++)
            sum += s->target[i * d->outputs + k];
    }
    FUZZ_CHECK(sum == sum || sum != sum);
}

static void change(struct header *h, size_t bytes, struct fuzz_input *in)
{
    while (in->left) {
        size_t at = fuzz_byte(in) << 8;

        at += fuzz_byte(in);
        if (at >= sizeof *h) /* the payload is behind the page of the header */
            at = CACHE_PAGE + at % (bytes - CACHE_PAGE);
        ((unsigned char *)h)[at] = (unsigned char)fuzz_byte(in);
    }
    if (h->c > 0 && header_bytes(h->c) <= bytes)
        header_check(h, h->check);
}

static void run(const char *data, size_t size)
{
    struct fuzz_input in = {data, size};
    unsigned kind = fuzz_byte(&in) % 3;
    struct origin o = {.type = data_type_find(kind == 2 ? "ts" : "mnist"), .key = KEY};
    struct data_decoded decoded = {0};
    struct data d = {0}, again;

    decode(kind, &decoded);
    FUZZ_CHECK(cache_compose(&d, &o, &decoded) == 0);
    data_decoded_clear(&decoded);
    change(d.map, d.map_bytes, &in);
    o.cache = (char *)fuzz_file(0, d.map, d.map_bytes);
    if (cache_map(&again, &o)) {
        FUZZ_CHECK(!fuzz_printed().lines);
        check_split(&again, &again.train);
        check_split(&again, &again.test);
        data_close(&again);
    } else {
        FUZZ_CHECK(!again.map && fuzz_printed().lines <= 1);
    }
    munmap(d.map, d.map_bytes);
}

const struct fuzz_target fuzz_cache = {.name = "cache", .most = 96, .run = run};
