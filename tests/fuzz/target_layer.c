/* The text of a layer, by the C library: what is set up runs forward and backward. The first byte chooses the input. */
#include "base/arena.h"
#include "base/real.h"
#include "fuzz.h"
#include "layers/layer.h"
#include "normlab.h"
#include <stdlib.h>
#include <string.h>

enum { SAMPLES = 3, MOST_ELEMENTS = 20000 };

static size_t size_of(const int *shape, int rank)
{
    size_t n = 1;

    for (int i = 0; i < rank; i++)
        n *= (size_t)shape[i];
    return n;
}

static void check_passes(struct nl_layer *l, const struct nl_setup *s)
{
    int shape[3], rank = nl_output_shape(l, shape);
    size_t in = SAMPLES * size_of(s->shape, s->rank), out = SAMPLES * size_of(shape, rank);
    struct nl_call call = {.n = SAMPLES, .training = s->min_train_n >= 0};
    nl_real *x, *y;

    if (out > MOST_ELEMENTS)
        return;
    x = xcalloc(in, sizeof *x);
    y = xcalloc(out, sizeof *y);
    for (size_t i = 0; i < in; i++)
        x[i] = (nl_real)(i % 5);
    if (nl_forward(l, &call, x, y) == 0)
        FUZZ_CHECK(!call.training || nl_backward(l, y, x) == 0 || *nl_error(l));
    else
        FUZZ_CHECK(*nl_error(l));
    free(x);
    free(y);
}

static void check_canonical(const char *text)
{
    struct text canonical = {0}, again = {0};

    if (layer_canonical(text, &canonical) == 0) {
        FUZZ_CHECK(layer_canonical(text_str(&canonical), &again) == 0);
        FUZZ_CHECK(strcmp(text_str(&canonical), text_str(&again)) == 0);
    }
    text_clear(&canonical);
    text_clear(&again);
}

static void run(const char *data, size_t size)
{
    static const struct nl_setup inputs[] = {
        {.rank = 3, .shape = {6, 5, 4}},
        {.rank = 2, .shape = {5, 4}},
        {.rank = 1, .shape = {8}},
        {.rank = 2, .shape = {6, 1}},
    };
    struct fuzz_input in = {data, size};
    unsigned input = fuzz_byte(&in);
    struct nl_setup s = inputs[input % 4];
    char message[NL_MESSAGE] = "";
    struct nl_layer *l;

    s.max_n = SAMPLES;
    s.min_train_n = input & 8 ? -1 : 0;
    s.feeds_norm = input & 16 ? 1 : 0;
    if (fuzz_is_large(in.at, 3))
        return;
    l = nl_layer_new(in.at, &s, message);
    FUZZ_CHECK(!l == !!*message && memchr(message, '\0', sizeof message));
    if (l)
        check_passes(l, &s);
    nl_layer_free(l);
    check_canonical(in.at);
    FUZZ_CHECK(!fuzz_printed().lines);
}

const struct fuzz_target fuzz_layer = {.name = "layer", .most = 256, .run = run};
