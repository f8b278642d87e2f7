/* Layers and nets over sequences: what stands at valid positions does not depend on how much padding follows,
 * nor on what it holds, and is what each sequence gets alone. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/text.h"
#include "harness.h"
#include "kernel_data.h"
#include "net/net.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 7, SHORT = 21, LONG = 34, ROOM = 40, TOKENS = 5 };

static const int length[N] = {21, 1, 7, 20, 16, 0, 11}; /* one has no position at all */

/* ---- numbers that depend on the sequence and the position alone ---- */

static real number(const char *what, int n, int t, int c)
{
    char stream[32];
    struct rng r;

    snprintf(stream, sizeof stream, "%s %d", what, n);
    r = rng_from_key(rng_key((uint64_t)t, stream, (uint64_t)c));
    return (real)rng_normal(&r);
}

/* Sequences in t positions; padding holds numbers of its own, or zeros. */
static void fill(const char *what, int t, int c, bool tokens, bool zeros, real *to)
{
    for (int n = 0; n < N; n++)
        for (int s = 0; s < t; s++)
            for (int i = 0; i < c; i++, to++) {
                real v = number(what, n, s, i);

                if (s >= length[n])
                    v = zeros || tokens ? 0 : 5 + v * (real)t;
                *to = tokens ? (real)((int)(100 * fabs((double)v)) % TOKENS) : v;
            }
}

static void set_mask(int t, unsigned char *mask)
{
    for (int n = 0; n < N; n++)
        for (int s = 0; s < t; s++)
            mask[n * t + s] = s < length[n];
}

/* ---- layers ---- */

/* What a run leaves at valid positions; elements of padding are 0. */
struct result {
    real *y, *dx, *dparam; /* [N][LONG][c], or [N][c] */
};

/* from[N][t][c] to [N][LONG][c]. */
static real *valid_part(const real *from, int t, int c)
{
    real *to = xcalloc((size_t)N * LONG * (size_t)c, sizeof *to);

    for (int n = 0; n < N; n++)
        memcpy(to + (size_t)n * LONG * (size_t)c, from + (size_t)n * (size_t)t * (size_t)c,
               (size_t)length[n] * (size_t)c * sizeof *to);
    return to;
}

static real *copy(const real *from, size_t n)
{
    real *to = xcalloc(n + 1, sizeof *to);

    memcpy(to, from, n * sizeof *to);
    return to;
}

static void result_release(struct result *r)
{
    free(r->y);
    free(r->dx);
    free(r->dparam);
}

/* The layer over all sequences in t positions. */
static struct result run_padded(const char *spec, struct shape in, int t)
{
    static unsigned char mask[N * LONG];
    struct instance h;
    struct result r;
    bool tokens;

    harness_start(&h, spec, in, N, 3);
    tokens = h.layer.type->takes_tokens;
    fill("x", t, in.c, tokens, false, h.x[0]);
    fill("dy", h.layer.out.rank == 2 ? t : 1, h.layer.out.c, false, h.layer.out.rank == 2, h.dy);
    set_mask(t, mask);
    h.io.t = t;
    h.io.mask = mask;
    harness_forward(&h, true);
    harness_backward(&h);
    r.y = h.layer.out.rank == 2 ? valid_part(h.y, t, h.layer.out.c)
                                : copy(h.y, (size_t)N * (size_t)h.layer.out.c);
    r.dx = tokens ? xcalloc(1, sizeof(real)) : valid_part(h.dx[0], t, in.c);
    r.dparam = copy(h.dparam, h.layer.param_reals);
    harness_stop(&h);
    return r;
}

/* To rounding, which the size of the largest and the length of the sums bound. Attention's exp() turns the rounding of its
 * scores, which are far above 1 here, into relative errors of the weights. */
static void assert_same(const char *spec, const char *what, const real *got, const real *want,
                        size_t n)
{
    double size = 1, roundings = strncmp(spec, "attention", 9) == 0 ? 256 : 64;

    for (size_t i = 0; i < n; i++)
        size = fmax(size, fabs((double)want[i]));
    for (size_t i = 0; i < n; i++)
        if (!(fabs((double)got[i] - (double)want[i]) <= roundings * REAL_EPSILON * size))
            fail_msg("%s: %s[%zu] is %.9g, should be %.9g", spec, what, i, (double)got[i],
                     (double)want[i]);
}

/* To the bit; but to rounding beside plain kernels, whose products are CBLAS's (kernels/products.h). */
static void assert_unchanged(const char *spec, const char *what, const real *got, const real *want,
                             size_t n)
{
    if (kernels_choose() == &kernels_plain)
        assert_same(spec, what, got, want, n);
    else if (memcmp(got, want, n * sizeof *got))
        fail_msg("%s: padding changes %s", spec, what);
}

static void check_padding(const char *spec, struct shape in)
{
    struct result a = run_padded(spec, in, SHORT), b = run_padded(spec, in, LONG);
    struct instance h;
    size_t values;
    bool sequence;

    harness_start(&h, spec, in, N, 3);
    sequence = h.layer.out.rank == 2;
    values = (size_t)N * (sequence ? LONG : 1) * (size_t)h.layer.out.c;
    assert_unchanged(spec, "y", a.y, b.y, values);
    if (!h.layer.type->takes_tokens)
        assert_unchanged(spec, "dx", a.dx, b.dx, (size_t)N * LONG * (size_t)in.c);
    assert_same(spec, "dparam", a.dparam, b.dparam, h.layer.param_reals);
    for (int n = 0; n < N; n++) { /* each sequence alone, without a mask */
        size_t row = (size_t)(sequence ? SHORT : 1) * (size_t)in.c, out = (size_t)h.layer.out.c;

        if (length[n] == 0 || h.layer.states > 0) /* batchnorm within: samples are not alone */
            continue;
        row = (size_t)SHORT * (size_t)in.c;
        fill("x", SHORT, in.c, h.layer.type->takes_tokens, false, h.x[0]);
        memmove(h.x[0], h.x[0] + (size_t)n * row, row * sizeof(real));
        h.io.n = 1;
        h.io.t = length[n];
        harness_forward(&h, true);
        assert_same(spec, "y alone", h.y, a.y + (size_t)n * (sequence ? LONG : 1) * out,
                    (sequence ? (size_t)length[n] : 1) * out);
    }
    harness_stop(&h);
    result_release(&a);
    result_release(&b);
}

static void test_layers(void **state)
{
    const struct layer_type *t = *state;

    for (int i = 0; t->examples[i]; i++) {
        char *spec = xstrdup(harness_spec(t, t->examples[i]));

        for (int c = 4; c <= 68 && !strstr(spec, "masked=0"); c += 32)
            check_padding(spec, shape_sequence(ROOM, t->takes_tokens ? 1 : c));
        free(spec);
    }
}

/* ---- calls smaller than the room ---- */

enum {
    FEW = 3,
    STEPS = 5,
    MORE = 4
}; /* MORE: samples and positions that a layer has room for beyond */

/* x, dy and the mask of a call, and its results between guards; arrays are as long as the call needs. */
struct small_call {
    struct instance h;
    size_t in, out;
    real *x, *dy, *y, *dx;
    unsigned char *mask;
};

/* On a layer with room for `more` samples and positions than the call's. */
static void small_call_run(struct small_call *k, const char *spec, struct shape in, int more)
{
    struct rng r = rng_stream(5, "holes");
    size_t rows;
    bool sequence;

    in.h += more;
    harness_start(&k->h, spec, in, FEW + more, 3);
    sequence = k->h.layer.out.rank == 2;
    rows = FEW * (size_t)(in.h - more);
    k->in = rows * (size_t)in.c;
    k->out = (sequence ? rows : FEW) * (size_t)k->h.layer.out.c;
    k->x = copy(k->h.x[0], k->in); /* drawn one by one: the first ones are the same for any room */
    k->dy = copy(k->h.dy, k->out);
    k->y = output_new(k->out, NULL);
    k->dx = output_new(k->in, NULL);
    k->mask = xcalloc(rows, 1);
    for (size_t i = 0; i < rows; i++)
        k->mask[i] = rng_uniform(&r) < 0.7;
    k->h.io.n = FEW;
    k->h.io.t = in.h - more;
    k->h.io.mask = k->mask;
    k->h.io.x[0] = k->x;
    k->h.io.dy = k->dy;
    k->h.io.y = k->y;
    k->h.io.dx[0] = k->h.layer.type->takes_tokens ? NULL : k->dx;
    harness_forward(&k->h, true);
    harness_backward(&k->h);
}

static void small_call_release(struct small_call *k, const char *spec)
{
    output_free(spec, k->y, k->out);
    output_free(spec, k->dx, k->in);
    free(k->x);
    free(k->dy);
    free(k->mask);
    harness_stop(&k->h);
}

/* Where a tensor has a row for each position of the room, the call's stand first. */
static void assert_same_tensors(const char *spec, const struct param *got, const struct param *want,
                                int n, const real *got_block, const real *want_block)
{
    for (int i = 0; i < n; i++)
        assert_same(spec, got[i].name, got_block + got[i].offset, want_block + want[i].offset,
                    want[i].count);
}

static void check_room(const char *spec, struct shape in)
{
    struct small_call roomy, exact;

    small_call_run(&roomy, spec, in, MORE);
    small_call_run(&exact, spec, in, 0);
    assert_same(spec, "y", roomy.y, exact.y, exact.out);
    if (exact.h.io.dx[0])
        assert_same(spec, "dx", roomy.dx, exact.dx, exact.in);
    assert_same_tensors(spec, roomy.h.layer.param, exact.h.layer.param, exact.h.layer.params,
                        roomy.h.dparam, exact.h.dparam);
    assert_same_tensors(spec, roomy.h.layer.state, exact.h.layer.state, exact.h.layer.states,
                        roomy.h.state, exact.h.state);
    small_call_release(&roomy, spec);
    small_call_release(&exact, spec);
}

/* Fewer samples than max_n, and fewer positions than the room: as on a layer set up for just these. */
static void test_room(void **state)
{
    static const char *const more[] = {
        "batchnorm",
        "batchnorm over=step",
        "layernorm",
        "layernorm over=token",
        "instancenorm",
        "groupnorm groups=2",
        "rmsnorm",
        "batchgroupnorm groups=2",
        "batchrenorm warmup=0",
        "frn learn_eps=1",
        "scalenorm",
        "tlu",
        "dense 7",
        "noise",
        "gelu",
        "dropout 0.5",
        "gap",
        "lstm 3 norm=batchnorm:masked=0",
    };

    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->takes_sequence && layer_types[i]->examples[j]; j++) {
            char *spec = xstrdup(harness_spec(layer_types[i], layer_types[i]->examples[j]));

            check_room(spec, shape_sequence(STEPS, layer_types[i]->takes_tokens ? 1 : 4));
            free(spec);
        }
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        check_room(more[i], shape_sequence(STEPS, 4));
}

/* ---- weights that are too large for the kernels' products (kernels/products.c) ---- */

static struct result run_large(const char *spec, struct shape in, int n)
{
    struct instance h;
    struct result r;

    harness_start(&h, spec, in, n, 3);
    for (size_t i = 0; i < h.layer.param_reals; i++) /* no softmax that hangs on the last digit */
        h.param[i] /= 32;
    harness_forward(&h, true);
    harness_backward(&h);
    r.y = copy(h.y, h.out_count);
    r.dx = copy(h.dx[0], h.in_count);
    r.dparam = copy(h.dparam, h.layer.param_reals);
    harness_stop(&h);
    return r;
}

static struct result run_large_plain(const char *spec, struct shape in, int n)
{
    const char *before = getenv("NORMLAB_ISA");
    char *isa = before ? xstrdup(before) : NULL;
    struct result r;

    setenv("NORMLAB_ISA", "plain", 1);
    r = run_large(spec, in, n);
    if (isa)
        setenv("NORMLAB_ISA", isa, 1);
    else
        unsetenv("NORMLAB_ISA");
    free(isa);
    return r;
}

/* Some of a layer's products are then CBLAS's, others the kernels': as with plain kernels, where all are CBLAS's. The
 * harness watches the bounds of their memory. */
static void test_large_weights(void **state)
{
    static const struct {
        const char *spec;
        struct shape in;
        int n;
    } large[] = {
        {"attention 1", {2, 3, 1, 700}, 6},
        {"lstm 520", {2, 2, 1, 4}, 3},
        {"lstm 520 bidirectional=1 norm=batchnorm", {2, 2, 1, 4}, 3},
        {"gru 3", {2, 2, 1, 2100}, 3},
        {"conv1d 8", {2, 3, 1, 700}, 2},
        {"dense 2100", {2, 3, 1, 4}, 2},
    };

    (void)state;
    for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
        const char *spec = large[i].spec;
        struct result got = run_large(spec, large[i].in, large[i].n),
                      want = run_large_plain(spec, large[i].in, large[i].n);
        struct instance h;

        assert_int_equal(harness_setup(&h, spec, large[i].in, large[i].n, large[i].n), 0);
        assert_same(spec, "y", got.y, want.y, (size_t)large[i].n * shape_size(h.layer.out));
        assert_same(spec, "dx", got.dx, want.dx, (size_t)large[i].n * shape_size(large[i].in));
        assert_same(spec, "dparam", got.dparam, want.dparam, h.layer.param_reals);
        result_release(&got);
        result_release(&want);
        harness_stop(&h);
    }
}

/* ---- attention ---- */

/* A sample without a valid key gives the bias, and its gradient reaches nothing else. */
static void test_attention_without_keys(void **state)
{
    static const unsigned char mask[3];
    struct instance h;

    (void)state;
    harness_start(&h, "attention 2", shape_sequence(3, 4), 1, 5);
    h.io.mask = mask;
    harness_forward(&h, true);
    harness_backward(&h);
    for (int i = 0; i < h.layer.params; i++) {
        const struct param *p = &h.layer.param[i];

        for (size_t j = 0; strcmp(p->name, "bias_out") && j < p->count; j++)
            assert_true(h.dparam[p->offset + j] == 0);
        for (size_t j = 0; strcmp(p->name, "bias_out") == 0 && j < h.out_count; j++)
            assert_true(h.y[j] == h.param[p->offset + j % 4]);
    }
    for (size_t i = 0; i < h.in_count; i++)
        assert_true(h.dx[0][i] == 0);
    harness_stop(&h);
}

/* Two equal keys share the weight; a key far ahead of the others has it all. */
static void test_attention_weights(void **state)
{
    struct instance h;
    real *w;

    (void)state;
    harness_start(&h, "attention 1 bias=0", shape_sequence(2, 1), 1, 5);
    w = h.param;
    w[0] = 1, w[1] = 1, w[2] = 1; /* q, k and v are x */
    h.param[h.layer.param[1].offset] = 1;
    h.x[0][0] = h.x[0][1] = 3;
    harness_forward(&h, true);
    assert_true(fabs((double)h.y[0] - 3) < 8 * REAL_EPSILON);
    h.x[0][0] = 100, h.x[0][1] = 1;
    harness_forward(&h, true);
    assert_true(h.y[0] == 100);
    harness_stop(&h);
}

/* ---- nets ---- */

static void run_net(const char *text, int t, real *logits, real *dparam)
{
    static unsigned char mask[N * LONG];
    struct text why = {0};
    struct net_request q = {text, NULL, shape_sequence(ROOM, 1), 3, TOKENS, N, N, false};
    struct net n;

    if (net_build(&n, &q, NULL, &why))
        fail_msg("%s: %s", text, text_str(&why));
    assert_int_equal(net_commit(&n), 0);
    net_init(&n, 1, 0, 1);
    fill("x", t, 1, true, false, net_input(&n));
    set_mask(t, mask);
    n.t = t;
    n.mask = mask;
    net_forward(&n, N, true, 1);
    memcpy(logits, net_output(&n), N * 3 * sizeof *logits);
    for (int i = 0; i < N * 3; i++)
        net_output_gradient(&n)[i] = number("dy", i, 0, 0);
    net_backward(&n, N, 1);
    if (dparam)
        memcpy(dparam, n.dparam, n.param_reals * sizeof *dparam);
    net_release(&n);
}

static void test_nets(void **state)
{
    static const char *const texts[] = {
        "transformer layers=2 width=16 heads=2 ff=40 norm_at=none",
        "embedding 16 tokens=5; position learned; transformer_block width=16 norm_at=none; last; "
        "dense 3",
        "embedding 16 tokens=5; residual { layernorm over=token; attention 4 }; rmsnorm over=token; "
        "gelu; mean; dense 3",
        "embedding 16 tokens=5; residual { conv1d 16 k=5; batchnorm masked=1; relu; conv1d 16 }; "
        "instancenorm masked=1; relu; mean; dense 3",
        "embedding 16 tokens=5; attention 4; groupnorm groups=4 masked=1; tanh; last; dense 3",
    };
    enum { PARAMS = 1 << 15 };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        real *a = xcalloc(2 * (PARAMS + N * 3), sizeof *a), *b = a + PARAMS + N * 3;

        run_net(texts[i], SHORT, a, a + N * 3);
        run_net(texts[i], LONG, b, b + N * 3);
        assert_unchanged(texts[i], "logits", b, a, N * 3);
        assert_same(texts[i], "dparam", b + N * 3, a + N * 3, PARAMS);
        free(a);
    }
}

int main(void)
{
    struct CMUnitTest tests[64] = {0};
    int n = 0;

    for (int i = 0; layer_types[i]; i++)
        if (layer_types[i]->takes_sequence)
            tests[n++] = (struct CMUnitTest){layer_types[i]->name, test_layers, NULL, NULL,
                                             (void *)layer_types[i]};
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_room);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_large_weights);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_attention_without_keys);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_attention_weights);
    tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_nets);
    return _cmocka_run_group_tests("sequence layers", tests, (size_t)n, NULL, NULL);
}
