/* The probes moments, percentiles, saturation and similarity against golden/probes.h5, which PyTorch, numpy and scipy
 * computed in float64; and what holds for every probe: it changes no bit of the training, and padding changes nothing. */
#include "golden_numbers.h"
#include "probed.h"

#include "data_sets.h"
#include "store/hdf5/h5.h"
#include <math.h>

static struct h5_file *golden;

static struct h5_array get(const char *group, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", group, name));
}

static void put_idx(const char *prefix, const char *what, const struct h5_array *a)
{
    int dim[4], rank = (int)a->rank;
    size_t n = h5_count(a), header;
    uint8_t *file = xcalloc(n + 64, 1);
    char *name = format_new("%s-%s", prefix, what);

    for (int i = 0; i < rank; i++)
        dim[i] = (int)a->dim[i];
    if (rank == 4 && dim[3] == 1)
        rank = 3;
    header = idx_header(file, rank, dim);
    for (size_t i = 0; i < n; i++)
        file[header + i] = (uint8_t)((double *)a->data)[i];
    put_file(name, file, header + n, false);
    free(file);
    free(name);
}

/* Writes the case's images as a training and a test set, and starts a trial of its net on them. */
static void start_case(struct probed *p, const char *name)
{
    struct h5_array pixels = get(name, "pixels"), labels = get(name, "labels");
    char *group = format_new("/%s", name), *prefix = test_path(name),
         *net = h5_get_text(golden, group, "net"), *config;

    put_idx(prefix, "train-images-idx3-ubyte", &pixels);
    put_idx(prefix, "train-labels-idx1-ubyte", &labels);
    put_idx(prefix, "t10k-images-idx3-ubyte", &pixels);
    put_idx(prefix, "t10k-labels-idx1-ubyte", &labels);
    config =
        format_new("data=\"idx:%s\" data_seed=first input=unit batch=%d net=\"%s\" probe_at=0-1-2 "
                   "probe=moments+percentiles+saturation+similarity",
                   prefix, (int)h5_get_number(golden, group, "batch"), net);
    probed_start(p, config);
    h5_array_clear(&pixels);
    h5_array_clear(&labels);
    free(group);
    free(prefix);
    free(net);
    free(config);
}

static void set_params(const struct net *n, const char *group)
{
    int at = 0;

    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];
            real *v = n->param + n->node[i].param_at + p->offset;
            char name[32];
            struct h5_array a;

            snprintf(name, sizeof name, "param/%03d", at++);
            a = get(group, name);
            assert_int_equal(h5_count(&a), p->count);
            for (size_t e = 0; e < p->count; e++)
                v[e] = (real)((double *)a.data)[e];
            h5_array_clear(&a);
        }
}

/* NaN is equal to NaN. */
static void assert_value(const char *what, double got, double want)
{
    double allowed = 200 * REAL_EPSILON * fmax(1, fabs(want));

    if (isnan(want) ? !isnan(got) : !(fabs(got - want) <= allowed))
        fail_msg("%s: %.9g, not %.9g", what, got, want);
}

/* Compares all columns of a probe, also those that must have no value. */
static void check_probe(struct probed *p, const char *group, const char *probe, int point)
{
    struct h5_array want = get(group, probe);
    char *object = format_new("/%s/%s", group, probe),
         *names = h5_get_text(golden, object, "columns");
    const struct profile *profile = profiles_find(&p->result.profiles, probe);
    struct list name = {0};

    list_split(&name, names, " ");
    assert_int_equal(probed_layers(p, probe), (int)want.dim[0]);
    assert_int_equal(name.count, (int)want.dim[1]);
    for (int layer = 0; layer < (int)want.dim[0]; layer++) {
        int with = 0;

        for (int i = 0; i < name.count; i++) {
            char *what = format_new("%s layer %d %s", object, layer, name.item[i]);
            double wanted = ((double *)want.data)[layer * name.count + i];

            assert_value(what, probed_value(p, probe, name.item[i], point, layer), wanted);
            with += !isnan(wanted);
            free(what);
        }
        for (int i = 0; i < profile->columns; i++)
            with -= strncmp(profile->column[i].name, "unit_", 5) != 0 &&
                    !isnan(*profile_at(profile, point, layer, i));
        assert_int_equal(with, 0);
    }
    list_clear(&name);
    h5_array_clear(&want);
    free(object);
    free(names);
}

/* The percentiles of the unit that the seed drew are those of some unit. */
static void check_unit(struct probed *p, const char *group, int point)
{
    static const char *const column[] = {"unit_p15", "unit_p50", "unit_p85"};

    for (int layer = 0; layer < probed_layers(p, "percentiles"); layer++) {
        char name[32];
        struct h5_array want;
        int equal = 0;

        snprintf(name, sizeof name, "of_units/%d", layer);
        want = get(group, name);
        for (size_t u = 0; u < want.dim[0]; u++) {
            bool same = true;

            for (int i = 0; i < 3; i++)
                same = same && fabs(probed_value(p, "percentiles", column[i], point, layer) -
                                    ((double *)want.data)[3 * u + (size_t)i]) < 200 * REAL_EPSILON;
            equal += same;
        }
        assert_int_equal(equal, 1);
        h5_array_clear(&want);
    }
}

static void golden_case(void **state)
{
    static const char *const probe[] = {"moments", "percentiles", "saturation", "similarity"};
    const char *name = *state;
    struct probed p;

    start_case(&p, name);
    for (int point = 0;; point++) {
        char *group = format_new("%s/%d", name, point), *object = format_new("/%s", group);
        bool more = h5_exists(golden, object);

        if (more) {
            set_params(&p.trial->net, group);
            probed_measure(&p, point);
            for (int i = 0; i < 4; i++)
                check_probe(&p, group, probe[i], point);
            check_unit(&p, group, point);
        }
        free(group);
        free(object);
        if (!more)
            break;
    }
    probed_stop(&p);
}

/* A trial's curves with a probe, or with probe NULL none. */
static void run(const char *probe, struct trial_result *r)
{
    struct config c = {0};

    assert_int_equal(config_parse(&c,
                                  "data=synthetic train_count=96 test_count=64 epochs=2 "
                                  "evals_per_epoch=2 batch=16 momentum=0.9 "
                                  "net=\"conv2d 4; batchnorm; relu; dropout 0.3; flatten; dense 9; "
                                  "sigmoid; dense 10\""),
                     0);
    if (probe)
        config_set(&c, "probe", probe);
    assert_int_equal(trial_run(&c, r, NULL, NULL), 0);
    config_clear(&c);
}

static void assert_same_bits(const char *probe, const struct trial_result *a,
                             const struct trial_result *b)
{
    for (int i = 0; i < 6; i++) {
        static const enum metric metric[] = {METRIC_train_loss, METRIC_test_loss,
                                             METRIC_test_error, METRIC_grad_norm,
                                             METRIC_gamma_mean, METRIC_beta_mean};

        if (memcmp(a->curve[metric[i]], b->curve[metric[i]],
                   ((size_t)a->points + 1) * sizeof(double)))
            fail_msg("the probe %s changes the training", probe);
    }
}

static void test_training_has_the_same_bits(void **state)
{
    struct trial_result without;

    (void)state;
    run(NULL, &without);
    assert_int_equal(without.profiles.count, 0);
    for (int i = 0; probe_name_at(i); i++) {
        struct trial_result with;

        run(probe_name_at(i), &with);
        assert_int_equal(with.profiles.count, 1);
        assert_int_equal(with.profiles.points, 5);
        assert_true(with.probe_seconds > 0);
        assert_same_bits(probe_name_at(i), &with, &without);
        trial_result_clear(&with);
    }
    trial_result_clear(&without);
}

/* Series with and without extra padding, in a net whose layers all respect the mask. They are so few that all values are
 * kept for percentiles. */
static void test_padding_does_not_count(void **state)
{
    static const char *const probe[] = {"moments", "percentiles", "saturation", "similarity"};
    struct probed p[2];
    double values = 0;

    (void)state;
    for (int i = 0; i < 2; i++) {
        char *config = format_new(
            "data=synthetic-series train_count=8 batch=4 probe_samples=8 pad=%s probe_at=0-1 "
            "probe=moments+percentiles+saturation+similarity "
            "net=\"conv1d 6 k=3; batchnorm masked=1; relu; conv1d 5 k=3; layernorm over=token; sigmoid; mean; dense 3\"",
            i ? "0.5" : "0");

        probed_start(&p[i], config);
        probed_measure(&p[i], 0);
        p[i].trial->net.param[0] += (real)0.5;
        probed_measure(&p[i], 1);
        free(config);
    }
    for (int i = 0; i < 4; i++) {
        const struct profile *a = profiles_find(&p[0].result.profiles, probe[i]),
                             *b = profiles_find(&p[1].result.profiles, probe[i]);

        for (int j = 0; j < 2 * a->layer.count * a->columns; j++) {
            const char *column = a->column[j % a->columns].name;
            char *what =
                format_new("%s %s layer %d", probe[i], column, j / a->columns % a->layer.count);

            assert_value(what, b->value[j], a->value[j]);
            free(what);
            values += !isnan(a->value[j]);
        }
    }
    assert_true(values > 60);
    probed_stop(&p[0]);
    probed_stop(&p[1]);
}

int main(void)
{
    char *path = test_source("golden/probes.h5");
    const struct CMUnitTest tests[] = {
        {"golden_mlp", golden_case, NULL, NULL, "mlp"},
        {"golden_conv", golden_case, NULL, NULL, "conv"},
        {"golden_residual", golden_case, NULL, NULL, "residual"},
        cmocka_unit_test(test_training_has_the_same_bits),
        cmocka_unit_test(test_padding_does_not_count),
    };
    int r;

    golden = h5_open(path);
    free(path);
    r = golden ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
    h5_close(golden);
    return r;
}
