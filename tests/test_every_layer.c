/* What holds for every layer of the table: threads change no bit. And for each that maps values to values: no input, be it
 * constant, huge or tiny, makes a NaN or an infinity. A new layer needs no line here. */
#include "base/arena.h"
#include "base/formats/option.h"
#include "base/system/parallel.h"
#include "harness.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* As large as it takes for threads to share the work, with 24 channels, unless the layer takes only fewer. */
static struct shape large_shape(const struct layer_type *t, const char *spec)
{
    struct shape in = t->takes_tokens     ? shape_sequence(50, 1)
                      : t->takes_sequence ? shape_sequence(50, 24)
                                          : shape_image(10, 12, 24);
    struct instance h;
    int refused = harness_setup(&h, spec, in, 4, 4);

    if (refused == 0)
        layer_clear(&h.layer);
    return refused ? harness_shape(t, true) : in;
}

/* ---- threads ---- */

enum { BATCH = 23, STEPS = 120 };

/* What a call leaves, one array after the other. */
static real *outcome(const struct instance *h, size_t *reals)
{
    const struct layer *l = &h->layer;
    real *all =
        xcalloc(h->out_count + 2 * h->in_count + l->param_reals + l->state_reals + 1, sizeof *all);
    size_t n = 0;

    memcpy(all, h->y, h->out_count * sizeof(real));
    n += h->out_count;
    for (int k = 0; k < l->inputs && !l->type->takes_tokens; k++, n += h->in_count)
        memcpy(all + n, h->dx[k], h->in_count * sizeof(real));
    for (int k = 0; k < l->params; n += l->param[k++].count)
        memcpy(all + n, h->dparam + l->param[k].offset, l->param[k].count * sizeof(real));
    for (int k = 0; k < l->states; n += l->state[k++].count)
        memcpy(all + n, h->state + l->state[k].offset, l->state[k].count * sizeof(real));
    *reals = n;
    return all;
}

static real *train(struct instance *h, struct parallel *threads, size_t *reals)
{
    layer_init_state(&h->layer, h->state);
    h->io.threads = threads;
    harness_forward(h, true);
    harness_backward(h);
    return outcome(h, reals);
}

static void check_threads(const char *spec, struct shape in, const unsigned char *mask)
{
    struct instance h;
    size_t n, more;
    real *alone;

    harness_start(&h, spec, in, BATCH, 5);
    h.io.mask = mask;
    alone = train(&h, NULL, &n);
    for (int threads = 2; threads <= 3; threads++) {
        struct parallel *p;
        real *shared;

        assert_int_equal(parallel_start(&p, threads), 0);
        shared = train(&h, p, &more);
        parallel_stop(p);
        assert_int_equal(more, n);
        if (memcmp(alone, shared, n * sizeof *alone))
            fail_msg("%s%s: %d threads change a bit", spec, mask ? ", masked" : "", threads);
        free(shared);
    }
    free(alone);
    harness_stop(&h);
}

static void test_threads(void **state)
{
    static unsigned char mask[BATCH * STEPS];

    (void)state;
    for (int i = 0; i < BATCH * STEPS; i++)
        mask[i] = i % STEPS < 5 + i / STEPS * 5;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->examples[j]; j++) {
            const struct layer_type *t = layer_types[i];
            const char *spec = harness_spec(t, t->examples[j]);

            check_threads(spec, large_shape(t, spec), NULL);
            if (t->reads_mask && !t->takes_tokens)
                check_threads(spec, shape_sequence(STEPS, 24), mask);
        }
}

/* ---- extremes ---- */

/* True for norms and activations, not for layers with weights. */
static bool maps_values(const struct layer *l)
{
    for (int i = 0; i < l->params; i++)
        if (l->param[i].role == PARAM_WEIGHT)
            return false;
    return l->inputs == 1 && !l->type->takes_tokens &&
           memcmp(&l->in[0], &l->out, sizeof l->out) == 0;
}

static void assert_finite(const char *spec, const char *input, const struct instance *h)
{
    for (size_t i = 0; i < h->out_count; i++)
        if (!isfinite(h->y[i]) || !isfinite(h->dx[0][i]))
            fail_msg("%s of %s: y %g, dx %g", spec, input, (double)h->y[i], (double)h->dx[0][i]);
}

static void run_extreme(const char *spec, struct shape in, bool constant, int size)
{
    static const double sizes[] = {0, 1, 1e18, 1e-30};
    static const char *const names[] = {"zeros", "usual numbers", "huge numbers", "tiny numbers",
                                        "all these"};
    struct instance h;

    harness_start(&h, spec, in, 4, 5);
    for (size_t i = 0; i < h.in_count; i++) {
        size_t which = size < 4 ? (size_t)size : i / (h.in_count / 4);

        h.x[0][i] = (real)((constant ? 0.7 : (double)h.x[0][i]) * sizes[which]);
    }
    h.io.norm_stats = NORM_STATS_BATCH;
    for (int call = 0; call < 3; call++) {
        harness_forward(&h, call < 2);
        harness_backward(&h);
        assert_finite(spec, names[size], &h);
        h.io.norm_stats = NORM_STATS_USUAL;
    }
    harness_stop(&h);
}

static void check_extremes(const char *spec, struct shape in)
{
    for (int constant = 0; constant < 2; constant++)
        for (int size = 0; size < 5; size++)
            run_extreme(spec, in, constant, size);
}

static bool has_eps(const struct layer_type *t)
{
    for (const struct option *o = t->options; o && o->name; o++)
        if (strcmp(o->name, "eps") == 0)
            return true;
    return false;
}

static void test_extremes(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->examples[j]; j++) {
            const struct layer_type *t = layer_types[i];
            struct shape in = harness_shape(t, false);
            char *spec = xstrdup(harness_spec(t, t->examples[j])), *without = NULL;
            struct instance h;
            bool maps;

            assert_int_equal(harness_setup(&h, spec, in, 4, 4), 0);
            maps = maps_values(&h.layer);
            layer_clear(&h.layer);
            if (maps)
                check_extremes(spec, in);
            if (maps && has_eps(t) && !strstr(spec, "eps=")) {
                without = format_new("%s eps=0", spec);
                check_extremes(without, in);
            }
            free(without);
            free(spec);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_extremes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
