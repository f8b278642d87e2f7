/* The probes gradients, shift, landscape and landscape_far against PyTorch: golden/probe_gradients.h5. */
#include "golden_numbers.h"
#include "support.h"

#include "base/arena.h"
#include "base/list.h"
#include "data_sets.h"
#include "store/hdf5/h5.h"
#include "train/session.h"
#include <math.h>

static struct h5_file *golden;

static struct h5_array get(const char *group, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", group, name));
}

/* Writes an IDX file with the bytes of an array. */
static void put_idx(const char *path, const struct h5_array *a)
{
    uint8_t *bytes = xcalloc(h5_count(a) + 16, 1);
    int dim[3] = {(int)a->dim[0], a->rank > 1 ? (int)a->dim[1] : 1,
                  a->rank > 2 ? (int)a->dim[2] : 1};
    size_t n = idx_header(bytes, a->rank, dim);

    for (size_t i = 0; i < h5_count(a); i++)
        bytes[n++] = (uint8_t)((double *)a->data)[i];
    put_file(path, bytes, n, false);
    free(bytes);
}

/* Writes the case's images and labels as the set PREFIX, for training and for testing; returns PREFIX. */
static char *put_data(const char *name)
{
    struct h5_array images = get(name, "images"), labels = get(name, "labels");
    char *prefix = test_path(name);

    for (int i = 0; i < 2; i++) {
        char *file = format_new("%s-%s-images-idx3-ubyte", prefix, i ? "t10k" : "train");
        char *classes = format_new("%s-%s-labels-idx1-ubyte", prefix, i ? "t10k" : "train");

        put_idx(file, &images);
        put_idx(classes, &labels);
        free(file);
        free(classes);
    }
    h5_array_clear(&images);
    h5_array_clear(&labels);
    return prefix;
}

static struct trial *open_case(const char *name, struct trial_result *result)
{
    struct config c = {0};
    char *group = format_new("/%s", name), *prefix = put_data(name),
         *data = format_new("idx:%s", prefix);
    char *keys = h5_get_text(golden, group, "keys"), *net = h5_get_text(golden, group, "net");
    struct trial *t;

    config_set(&c, "data", data);
    config_set(&c, "data_seed", "first");
    config_set(&c, "net", net);
    config_set(&c, "input", "unit");
    config_set(&c, "probe", "gradients+shift+landscape+landscape_far");
    config_set(&c, "probe_at", "every-1");
    assert_int_equal(config_parse(&c, keys), 0);
    t = trial_open(&c, result);
    assert_non_null(t);
    config_clear(&c);
    free(group);
    free(prefix);
    free(data);
    free(keys);
    free(net);
    return t;
}

/* Sets all parameters, in the order of the net's text. */
static void set_parameters(struct net *n, const char *name)
{
    struct h5_array all = get(name, "param");
    size_t at = 0;

    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);

        for (int j = 0; k && j < k->layer.params; j++)
            for (size_t e = 0; e < k->layer.param[j].count; e++)
                n->param[k->param_at + k->layer.param[j].offset + e] =
                    (real)((double *)all.data)[at++];
    }
    assert_int_equal(at, h5_count(&all));
    h5_array_clear(&all);
}

/* Values of profiles are rounded to the 24 bits of a float. */
#define ROUNDING ldexp(1, -24)

/* The size of the numbers that a column is a difference of, so that rounding counts against these: differences of
 * losses and of gradients are much smaller. norm: of the gradient. */
static double scale(const char *column, double want, double norm)
{
    double of = 0;

    if (text_starts_with(column, "loss_"))
        of = 1;
    else if (strcmp(column, "shift") == 0 || text_starts_with(column, "change_"))
        of = norm;
    else if (text_starts_with(column, "relative") || text_starts_with(column, "cosine"))
        of = 1;
    else if (strcmp(column, "smoothness") == 0)
        of = 20 * fabs(want);
    return fmax(of, fabs(want));
}

static void check_probe(const char *name, const struct trial_result *result, const char *probe,
                        int point)
{
    const struct profile *p = profiles_find(&result->profiles, probe);
    char *array = format_new("%s_%d", probe, point), *columns = h5_get_text(golden, "/", probe);
    struct h5_array want = get(name, array);
    struct list column = {0};

    assert_non_null(p);
    list_split(&column, columns, " ");
    assert_int_equal(column.count, p->columns);
    assert_int_equal(p->layer.count, want.dim[1]);
    for (int i = 0; i < column.count; i++)
        for (int k = 0; k < p->layer.count; k++) {
            const double *at = (double *)want.data + k;
            const char *c = column.item[i];
            double w = at[i * p->layer.count], got, norm = 0, most;

            if (profile_column(p, "norm") >= 0)
                norm = *profile_at(p, point, k, profile_column(p, "norm"));
            assert_in_range(profile_column(p, c), 0, p->columns - 1);
            got = *profile_at(p, point, k, profile_column(p, c));
            most = 100 * REAL_EPSILON * scale(c, w, norm) + ROUNDING * fabs(w);
            if (isnan(w) ? !isnan(got) : !(fabs(got - w) <= most))
                fail_msg("%s: %s of %s, layer %d, is %.9g, not %.9g", name, c, array, k, got, w);
        }
    list_clear(&column);
    h5_array_clear(&want);
    free(array);
    free(columns);
}

static void test_case(void **state)
{
    const char *name = *state;
    char *group = format_new("/%s", name);
    struct trial_result result;
    struct trial *t = open_case(name, &result);
    struct probes *probes;
    int points = (int)h5_get_number(golden, group, "points");

    set_parameters(&t->net, name);
    assert_int_equal(probes_open(&probes, t), 0);
    for (int point = 0; point < points; point++) {
        if (point > 0) {
            trial_epoch(t, point);
            trial_step(t, 0);
        }
        probes_measure(probes);
        for (int i = 0; i < result.profiles.count; i++)
            check_probe(name, &result, profile_name(&result.profiles.item[i]), point);
    }
    probes_close(probes);
    trial_close(t);
    trial_result_clear(&result);
    free(group);
}

/* Runs a small net on series of several lengths and reads the gradients' mean squares of all layers; returns their
 * number. */
static int squares_of_series(const char *more, double *squares)
{
    struct config c = {0};
    struct trial_result r;
    int layers;

    config_set(
        &c, "net",
        "conv1d 8 k=3; layernorm over=token; relu; conv1d 8 k=3; relu; mean; dense ${classes}");
    assert_int_equal(
        config_parse(&c,
                     "data=synthetic-series train_count=64 test_count=32 epochs=0 probe=gradients "
                     "batch=16 probe_samples=32"),
        0);
    assert_int_equal(config_parse(&c, more), 0);
    assert_int_equal(trial_run(&c, &r, NULL, NULL), 0);
    layers = r.profiles.item[0].layer.count;
    for (int i = 0; i < layers; i++) {
        squares[2 * i] =
            *profile_at(r.profiles.item, 0, i, profile_column(r.profiles.item, "pre_ms"));
        squares[2 * i + 1] =
            *profile_at(r.profiles.item, 0, i, profile_column(r.profiles.item, "post_norm"));
    }
    trial_result_clear(&r);
    config_clear(&c);
    return layers;
}

/* Padding changes nothing: its positions do not count. */
static void test_padding(void **state)
{
    double little[6], much[6];

    (void)state;
    assert_int_equal(squares_of_series("pad=0", little), 3);
    assert_int_equal(squares_of_series("pad=0.5", much), 3);
    for (int i = 0; i < 6; i++)
        if (!(fabs(much[i] - little[i]) <= (100 * REAL_EPSILON + 2 * ROUNDING) * little[i] &&
              little[i] > 0))
            fail_msg("number %d is %g without extra padding, and %g with it", i, little[i],
                     much[i]);
}

int main(void)
{
    char *path = test_source("golden/probe_gradients.h5");
    char **name;
    int names, failed;
    struct CMUnitTest *tests;

    golden = h5_open(path);
    names = golden ? h5_list(golden, "/", &name) : 0;
    tests = xcalloc((size_t)names + 1, sizeof *tests);
    tests[names] = (struct CMUnitTest)cmocka_unit_test(test_padding);
    for (int i = 0; i < names; i++)
        tests[i] = (struct CMUnitTest){name[i], test_case, NULL, NULL, name[i]};
    failed = names
                 ? _cmocka_run_group_tests("probe_gradients", tests, (size_t)names + 1, NULL, NULL)
                 : 1;
    for (int i = 0; i < names; i++)
        free(name[i]);
    free(names ? name : NULL);
    free(tests);
    h5_close(golden);
    free(path);
    return failed;
}
