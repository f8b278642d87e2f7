/* What more padding does to norms: nothing, to the bit, where they are per token or count only valid
 * positions; what theory says, where they count it. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/text.h"
#include "harness.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { N = 40, ROOM = 50, SHORT = 30, C = 64 };

static const int lengths[] = {30, 1, 7, 19, 30, 2, 11};

static int length_of(int n)
{
    return lengths[n % (int)(sizeof lengths / sizeof *lengths)];
}

/* The values at a position of a sample, valid or padding, drawn once for all tests. */
static const real *values_at(int n, int s, bool valid)
{
    static real drawn[2][N][2 * ROOM][C];
    static bool done[2][N][2 * ROOM];
    real *v = drawn[valid][n][s];

    if (!done[valid][n][s]) {
        struct rng r = rng_from_key(rng_key((uint64_t)n, valid ? "valid" : "padding", (uint64_t)s));

        for (int c = 0; c < C; c++)
            v[c] = (real)(rng_normal(&r) + (valid ? 0 : 3));
        done[valid][n][s] = true;
    }
    return v;
}

/* Sequences that lie in t positions: the same valid values whatever t is, padding that has its own. */
static void fill(struct instance *h, int t, unsigned char *mask)
{
    for (int n = 0; n < N; n++)
        for (int s = 0; s < t; s++) {
            bool valid = s < length_of(n);

            mask[n * t + s] = valid;
            memcpy(h->x[0] + ((size_t)n * (size_t)t + (size_t)s) * C,
                   values_at(n, valid ? s : s + t, valid), C * sizeof(real));
        }
    h->io.t = t;
    h->io.mask = mask;
}

/* The largest difference of y at valid positions. */
static double change(const real *at_short, const real *at_room)
{
    double most = 0;

    for (int n = 0; n < N; n++)
        for (size_t i = 0; i < (size_t)length_of(n) * C; i++)
            most = fmax(most, fabs((double)at_short[(size_t)n * SHORT * C + i] -
                                   (double)at_room[(size_t)n * ROOM * C + i]));
    return most;
}

static double measure(const char *spec, bool training)
{
    static unsigned char mask[N * ROOM];
    struct instance h;
    real *first;
    double most;

    harness_start(&h, spec, shape_sequence(ROOM, C), N, 3);
    fill(&h, SHORT, mask);
    harness_forward(&h, training);
    first = xcalloc(h.out_count, sizeof *first);
    memcpy(first, h.y, h.out_count * sizeof *first);
    layer_init_state(&h.layer, h.state);
    fill(&h, ROOM, mask);
    harness_forward(&h, training);
    most = change(first, h.y);
    free(first);
    harness_stop(&h);
    return most;
}

static void assert_no_bit_changes(const char *spec)
{
    for (int training = 0; training < 2; training++) {
        double most = measure(spec, training);

        if (most != 0)
            fail_msg("%s, training %d: y changes by %g", spec, training, most);
    }
}

/* Every norm, as its examples have it, that leaves padding out; and those that are per token. */
static void test_padding_changes_no_bit(void **state)
{
    static const char *const per_token[] = {"layernorm over=token masked=0",
                                            "rmsnorm over=token masked=0", "scalenorm masked=0",
                                            "tlu", "none"};

    (void)state;
    for (size_t i = 0; i < sizeof per_token / sizeof *per_token; i++)
        assert_no_bit_changes(per_token[i]);
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->is_norm && layer_types[i]->examples[j]; j++) {
            const char *example = layer_types[i]->examples[j];
            char *spec = format_new("%s %s%s", layer_types[i]->name, example,
                                    layer_types[i]->reads_mask ? " masked=1" : "");

            if (!strstr(example, "masked="))
                assert_no_bit_changes(spec);
            free(spec);
        }
}

static void test_counted_padding_differs(void **state)
{
    (void)state;
    assert_true(measure("batchnorm masked=0", false) == 0);
    assert_true(measure("iternorm masked=0", false) == 0);
    assert_true(measure("powernorm masked=0", false) == 0);
    assert_true(measure("iternorm masked=0", true) > 0.1);
    assert_true(measure("switchablenorm masked=0", true) > 0.1);
    assert_true(measure("powernorm masked=0", true) > 0.1);
    assert_true(measure("evonorm masked=0", false) > 0.1);
}

/* By amounts that matter: of the order of the padding's offset from the data. */
static void test_counted_padding_shows(void **state)
{
    static const char *const moved[] = {
        "batchnorm masked=0", "instancenorm masked=0", "groupnorm groups=8 masked=0",
        "layernorm masked=0", "rmsnorm masked=0",      "frn masked=0"};

    (void)state;
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
        assert_true(measure(moved[i], true) > 0.1);
    for (size_t i = 1; i < sizeof moved / sizeof *moved; i++)
        assert_true(measure(moved[i], false) > 0.1);
}

/* With zeros as padding, of which a share f of all positions is, a channel of mean m and variance v is
 * measured as (1 - f) m and (1 - f) v + f (1 - f) m^2: the law of total variance. */
static void test_bias_by_zeros(void **state)
{
    static unsigned char mask[N * ROOM];
    struct instance valid, all;
    size_t padding = 0;
    double share;

    (void)state;
    harness_start(&valid, "batchnorm masked=1 momentum=1 running_var=biased",
                  shape_sequence(ROOM, C), N, 3);
    harness_start(&all, "batchnorm masked=0 momentum=1 running_var=biased", shape_sequence(ROOM, C),
                  N, 3);
    fill(&valid, ROOM, mask);
    fill(&all, ROOM, mask);
    for (size_t i = 0; i < (size_t)N * ROOM; i++) {
        padding += !mask[i];
        for (size_t c = 0; c < C; c++) {
            valid.x[0][i * C + c] += (real)c;
            all.x[0][i * C + c] = mask[i] ? valid.x[0][i * C + c] : 0;
        }
    }
    share = (double)padding / (N * ROOM);
    harness_forward(&valid, true);
    harness_forward(&all, true);
    for (size_t c = 0; c < C; c++) {
        const struct param *mean = &valid.layer.state[0], *var = &valid.layer.state[1];
        double m = valid.state[mean->offset + c], v = valid.state[var->offset + c],
               biased_m = (1 - share) * m, biased_v = (1 - share) * v + share * (1 - share) * m * m;

        assert_true(fabs(all.state[mean->offset + c] - biased_m) <=
                    16 * REAL_EPSILON * (1 + fabs(m)));
        assert_true(fabs(all.state[var->offset + c] - biased_v) <= 64 * REAL_EPSILON * (1 + m * m));
    }
    harness_stop(&valid);
    harness_stop(&all);
}

/* Nor does it change the gradient, but for rounding; padding that nobody wants has none. */
static void test_gradient_of_valid_positions(void **state)
{
    static const char *const specs[] = {
        "batchnorm masked=1",         "instancenorm masked=1", "groupnorm groups=8 masked=1",
        "rmsnorm masked=1",           "powernorm masked=1",    "switchablenorm masked=1",
        "iternorm masked=1 groups=8", "evonorm masked=1",      "evonorm kind=b0 masked=1"};
    static unsigned char mask[N * ROOM];

    (void)state;
    for (size_t k = 0; k < sizeof specs / sizeof *specs; k++) {
        struct instance h;
        real *first;
        double most;

        harness_start(&h, specs[k], shape_sequence(ROOM, C), N, 3);
        first = xcalloc(h.out_count, sizeof *first);
        for (int t = SHORT;; t = ROOM) {
            fill(&h, t, mask);
            for (size_t i = 0; i < (size_t)(N * t); i++)
                for (size_t c = 0; c < C; c++) /* nothing behind wants padded positions */
                    h.dy[i * C + c] = mask[i] ? h.x[0][i * C + (c + 1) % C] : 0;
            layer_init_state(&h.layer, h.state);
            harness_forward(&h, true);
            harness_backward(&h);
            if (t == ROOM)
                break;
            memcpy(first, h.dx[0], h.out_count * sizeof *first);
        }
        most = change(first, h.dx[0]);
        if (!(most <= 64 * REAL_EPSILON))
            fail_msg("%s: dx changes by %g", specs[k], most);
        for (int n = 0; n < N; n++)
            for (size_t i = (size_t)length_of(n) * C; i < (size_t)ROOM * C; i++)
                assert_true(h.dx[0][(size_t)n * ROOM * C + i] == 0);
        free(first);
        harness_stop(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_padding_changes_no_bit),
        cmocka_unit_test(test_counted_padding_differs),
        cmocka_unit_test(test_counted_padding_shows),
        cmocka_unit_test(test_bias_by_zeros),
        cmocka_unit_test(test_gradient_of_valid_positions),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
