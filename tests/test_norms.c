/* Identities between norms, invariances, and the examples that the literature prints. */
#include "base/arena.h"
#include "base/error.h"
#include "harness.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct shape IMAGE = {3, 5, 4, 12};
enum { N = 3 };

/* Outputs, input gradients and parameter gradients of two specs agree. */
static void assert_same_layer(const char *a, const char *b, struct shape in, int n)
{
    struct instance ha, hb;
    double *want;

    harness_start(&ha, a, in, n, 11);
    harness_start(&hb, b, in, n, 11);
    harness_forward(&ha, true);
    harness_forward(&hb, true);
    harness_backward(&ha);
    harness_backward(&hb);
    want = xcalloc(hb.in_count + hb.layer.param_reals, sizeof *want);
    for (size_t i = 0; i < hb.out_count; i++)
        want[i] = hb.y[i];
    assert_close(a, ha.out_count, ha.y, want, 32 * REAL_EPSILON);
    for (size_t i = 0; i < hb.in_count; i++)
        want[i] = hb.dx[0][i];
    assert_close(a, ha.in_count, ha.dx[0], want, 64 * REAL_EPSILON);
    for (size_t i = 0; i < hb.layer.param_reals; i++)
        want[i] = hb.dparam[i];
    assert_close(a, ha.layer.param_reals, ha.dparam, want, 64 * REAL_EPSILON);
    free(want);
    harness_stop(&ha);
    harness_stop(&hb);
}

static void test_group_of_all_is_layernorm(void **state)
{
    (void)state;
    assert_same_layer("groupnorm groups=1", "layernorm over=sample", IMAGE, N);
}

static void test_group_of_one_is_instancenorm(void **state)
{
    (void)state;
    assert_same_layer("groupnorm groups=12", "instancenorm", IMAGE, N);
    assert_same_layer("groupnorm channels_per_group=1", "instancenorm", IMAGE, N);
}

static void test_batchnorm_of_one_sample_is_instancenorm(void **state)
{
    (void)state;
    assert_same_layer("batchnorm", "instancenorm", IMAGE, 1);
}

/* A batch with ghost=G has the bits of workers that each normalize G samples: outputs and input gradients, also
 * where the work of a worker is cut into parts. Their gradients of gamma and beta add up, and their running
 * statistics are averaged by their numbers of values. */
static void check_workers(const char *options, struct shape in, int batch, int ghost,
                          const unsigned char *mask)
{
    size_t size = shape_size(in), positions = shape_positions(in);
    char *spec = format_new("batchnorm%s", options),
         *ghost_spec = format_new("%s ghost=%d", spec, ghost);
    double param[64] = {0}, running[64] = {0}, all_values = 0;
    struct instance all;

    harness_start(&all, ghost_spec, in, batch, 11);
    all.io.mask = mask;
    harness_forward(&all, true);
    harness_backward(&all);
    assert_true(all.layer.param_reals <= 64 && all.layer.state_reals <= 64);
    for (size_t r = 0; r < (size_t)batch * positions; r++)
        all_values += !mask || mask[r];
    for (int first = 0; first < batch; first += ghost) {
        int n = batch - first < ghost ? batch - first : ghost;
        size_t at = (size_t)first * size;
        double values = 0;
        struct instance one;

        harness_start(&one, spec, in, n, 11);
        one.io.mask = mask ? mask + (size_t)first * positions : NULL;
        for (size_t r = 0; r < (size_t)n * positions; r++)
            values += !mask || one.io.mask[r];
        memcpy(one.x[0], all.x[0] + at, one.in_count * sizeof(real));
        memcpy(one.dy, all.dy + at, one.out_count * sizeof(real));
        harness_forward(&one, true);
        harness_backward(&one);
        assert_memory_equal(one.y, all.y + at, one.out_count * sizeof(real));
        assert_memory_equal(one.dx[0], all.dx[0] + at, one.in_count * sizeof(real));
        for (size_t i = 0; i < one.layer.param_reals; i++)
            param[i] += one.dparam[i];
        for (size_t i = 0; i < one.layer.state_reals; i++)
            running[i] += one.state[i] * values / all_values;
        harness_stop(&one);
    }
    assert_close("sum of gradients", all.layer.param_reals, all.dparam, param, 16 * REAL_EPSILON);
    assert_close("mean of statistics", all.layer.state_reals, all.state, running, 4 * REAL_EPSILON);
    harness_stop(&all);
    free(spec), free(ghost_spec);
}

static void test_ghost_is_workers(void **state)
{
    enum { BATCH = 20, STEPS = 800 };
    static const char *const options[] = {"", " scale=l1", " scale=linf"};
    static unsigned char mask[BATCH * STEPS];

    (void)state;
    for (int n = 0; n < BATCH; n++)
        for (int t = 0; t < STEPS; t++)
            mask[n * STEPS + t] = t < 1 + n * 40;
    for (int i = 0; i < 3; i++) {
        check_workers(options[i], IMAGE, 11, 4, NULL);
        check_workers(options[i], shape_image(32, 32, 16), BATCH, 9, NULL);
        check_workers(options[i], shape_sequence(STEPS, 32), BATCH, 8, mask);
    }
}

/* A chunk as large as the batch is the batch; chunks of one sample are instancenorm while training. */
static void test_ghost_of_all_and_of_one(void **state)
{
    (void)state;
    assert_same_layer("batchnorm ghost=3", "batchnorm", IMAGE, N);
    assert_same_layer("batchnorm ghost=100 over=step", "batchnorm over=step", shape_sequence(5, 4),
                      N);
    assert_same_layer("batchnorm ghost=1", "instancenorm", IMAGE, N);
}

/* A last chunk of one value gives beta and no gradient but rounding, and the running variance does not see it. */
static void test_ghost_that_leaves_one_value(void **state)
{
    struct instance h, one;

    (void)state;
    assert_int_equal(harness_setup(&h, "batchnorm ghost=4", shape_vector(6), 9, 9), REFUSED);
    assert_holds(h.setup.message, "a ghost of 2 or more that leaves no last chunk of one sample");
    assert_int_equal(harness_setup(&h, "batchnorm ghost=1", shape_vector(6), 9, 9), REFUSED);
    assert_int_equal(harness_setup(&h, "batchnorm ghost=1", shape_vector(6), 9, 0), 0);
    assert_int_equal(harness_setup(&h, "batchnorm ghost=1", shape_sequence(2, 6), 9, 9), 0);
    assert_int_equal(harness_setup(&h, "batchnorm ghost=1 over=step", shape_sequence(2, 6), 9, 9),
                     REFUSED);
    harness_start(&h, "batchnorm ghost=4", shape_vector(6), 10, 3);
    harness_start(&one, "batchnorm", shape_vector(6), 4, 3);
    memcpy(one.x[0], h.x[0], one.in_count * sizeof(real));
    h.io.n = 5;
    harness_forward(&h, true);
    harness_backward(&h);
    harness_forward(&one, true);
    for (size_t c = 0; c < 6; c++) {
        double mean = 0;

        for (size_t i = 0; i < 5; i++)
            mean += h.x[0][i * 6 + c] / 50.0; /* momentum 0.1 of the mean of 5 */
        assert_true(h.y[4 * 6 + c] == h.param[h.layer.param[1].offset + c]);
        assert_true(fabs((double)h.dx[0][4 * 6 + c]) <= /* what is left of dy * gamma / sqrt(eps) */
                    2 * REAL_EPSILON / sqrt(1e-5) * fabs((double)h.dy[4 * 6 + c]) *
                        fabs((double)h.param[h.layer.param[0].offset + c]));
        assert_true(fabs(h.state[h.layer.state[0].offset + c] - mean) < 8 * REAL_EPSILON);
        assert_true(h.state[h.layer.state[1].offset + c] ==
                    one.state[one.layer.state[1].offset + c]);
    }
    harness_stop(&h);
    harness_stop(&one);
}

static void test_layernorm_of_one_position(void **state)
{
    (void)state;
    assert_same_layer("layernorm over=token", "layernorm over=sample", shape_vector(17), N);
}

/* The first BY_VARIANCE divide by the root of the variance. */
static const char *const all_norms[] = {
    "batchnorm",          "layernorm",           "layernorm over=token",    "instancenorm",
    "groupnorm groups=4", "batchnorm ghost=2",   "batchgroupnorm groups=4", "batchrenorm",
    "batchnorm scale=l1", "batchnorm scale=linf"};
enum { NORMS = sizeof all_norms / sizeof *all_norms, BY_VARIANCE = 8 };

/* The statistics group of element i of IMAGE under all_norms[k]. */
static size_t group_of(int k, size_t i)
{
    size_t positions = shape_positions(IMAGE), c = i % 12, s = i / 12 % positions,
           n = i / 12 / positions;
    const size_t group[NORMS] = {
        c, n, n * positions + s, n * 12 + c, n * 4 + c / 3, n / 2 * 12 + c, c / 3, c, c, c};

    return group[k];
}

/* y(a x + b) = y(x), with an a > 0 and a b of its own in each group; eps = 0, for its share in the
 * variance is not invariant. */
static void test_invariance(void **state)
{
    (void)state;
    for (int k = 0; k < NORMS; k++) {
        struct instance h;
        double *want;
        char *spec = format_new("%s eps=0", all_norms[k]);

        harness_start(&h, spec, IMAGE, N, 3);
        harness_forward(&h, true);
        want = xcalloc(h.out_count, sizeof *want);
        for (size_t i = 0; i < h.out_count; i++)
            want[i] = h.y[i];
        for (size_t i = 0; i < h.in_count; i++) {
            size_t g = group_of(k, i);

            h.x[0][i] = (real)((1 + g % 5) * 0.5 * h.x[0][i] + (double)(g % 7) - 3);
        }
        harness_forward(&h, true);
        assert_close(all_norms[k], h.out_count, h.y, want, 256 * REAL_EPSILON);
        free(want);
        free(spec);
        harness_stop(&h);
    }
}

/* A constant input gives exactly beta, and no NaN in the gradient; without an eps, too. */
static void test_constant_gives_beta(void **state)
{
    (void)state;
    for (int k = 0; k < 2 * NORMS; k++) {
        struct instance h;
        char *spec = format_new("%s%s", all_norms[k / 2], k % 2 ? " eps=0" : "");

        harness_start(&h, spec, IMAGE, N, 3);
        free(spec);
        for (size_t i = 0; i < h.in_count; i++)
            h.x[0][i] = (real)3.7;
        harness_forward(&h, true);
        harness_backward(&h);
        for (size_t i = 0; i < h.out_count; i++) {
            assert_true(h.y[i] == h.param[h.layer.param[1].offset + i % 12]);
            assert_true(isfinite(h.dx[0][i]));
        }
        harness_stop(&h);
    }
}

/* Mean 1e4, standard deviation 1: right to 1e-4 against the definition in long double. */
static void test_large_mean(void **state)
{
    (void)state;
    for (int k = 0; k < BY_VARIANCE; k++) {
        struct instance h;

        harness_start(&h, all_norms[k], IMAGE, N, 3);
        for (size_t i = 0; i < h.in_count; i++)
            h.x[0][i] += 10000;
        harness_forward(&h, true);
        for (size_t i = 0; i < h.out_count; i++) {
            size_t c = i % 12;
            long double sum = 0, squares = 0, count = 0, mean, want;

            for (size_t j = 0; j < h.in_count; j++) {
                if (group_of(k, j) == group_of(k, i)) {
                    long double x = (long double)h.x[0][j] - 10000;

                    sum += x;
                    squares += x * x;
                    count++;
                }
            }
            mean = sum / count;
            want = ((long double)h.x[0][i] - 10000 - mean) /
                       sqrtl(squares / count - mean * mean + 1e-5L) *
                       h.param[h.layer.param[0].offset + c] +
                   h.param[h.layer.param[1].offset + c];
            assert_true(fabsl(h.y[i] - want) < 1e-4L);
        }
        harness_stop(&h);
    }
}

/* sqrt(pi / 2) times the mean |x - mean| is the standard deviation of normal numbers (Hoffer et al. 2018): here of
 * N, so up to five standard errors, which are sqrt((pi - 3) / (2 N)) of the difference of both estimates. */
static void test_l1_of_normal_numbers(void **state)
{
    enum { LARGE = 200000 };
    struct instance l1, var;
    double ratio, pi = acos(-1);

    (void)state;
    harness_start(&l1, "batchnorm scale=l1 affine=none eps=0", shape_vector(1), LARGE, 3);
    harness_start(&var, "batchnorm affine=none eps=0", shape_vector(1), LARGE, 3);
    harness_forward(&l1, true);
    harness_forward(&var, true);
    ratio = (double)var.y[0] / (double)l1.y[0];
    assert_true(ratio != 1 && fabs(ratio - 1) < 5 * sqrt((pi - 3) / (2 * LARGE)));
    harness_stop(&l1);
    harness_stop(&var);
}

/* 1 2 3 6 has mean 3, mean |x - mean| 1.5 and largest 3. */
static void test_scales_by_hand(void **state)
{
    static const int x[4] = {1, 2, 3, 6};
    static const char *const specs[] = {"batchnorm scale=l1 affine=none eps=0.5 momentum=1",
                                        "batchnorm scale=linf affine=none eps=0.5 momentum=1"};
    double deviation[] = {1.5 * sqrt(acos(-1) / 2), 3};

    (void)state;
    for (int k = 0; k < 2; k++) {
        double squared = deviation[k] * deviation[k];
        struct instance h;

        harness_start(&h, specs[k], shape_vector(1), 4, 1);
        for (int i = 0; i < 4; i++)
            h.x[0][i] = (real)x[i];
        for (int pass = 0; pass < 2;
             pass++) { /* inference, by these same statistics, gives the same */
            harness_forward(&h, pass == 0);
            for (int i = 0; i < 4; i++)
                assert_true(fabs(h.y[i] - (x[i] - 3) / sqrt(squared + 0.5)) < 4 * REAL_EPSILON);
        }
        assert_true(fabs(h.state[h.layer.state[1].offset] - squared) < 16 * REAL_EPSILON);
        harness_stop(&h);
    }
}

/* x = 1 2 3 4, gamma 2, beta 3 gives 0.32 2.10 3.90 5.68 (claims: toy; printed there to about
 * 0.01). */
static void test_toy_example(void **state)
{
    static const double want[4] = {0.32, 2.10, 3.90, 5.68};
    struct instance h;

    (void)state;
    harness_start(&h, "batchnorm", shape_vector(1), 4, 1);
    for (int i = 0; i < 4; i++)
        h.x[0][i] = (real)(i + 1);
    h.param[h.layer.param[0].offset] = 2;
    h.param[h.layer.param[1].offset] = 3;
    harness_forward(&h, true);
    for (int i = 0; i < 4; i++)
        assert_true(fabs(h.y[i] - want[i]) < 0.01);
    harness_stop(&h);
}

/* gamma = sqrt(var + eps), beta = mean gives the input back (claims: undo). */
static void test_undo(void **state)
{
    struct instance h;
    double *want;
    size_t rows = N * shape_positions(IMAGE);

    (void)state;
    harness_start(&h, "batchnorm eps=1e-3", IMAGE, N, 8);
    want = xcalloc(h.in_count, sizeof *want);
    for (int c = 0; c < 12; c++) {
        double sum = 0, squares = 0;

        for (size_t r = 0; r < rows; r++)
            sum += h.x[0][r * 12 + c];
        for (size_t r = 0; r < rows; r++)
            squares += pow(h.x[0][r * 12 + c] - sum / rows, 2);
        h.param[h.layer.param[0].offset + c] = (real)sqrt(squares / rows + 1e-3);
        h.param[h.layer.param[1].offset + c] = (real)(sum / rows);
    }
    for (size_t i = 0; i < h.in_count; i++)
        want[i] = h.x[0][i];
    harness_forward(&h, true);
    assert_close("undo", h.out_count, h.y, want, 8 * REAL_EPSILON);
    free(want);
    harness_stop(&h);
}

/* In inference a sample has the same bits alone and in a batch (claims: batch-free). */
static void test_batch_free_inference(void **state)
{
    (void)state;
    for (int k = 0; k < NORMS; k++) {
        struct instance h;
        size_t size;
        real *batch;

        harness_start(&h, all_norms[k], IMAGE, 4, 21);
        size = shape_size(IMAGE);
        harness_forward(&h, true); /* moves the running statistics */
        harness_forward(&h, false);
        batch = xcalloc(h.out_count, sizeof *batch);
        memcpy(batch, h.y, h.out_count * sizeof *batch);
        h.io.n = 1;
        for (int n = 0; n < 4; n++) {
            h.io.x[0] = h.x[0] + n * size;
            harness_forward(&h, false);
            assert_memory_equal(h.y, batch + n * size, size * sizeof(real));
        }
        free(batch);
        harness_stop(&h);
    }
}

/* Padding that the mask leaves out changes no bit of the valid positions. */
static void test_mask_shields_from_padding(void **state)
{
    static const unsigned char mask[2 * 6] = {1, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0};

    (void)state;
    for (int k = 0; k < NORMS; k++) {
        struct instance h;
        real *first;

        harness_start(&h, all_norms[k], shape_sequence(6, 12), 2, 4);
        h.io.mask = mask;
        harness_forward(&h, true);
        first = xcalloc(h.out_count, sizeof *first);
        memcpy(first, h.y, h.out_count * sizeof *first);
        for (int p = 0; p < 12; p++)
            for (int c = 0; c < 12 && !mask[p]; c++)
                h.x[0][p * 12 + c] = (real)1e3;
        harness_forward(&h, true);
        for (int p = 0; p < 12; p++)
            if (mask[p])
                assert_memory_equal(h.y + p * 12, first + p * 12, 12 * sizeof(real));
        free(first);
        harness_stop(&h);
    }
}

/* A sample without any valid position gives beta, not NaN, and no gradient; of one position as of six. */
static void test_mask_of_nothing(void **state)
{
    static const char *const within[] = {"layernorm", "groupnorm groups=4", "rmsnorm affine=both",
                                         "instancenorm", "frn learn_eps=1"};
    static const unsigned char mask[2 * 6] = {1, 1, 1, 1, 1, 1};
    enum { WITHIN = sizeof within / sizeof *within };

    (void)state;
    for (int k = 0; k < NORMS + 2 * WITHIN; k++) {
        int steps = k < NORMS || k % 2 ? 6 : 1;
        const char *spec = k < NORMS ? all_norms[k] : within[(k - NORMS) / 2];
        struct instance h;

        if (steps == 1 && strcmp(spec, "instancenorm") == 0)
            continue;
        harness_start(&h, spec, shape_sequence(steps, 12), 2, 4);
        h.io.mask = steps == 6 ? mask : mask + 5; /* the second sample has none */
        harness_forward(&h, true);
        harness_backward(&h);
        for (size_t i = 0; i < h.out_count; i++)
            assert_true(isfinite(h.y[i]) && isfinite(h.dx[0][i]));
        for (size_t i = h.out_count / 2; k >= NORMS && i < h.out_count; i++) {
            assert_true(h.y[i] == h.param[h.layer.param[1].offset + i % 12]);
            assert_true(h.dx[0][i] == 0);
        }
        harness_stop(&h);
    }
}

/* Root mean square of 1 2 3 4: sqrt(7.5). With one channel, the mean is left alone there as with several. */
static void test_rmsnorm_of_one_channel(void **state)
{
    struct instance h;

    (void)state;
    harness_start(&h, "rmsnorm affine=none eps=0", shape_sequence(4, 1), 1, 1);
    for (int i = 0; i < 4; i++)
        h.x[0][i] = (real)(i + 1);
    harness_forward(&h, true);
    harness_backward(&h);
    for (int i = 0; i < 4; i++) {
        double xhat = (i + 1) / sqrt(7.5), mean = 0;

        for (int j = 0; j < 4; j++)
            mean += h.dy[j] * (j + 1) / sqrt(7.5) / 4;
        assert_true(fabs(h.y[i] - xhat) < 4 * REAL_EPSILON);
        assert_true(fabs(h.dx[0][i] - (h.dy[i] - xhat * mean) / sqrt(7.5)) < 8 * REAL_EPSILON);
    }
    harness_stop(&h);
}

/* Without eps, y(a x) = y(x) and dx(a x) = dx(x) / a, from the largest numbers to the smallest: a a power of
 * two costs no digit, so what differs is what the passes lose. gamma scales y and dx, and dy dx. */
static void test_magnitudes(void **state)
{
    static const char *const specs[] = {"batchnorm",
                                        "layernorm",
                                        "layernorm over=token",
                                        "instancenorm",
                                        "rmsnorm",
                                        "rmsnorm over=token",
                                        "groupnorm groups=4",
                                        "batchnorm over=step",
                                        "batchnorm scale=l1",
                                        "batchnorm scale=linf",
                                        "batchnorm ghost=2",
                                        "batchgroupnorm groups=4",
                                        "batchrenorm",
                                        "frn",
                                        "scalenorm"};
    static const struct {
        int power, gamma_power, dy_power; /* of two */
    } scales[] = {{67, 0, 60}, {100, 0, 27}, {123, 0, 0},  {-67, 0, -83}, {-80, 0, -60},
                  {67, 0, 0},  {70, 0, 0},   {100, 0, 0},  {116, 0, 0},   {-67, 0, 0},
                  {-90, 0, 0}, {-116, 0, 0}, {33, -83, 0}, {50, -70, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++)
        for (size_t k = 0; k < sizeof scales / sizeof *scales; k++)
            for (int masked = 0; masked < 2; masked++) {
                static const unsigned char mask[3 * 7] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                                                          1, 0, 0, 1, 1, 0, 0, 0, 0, 0};
                double a = ldexp(1, scales[k].power), g = ldexp(1, scales[k].gamma_power),
                       d = ldexp(1, scales[k].dy_power), most = 0;
                char *spec = format_new("%s eps=0 affine=scale", specs[i]);
                struct instance one, scaled;

                harness_start(&one, spec, shape_sequence(7, 12), 3, 4);
                harness_start(&scaled, spec, shape_sequence(7, 12), 3, 4);
                one.io.mask = scaled.io.mask = masked ? mask : NULL;
                for (size_t j = 0; j < one.in_count; j++)
                    scaled.x[0][j] = (real)(one.x[0][j] * a);
                for (size_t j = 0; j < one.layer.param_reals; j++)
                    scaled.param[j] = (real)(one.param[j] * g);
                for (size_t j = 0; j < one.out_count; j++)
                    scaled.dy[j] = (real)(one.dy[j] * d);
                harness_forward(&one, true);
                harness_forward(&scaled, true);
                harness_backward(&one);
                harness_backward(&scaled);
                for (size_t j = 0; j < one.in_count; j++)
                    most = fmax(most, fabs((double)one.dx[0][j]));
                for (size_t j = 0; j < one.in_count; j++) {
                    double y = scaled.y[j] / g, dx = scaled.dx[0][j] * a / g / d;

                    if (!(fabs(y - one.y[j]) <= 64 * REAL_EPSILON * (1 + fabs((double)one.y[j]))) ||
                        !(fabs(dx - one.dx[0][j]) <= 64 * REAL_EPSILON * most))
                        fail_msg(
                            "%s, masked %d, x times 2^%d, gamma 2^%d: y %g for %g, dx %g for %g",
                            spec, masked, scales[k].power, scales[k].gamma_power, y, one.y[j], dx,
                            one.dx[0][j]);
                }
                free(spec);
                harness_stop(&one);
                harness_stop(&scaled);
            }
}

/* One valid position: the mean moves, the variance, of which nothing is known, stays. */
static void test_mask_of_one(void **state)
{
    static const unsigned char mask[6] = {0, 0, 1, 0, 0, 0};
    struct instance h;

    (void)state;
    harness_start(&h, "batchnorm momentum=1", shape_sequence(3, 4), 2, 4);
    h.io.mask = mask;
    harness_forward(&h, true);
    for (int c = 0; c < 4; c++) {
        assert_true(h.state[h.layer.state[0].offset + c] == h.x[0][2 * 4 + c]);
        assert_true(h.state[h.layer.state[1].offset + c] == 1);
    }
    harness_stop(&h);
}

/* Nor does a cumulative average count such a batch: the next one is the first. */
static void test_mask_of_one_in_cma(void **state)
{
    static const unsigned char one[6] = {0, 0, 1, 0, 0, 0};
    struct instance h, fresh;

    (void)state;
    harness_start(&h, "batchnorm momentum=cma", shape_sequence(3, 4), 2, 4);
    harness_start(&fresh, "batchnorm momentum=cma", shape_sequence(3, 4), 2, 4);
    h.io.mask = one;
    harness_forward(&h, true);
    assert_memory_equal(h.state, fresh.state, h.layer.state_reals * sizeof(real));
    h.io.mask = NULL;
    harness_forward(&h, true);
    harness_forward(&fresh, true);
    assert_memory_equal(h.state, fresh.state, h.layer.state_reals * sizeof(real));
    harness_stop(&h);
    harness_stop(&fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_group_of_all_is_layernorm),
        cmocka_unit_test(test_group_of_one_is_instancenorm),
        cmocka_unit_test(test_batchnorm_of_one_sample_is_instancenorm),
        cmocka_unit_test(test_ghost_is_workers),
        cmocka_unit_test(test_ghost_of_all_and_of_one),
        cmocka_unit_test(test_ghost_that_leaves_one_value),
        cmocka_unit_test(test_layernorm_of_one_position),
        cmocka_unit_test(test_invariance),
        cmocka_unit_test(test_constant_gives_beta),
        cmocka_unit_test(test_large_mean),
        cmocka_unit_test(test_l1_of_normal_numbers),
        cmocka_unit_test(test_scales_by_hand),
        cmocka_unit_test(test_toy_example),
        cmocka_unit_test(test_undo),
        cmocka_unit_test(test_batch_free_inference),
        cmocka_unit_test(test_mask_shields_from_padding),
        cmocka_unit_test(test_mask_of_nothing),
        cmocka_unit_test(test_rmsnorm_of_one_channel),
        cmocka_unit_test(test_magnitudes),
        cmocka_unit_test(test_mask_of_one),
        cmocka_unit_test(test_mask_of_one_in_cma),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
