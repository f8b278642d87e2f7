/* The data sets themselves; two real ones are looked at where they are installed. */
#include "support.h"

#include "base/sha256.h"
#include "data_sets.h"
#include <math.h>

static char *given_data; /* NORMLAB_DATA as the test program found it */

static void test_registry(void **state)
{
    (void)state;
    for (const struct data_type *const *t = data_types; *t; t++) {
        assert_ptr_equal(data_type_find((*t)->name), *t);
        assert_non_null((*t)->usage);
        assert_non_null((*t)->install);
        assert_non_null((*t)->decode);
    }
    assert_null(data_type_find("mnis"));
}

/* Errors of assigning each test image to the class with the nearest mean of the training images. */
static int nearest_mean_errors(const struct data *d)
{
    size_t size = shape_size(d->shape);
    double *mean = xcalloc(10 * size, sizeof *mean);
    int count[10] = {0}, errors = 0;

    for (int i = 0; i < d->train.count; i++)
        count[d->train.label[i]]++;
    for (int i = 0; i < d->train.count; i++)
        for (size_t p = 0; p < size; p++)
            mean[d->train.label[i] * size + p] +=
                (double)d->train.image[(size_t)i * size + p] / count[d->train.label[i]];
    for (int i = 0; i < d->test.count; i++) {
        double least = INFINITY;
        int nearest = 0;

        for (int c = 0; c < 10; c++) {
            double sum = 0;

            for (size_t p = 0; p < size; p++)
                sum += pow(d->test.image[(size_t)i * size + p] - mean[(size_t)c * size + p], 2);
            if (sum < least) {
                least = sum;
                nearest = c;
            }
        }
        errors += nearest != d->test.label[i];
    }
    free(mean);
    return errors;
}

/* Neither trivial nor hopeless, the same at each opening, and without any file. */
static void test_synthetic(void **state)
{
    struct data d, again;
    struct text where = {0};
    int errors;

    (void)state;
    set_variable("NORMLAB_DATA", NULL);
    assert_true(data_locate("synthetic", &where));
    assert_string_equal(text_str(&where), "generated");
    text_clear(&where);
    open_silently(&d, "synthetic");
    open_silently(&again, "synthetic");
    assert_true(shape_equal(d.shape, shape_image(12, 12, 1)));
    assert_int_equal(d.train.count, 2000);
    assert_int_equal(d.test.count, 1000);
    assert_string_equal(d.sha256, again.sha256);
    assert_memory_equal(d.train.image, again.train.image, 2000 * 144);
    assert_int_equal(entries("cache", "", NULL, 0), 0);
    errors = nearest_mean_errors(&d);
    assert_in_range(errors, 30, 250); /* of 1000: a network must beat this, chance is 900 */
    data_close(&d);
    data_close(&again);
}

static void test_synthetic_rgb(void **state)
{
    struct data d;

    (void)state;
    open_silently(&d, "synthetic-rgb");
    assert_true(shape_equal(d.shape, shape_image(32, 32, 3)));
    assert_int_equal(d.train.count, 512);
    assert_int_equal(d.test.count, 128);
    for (int c = 0; c < 3; c++)
        assert_true(d.mean[c] > 110 && d.mean[c] < 145 && d.sd[c] > 20);
    assert_true(d.mean[0] != d.mean[1] && d.mean[1] != d.mean[2]);
    assert_in_range(nearest_mean_errors(&d), 1, 100); /* of 128; chance is 115 */
    data_close(&d);
}

/* ---- generated sequences ---- */

/* What holds of every generated set of sequences: the same at each opening, classes in turn, zeros, and
 * nothing but these, behind the ends. */
static void open_sequences(struct data *d, const char *name, int shortest)
{
    struct data again;

    open_silently(d, name);
    open_silently(&again, name);
    assert_string_equal(d->sha256, again.sha256);
    data_close(&again);
    assert_int_equal(entries("cache", "", NULL, 0), 0);
    for (int split = 0; split < 2; split++) {
        const struct data_split *s = split ? &d->test : &d->train;
        size_t c = (size_t)d->shape.c, size = shape_size(d->shape);

        for (int i = 0; i < s->count; i++) {
            assert_in_range(s->length[i], shortest, d->shape.h);
            assert_int_equal(s->label[i], i % d->classes);
            for (size_t k = 0; k < size; k++) {
                bool zero = s->series ? s->series[(size_t)i * size + k] == 0
                                      : s->image[(size_t)i * size + k] == 0;

                assert_true(zero == (k >= c * (size_t)s->length[i]));
            }
        }
    }
}

/* Errors on the test words of the likeliest language by pairs of letters. */
static int bigram_errors(const struct data *d)
{
    double seen[4][13][13];
    int errors = 0;

    for (int i = 0; i < 4 * 13 * 13; i++)
        seen[i / 169][i / 13 % 13][i % 13] = 0.1;
    for (int i = 0; i < d->train.count; i++)
        for (int t = 0, last = 0; t < d->train.length[i]; t++) {
            int now = d->train.image[i * d->shape.h + t];

            seen[d->train.label[i]][last][now]++;
            last = now;
        }
    for (int i = 0; i < d->test.count; i++) {
        double odds[4] = {0};
        int best = 0;

        for (int k = 0; k < 4; k++)
            for (int t = 0, last = 0; t < d->test.length[i]; t++) {
                int now = d->test.image[i * d->shape.h + t];
                double sum = 0;

                for (int other = 1; other < 13; other++)
                    sum += seen[k][last][other];
                odds[k] += log(seen[k][last][now] / sum);
                last = now;
            }
        for (int k = 1; k < 4; k++)
            best = odds[k] > odds[best] ? k : best;
        errors += best != d->test.label[i];
    }
    return errors;
}

static void test_synthetic_words(void **state)
{
    struct data d;

    (void)state;
    open_sequences(&d, "synthetic-words", 2);
    assert_true(shape_equal(d.shape, shape_sequence(12, 1)));
    assert_true(d.classes == 4 && d.tokens == 13);
    assert_true(d.train.count == 600 && d.test.count == 300);
    assert_true(d.mean[0] == 0 && d.sd[0] == 1);
    assert_in_range(bigram_errors(&d), 5, 100); /* of 300; chance is 225 */
    data_close(&d);
}

/* How fast each dimension moves, in units of its sd, and where it goes. */
static void series_features(const struct data *d, const struct data_split *s, int i, double *f)
{
    const float *x = s->series + (size_t)i * shape_size(d->shape);
    int n = s->length[i];

    for (int c = 0; c < 3; c++) {
        f[c] = f[3 + c] = 0;
        for (int t = 0; t < n; t++) {
            double z = (x[3 * t + c] - d->mean[c]) / d->sd[c];

            f[c] += t ? fabs(x[3 * t + c] - x[3 * t - 3 + c]) / d->sd[c] / (n - 1) : 0;
            f[3 + c] += z * (2.0 * t / (n - 1) - 1) * 2 / n;
        }
    }
}

static void test_synthetic_series(void **state)
{
    double centre[3][6] = {{0}}, f[6];
    int errors = 0;
    struct data d;

    (void)state;
    open_sequences(&d, "synthetic-series", 5);
    assert_true(shape_equal(d.shape, shape_sequence(20, 3)));
    assert_true(d.classes == 3 && d.tokens == 0 && d.train.image == NULL);
    assert_true(d.train.count == 450 && d.test.count == 210);
    assert_true(fabs(d.mean[1] - 5) < 0.05 && fabs(d.mean[2] + 200) < 5);
    assert_true(d.sd[1] > 0.05 && d.sd[1] < 0.2 && d.sd[2] > 20 && d.sd[2] < 80);
    for (int i = 0; i < d.train.count; i++) {
        series_features(&d, &d.train, i, f);
        for (int k = 0; k < 6; k++)
            centre[d.train.label[i]][k] += f[k] / 150;
    }
    for (int i = 0; i < d.test.count; i++) {
        double apart[3] = {0};
        int best = 0;

        series_features(&d, &d.test, i, f);
        for (int class = 0; class < 3; class ++)
            for (int k = 0; k < 6; k++)
                apart[class] += (f[k] - centre[class][k]) * (f[k] - centre[class][k]);
        for (int class = 1; class < 3; class ++)
            best = apart[class] < apart[best] ? class : best;
        errors += best != d.test.label[i];
    }
    assert_in_range(errors, 10, 100); /* of 210; chance is 140 */
    data_close(&d);
}

/* The targets follow from the bytes, and these are drawn as the usage says. */
static void test_toy(void **state)
{
    static const char *const names[] = {"toy-affine", "toy-identity"};
    static const double mean[] = {128, 0.6 * 255}, sd[] = {40, 0.2 * 255};

    (void)state;
    for (int k = 0; k < 2; k++) {
        struct data d;

        open_silently(&d, names[k]);
        assert_true(shape_equal(d.shape, shape_vector(1)));
        assert_true(d.classes == 1 && d.outputs == 1);
        assert_true(d.train.count == 2000 && d.test.count == 500);
        assert_true(fabs(d.mean[0] - mean[k]) < 3 && fabs(d.sd[0] - sd[k]) < 3);
        for (int split = 0; split < 2; split++) {
            const struct data_split *s = split ? &d.test : &d.train;

            for (int i = 0; i < s->count; i++) {
                double z = (s->image[i] - d.mean[0]) / d.sd[0];

                assert_int_equal(s->label[i], 0);
                assert_true(fabs(s->target[i] - (k ? s->image[i] / 255.0 : 5 * z + 2)) < 1e-5);
            }
        }
        assert_memory_not_equal(d.train.image, d.test.image, 500);
        data_close(&d);
    }
}

static void assert_idx_sha256(const struct text *where, const char *file, int rank,
                              const char *want)
{
    char *path = format_new("%s/%s.gz", text_str(where), file), hex[65];
    uint8_t header[16], *data;
    int dim[3];
    size_t size = 1;
    struct sha256 sum;

    if (!file_exists(path))
        *strrchr(path, '.') = '\0';
    assert_int_equal(rank == 3 ? idx_read_images(path, &dim[0], &dim[1], &dim[2], &(int){0}, &data)
                               : idx_read_labels(path, 10, &dim[0], &data),
                     0);
    for (int i = 0; i < rank; i++)
        size *= (size_t)dim[i];
    sha256_start(&sum);
    sha256_add(&sum, header, idx_header(header, rank, dim));
    sha256_add(&sum, data, size);
    sha256_end(&sum, hex);
    assert_string_equal(hex, want);
    free(data);
    free(path);
}

/* Looks for a set as the user would, or beside the source tree; skips the test where it is not. */
static void find_real(const char *name, struct text *where)
{
    char *beside = test_source("../../shared/data");

    set_variable("NORMLAB_DATA", given_data ? given_data : beside);
    free(beside);
    if (data_locate(name, where))
        return;
    print_message("%s is not here, looked in:\n%s\n", name, text_str(where));
    text_clear(where);
    if (strcmp(name, "fashion-mnist") == 0)
        skip_missing(name);
    skip_because("a data set that only normlab data fetch gets");
}

/* The sums are those of the unpacked files that several public projects check against. */
static void test_fashion_mnist(void **state)
{
    struct text where = {0};
    struct data d;

    (void)state;
    find_real("fashion-mnist", &where);
    assert_idx_sha256(&where, "train-images-idx3-ubyte", 3,
                      "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888");
    assert_idx_sha256(&where, "train-labels-idx1-ubyte", 1,
                      "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");
    assert_idx_sha256(&where, "t10k-images-idx3-ubyte", 3,
                      "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b");
    assert_idx_sha256(&where, "t10k-labels-idx1-ubyte", 1,
                      "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");
    open_silently(&d, "fashion-mnist");
    assert_int_equal(d.train.count, 60000);
    assert_int_equal(d.test.count, 10000);
    assert_int_equal(d.train.label[0], 9);
    assert_true(fabs(d.mean[0] / 255 - 0.2860) < 5e-5); /* as widely quoted */
    assert_true(fabs(d.sd[0] / 255 - 0.3530) < 5e-5);
    data_close(&d);
    text_clear(&where);
}

static void test_mnist(void **state)
{
    struct text where = {0};
    struct data d;

    (void)state;
    find_real("mnist", &where);
    assert_idx_sha256(&where, "train-images-idx3-ubyte", 3,
                      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
    assert_idx_sha256(&where, "train-labels-idx1-ubyte", 1,
                      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5");
    assert_idx_sha256(&where, "t10k-images-idx3-ubyte", 3,
                      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7");
    assert_idx_sha256(&where, "t10k-labels-idx1-ubyte", 1,
                      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    open_silently(&d, "mnist");
    assert_int_equal(d.train.label[0], 5);
    assert_true(fabs(d.mean[0] / 255 - 0.1307) < 5e-5);
    assert_true(fabs(d.sd[0] / 255 - 0.3081) < 5e-5);
    data_close(&d);
    text_clear(&where);
}

#define TEST_CASE(name) cmocka_unit_test_setup(test_##name, surround)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST_CASE(registry),         TEST_CASE(synthetic),
        TEST_CASE(synthetic_rgb),    TEST_CASE(synthetic_words),
        TEST_CASE(synthetic_series), TEST_CASE(toy),
        TEST_CASE(fashion_mnist),    TEST_CASE(mnist),
    };

    given_data = getenv("NORMLAB_DATA") ? xstrdup(getenv("NORMLAB_DATA")) : NULL;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
