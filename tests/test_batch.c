/* Batches: what augmentation may do to an image, what distortion does, and targets. */
#include "support.h"

#include "base/rng.h"
#include "train/batch.h"
#include <math.h>
#include <string.h>

/* A 2x3 image with a channel: every flip and shift that occurs is one of those that may. */
static void test_augmentation(void **state)
{
    static const uint8_t image[6] = {1, 2, 3, 4, 5, 6}, label[1] = {4};
    struct data d = {.shape = shape_image(2, 3, 1),
                     .classes = 10,
                     .mean = (const double[]){0},
                     .sd = (const double[]){1}};
    struct data_split split = {.count = 1, .image = image, .label = label};
    struct batch_source s;
    int32_t index = 0;
    uint8_t out_label;
    int flips = 0, seen[3][3] = {{0}};
    real x[6];

    (void)state;
    batch_source_init(&s, &d, &split, INPUT_RAW);
    batch_fill(&s, 1, &index, true, 1, x, &out_label);
    for (int i = 0; i < 6; i++)
        assert_true(x[i] == image[i]);
    assert_int_equal(out_label, 4);
    s.flip = true;
    s.crop = 1;
    for (uint64_t key = 0; key < 400; key++) {
        bool found = false;

        batch_fill(&s, 1, &index, true, key, x, &out_label);
        for (int mirror = 0; mirror < 2; mirror++)
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++) {
                    bool same = true;

                    for (int i = 0; i < 6; i++) {
                        int y = i / 3 + dy, c = (mirror ? 2 - i % 3 : i % 3) + dx;
                        bool inside = y >= 0 && y < 2 && c >= 0 && c < 3;

                        same = same && x[i] == (inside ? image[y * 3 + c] : 0);
                    }
                    if (same && !found) {
                        found = true;
                        flips += mirror;
                        seen[dy + 1][dx + 1]++;
                    }
                }
        assert_true(found);
    }
    assert_true(flips > 120 && flips < 280);
    for (int i = 0; i < 9; i++)
        assert_true(seen[i / 3][i % 3] > 20);
}

/* ---- distortion ---- */

enum { IMAGES = 12, SIZE = 2 * 3 * 3 };

static const struct shape shape = {3, 2, 3, 3};
static uint8_t images[IMAGES * SIZE], labels[IMAGES];
static const struct data set = {.shape = {3, 2, 3, 3},
                                .classes = 10,
                                .outputs = 10,
                                .train = {.count = IMAGES, .image = images, .label = labels},
                                .mean = (const double[]){110, 130, 125},
                                .sd = (const double[]){40, 50, 60}};

static void open_source(struct batch_source *s, int input)
{
    struct rng r = rng_stream(2, "images");

    for (int i = 0; i < IMAGES * SIZE; i++)
        images[i] = (uint8_t)rng_below(&r, 256);
    batch_source_init(s, &set, &set.train, input);
}

/* One image, by the formula: m + c (v - m) + b, not clipped, then scaled as any. */
static void distorted(int input, double contrast, double brightness, uint64_t seed, int image,
                      double *x)
{
    const uint8_t *v = images + image * SIZE;
    struct rng r = rng_from_key(rng_key(seed, "distort", (uint64_t)image));
    double c = 1 - contrast + 2 * contrast * rng_uniform(&r);
    double b = 255 * (2 * brightness * rng_uniform(&r) - brightness), m = 0;

    for (int i = 0; i < SIZE; i++)
        m += (double)v[i] / SIZE;
    for (int i = 0; i < SIZE; i++) {
        double pixel = m + c * (v[i] - m) + b;

        x[i] = input == INPUT_RAW    ? pixel
               : input == INPUT_UNIT ? pixel / 255
                                     : (pixel - set.mean[i % 3]) / set.sd[i % 3];
    }
}

static void test_distortion_formula(void **state)
{
    static const double amount[][2] = {{0.5, 0}, {0, 0.3}, {1, 1}};
    double want[SIZE], least = 0, most = 0;
    struct batch_source s;
    uint8_t label;
    real x[SIZE];

    (void)state;
    assert_true(shape_size(shape) == SIZE);
    for (int input = 0; input < 3; input++)
        for (int k = 0; k < 3; k++)
            for (int32_t i = 0; i < IMAGES; i++) {
                open_source(&s, input);
                s.contrast = amount[k][0];
                s.brightness = amount[k][1];
                s.seed = 7;
                batch_fill(&s, 1, &i, false, 0, x, &label);
                distorted(input, amount[k][0], amount[k][1], 7, i, want);
                assert_close("pixels", SIZE, x, want, 8 * REAL_EPSILON);
                for (int j = 0; input == INPUT_RAW && j < SIZE; j++) {
                    least = fmin(least, x[j]);
                    most = fmax(most, x[j]);
                }
            }
    assert_true(least < -50 && most > 305); /* not clipped */
}

/* An image's distortion depends on the seed and the image alone: not on who else is in the batch, nor on
 * what else a trial changes. */
static void test_distortion_is_paired(void **state)
{
    static const int32_t all[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, some[] = {7, 2, 7};
    struct batch_source s, other;
    uint8_t label[IMAGES];
    real x[IMAGES * SIZE], y[3 * SIZE];

    (void)state;
    open_source(&s, INPUT_STANDARD);
    s.contrast = 0.4;
    s.brightness = 0.2;
    s.seed = 3;
    other = s;
    batch_fill(&s, IMAGES, all, false, 0, x, label);
    batch_fill(&other, 3, some, true, 99, y, label);
    for (int i = 0; i < 3; i++)
        assert_memory_equal(y + i * SIZE, x + some[i] * SIZE, SIZE * sizeof(real));
    other.seed = 4;
    batch_fill(&other, 3, some, false, 0, y, label);
    assert_memory_not_equal(y, x + some[0] * SIZE, SIZE * sizeof(real));
    /* With one of the two at 0, the other draws what it drew before. */
    other = s;
    other.brightness = 0;
    batch_fill(&other, 1, some, false, 0, y, label);
    for (int i = 1; i < SIZE; i++) {
        double slope = ((double)x[some[0] * SIZE + i] - x[some[0] * SIZE]) - ((double)y[i] - y[0]);
        int c = i % 3;

        assert_true(c != 0 || fabs(slope) < 1e-5); /* same contrast, so same differences */
    }
}

static void test_no_distortion(void **state)
{
    static const int32_t all[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    struct batch_source s, plain;
    uint8_t label[IMAGES];
    real x[IMAGES * SIZE], y[IMAGES * SIZE];

    (void)state;
    open_source(&s, INPUT_STANDARD);
    plain = s;
    s.seed = 3;
    batch_fill(&s, IMAGES, all, false, 0, x, label);
    batch_fill(&plain, IMAGES, all, false, 0, y, label);
    assert_memory_equal(x, y, sizeof x);
}

static void test_targets(void **state)
{
    static const float targets[IMAGES * 2] = {0, 1, 2, 3, 4, 5.5F, 6, 7};
    static const int32_t index[] = {2, 0};
    struct data d = set;
    struct batch_source s;
    real got[4];

    (void)state;
    d.outputs = 2;
    d.train.target = targets;
    batch_source_init(&s, &d, &d.train, INPUT_RAW);
    batch_targets(&s, 2, index, got);
    assert_true(got[0] == 4 && got[1] == 5.5 && got[2] == 0 && got[3] == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_augmentation),
        cmocka_unit_test(test_distortion_formula),
        cmocka_unit_test(test_distortion_is_paired),
        cmocka_unit_test(test_no_distortion),
        cmocka_unit_test(test_targets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
