#include "harness.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, size)   ((void)(address), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(address, size) ((void)(address), (void)(size))
#endif

const char *harness_spec(const struct layer_type *type, const char *example)
{
    static char spec[256];

    snprintf(spec, sizeof spec, "%s %s", type->name, example);
    return spec;
}

struct shape harness_shape(const struct layer_type *type, bool larger)
{
    int t = larger ? 9 : 6;

    if (type->takes_tokens)
        return shape_sequence(t, 1);
    if (type->takes_sequence)
        return shape_sequence(t, 4);
    return larger ? shape_image(7, 7, 4) : shape_image(4, 5, 4);
}

static struct setup setup_of(int n, int min_train_n)
{
    return (struct setup){.max_n = n, .min_train_n = min_train_n, .masked = true};
}

int harness_setup(struct instance *h, const char *spec, struct shape in, int n, int min_train_n)
{
    const struct shape both[LAYER_INPUTS] = {in, in};
    const struct setup setup = setup_of(n, min_train_n);

    return instance_set_up(h, spec, both, &setup);
}

enum { ARRAYS = 2 * LAYER_INPUTS + 7, GUARD_BYTE = 0xa5 };

/* An array of the instance, behind which INSTANCE_GAP bytes must stay as they are. */
struct guarded {
    const char *what;
    void *memory;
    size_t size_bytes;
};

static void list_arrays(const struct instance *h, struct guarded array[ARRAYS])
{
    const struct layer *l = &h->layer;
    size_t in = h->in_count * sizeof(real), out = h->out_count * sizeof(real),
           param = l->param_reals * sizeof(real);
    const struct guarded all[ARRAYS] = {{"x", h->x[0], in},
                                        {"dx", h->dx[0], in},
                                        {"x2", h->x[1], l->inputs == 2 ? in : 0},
                                        {"dx2", h->dx[1], l->inputs == 2 ? in : 0},
                                        {"y", h->y, out},
                                        {"dy", h->dy, out},
                                        {"param", h->param, param},
                                        {"dparam", h->dparam, param},
                                        {"state", h->state, l->state_reals * sizeof(real)},
                                        {"saved", h->saved, l->saved_bytes},
                                        {"scratch", h->scratch, l->scratch_bytes}};

    memcpy(array, all, sizeof all);
}

/* Fills the gaps. The address sanitizer, where there is one, then stops whoever reads or writes there. */
static void guard(const struct instance *h)
{
    struct guarded array[ARRAYS];

    list_arrays(h, array);
    for (int i = 0; i < ARRAYS; i++) {
        unsigned char *gap = (unsigned char *)array[i].memory + array[i].size_bytes;

        memset(gap, GUARD_BYTE, INSTANCE_GAP);
        ASAN_POISON_MEMORY_REGION(gap, INSTANCE_GAP);
    }
}

static void open_gaps(const struct instance *h)
{
    ASAN_UNPOISON_MEMORY_REGION(h->arena.base, h->arena.size_bytes);
}

static void check_memory(const struct instance *h)
{
    struct guarded array[ARRAYS];

    list_arrays(h, array);
    open_gaps(h);
    for (int i = 0; i < ARRAYS; i++)
        for (size_t k = 0; k < INSTANCE_GAP; k++)
            if (((unsigned char *)array[i].memory)[array[i].size_bytes + k] != GUARD_BYTE)
                fail_msg("%s: wrote behind the %zu bytes of %s", h->layer.type->name,
                         array[i].size_bytes, array[i].what);
    guard(h);
}

/* All bits set make a NaN, and an index that points nowhere: what a layer reads before it wrote shows. */
static void poison(void *memory, size_t size_bytes)
{
    memset(memory, 0xff, size_bytes);
}

void harness_open(struct instance *h, const char *spec, struct shape in, int n)
{
    const struct shape both[LAYER_INPUTS] = {in, in};
    const struct setup setup = setup_of(n, n);

    if (instance_open(h, spec, both, &setup))
        fail_msg("%s: %s", spec, h->setup.message);
    layer_init_state(&h->layer, h->state);
    h->io.random_key = 99;
    guard(h);
}

void harness_start(struct instance *h, const char *spec, struct shape in, int n, uint64_t seed)
{
    harness_open(h, spec, in, n);
    instance_fill(h, seed);
    for (size_t i = 0; h->layer.type->takes_tokens && i < h->in_count; i++)
        h->x[0][i] = (real)((int)(100 * fabs((double)h->x[0][i])) % 5);
}

void harness_forward(struct instance *h, bool training)
{
    for (size_t i = 0; i < h->out_count; i++)
        h->y[i] = (real)NAN;
    poison(h->saved, h->layer.saved_bytes);
    poison(h->scratch, h->layer.scratch_bytes);
    h->io.training = training;
    instance_forward(h);
    check_memory(h);
}

void harness_backward(struct instance *h)
{
    for (int i = 0; i < h->layer.inputs; i++)
        for (size_t j = 0; j < h->in_count; j++)
            h->dx[i][j] = (real)NAN;
    for (int i = 0; i < h->layer.params; i++)
        for (size_t j = 0; j < h->layer.param[i].count; j++)
            h->dparam[h->layer.param[i].offset + j] = (real)NAN;
    poison(h->scratch, h->layer.scratch_bytes);
    instance_backward(h);
    check_memory(h);
}

void harness_stop(struct instance *h)
{
    if (h->arena.base)
        open_gaps(h);
    instance_close(h);
    memset(h, 0, sizeof *h);
}
