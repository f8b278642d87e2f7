/* Impossible values are refused: of each option of each table those beyond its bounds, and of each tensor those that no
 * training makes. Values that are accepted work: a layer with an option at a bound has finite outputs, and state that is
 * accepted in turn. A new option needs no line here; a new tensor of state needs one. */
#include "base/arena.h"
#include "base/number.h"
#include "base/system/file.h"
#include "harness.h"
#include "normlab.h"
#include "optimizers/optimizer.h"
#include "store/hdf5/h5.h"
#include "tools/apply.h"
#include "train/keys.h"
#include "train/trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- options ---- */

static _Alignas(16) unsigned char target[1 << 16]; /* an options struct */

/* Fails unless the option refuses the text, with a message, and keeps its value. */
static void assert_refused(const struct option *o, const char *value)
{
    static unsigned char before[sizeof target];
    const struct option table[] = {*o, {0}};
    struct text why = {0};

    memcpy(before, target, sizeof target);
    if (option_set(table, target, o->name, value, &why) != -1 || why.length == 0)
        fail_msg("option %s takes '%s'", o->name, value);
    assert_memory_equal(before, target, sizeof target);
    text_clear(&why);
}

static void assert_taken(const struct option *o, double value)
{
    const struct option table[] = {*o, {0}};
    struct text why = {0};
    char number[32];

    format_double(number, value);
    if (option_set(table, target, o->name, number, &why))
        fail_msg("option %s refuses its bound: %s", o->name, text_str(&why));
    text_clear(&why);
}

static void check_number(const struct option *o)
{
    static const char *const never[] = {
        "nan", "-nan", "inf", "-inf", "1e999", "", " ", "1x", "one", "--1", "99999999999999999999"};
    char beyond[2][32];
    bool whole = o->kind == OPTION_INT;

    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_refused(o, never[i]);
    if (whole) {
        assert_refused(o, "0.5");
        assert_refused(o, "2147483648");
        assert_refused(o, "-2147483649");
    }
    format_double(beyond[0], whole ? o->min - 1 : nextafter(o->min, -INFINITY));
    format_double(beyond[1], whole ? o->max + 1 : nextafter(o->max, INFINITY));
    assert_refused(o, beyond[0]);
    assert_refused(o, beyond[1]);
    assert_taken(o, o->min);
    assert_taken(o, o->max);
    /* words stand for -1, -2, ..., which must be no numbers that the option takes */
    assert_true(!o->choices || o->min > -1);
}

static void check_option(const struct option *o)
{
    static char long_text[OPTION_TEXT_MAX + 1];

    switch (o->kind) {
    case OPTION_INT:
    case OPTION_REAL:
        assert_true(isfinite(o->min) && isfinite(o->max) && o->min < o->max);
        check_number(o);
        break;
    case OPTION_BOOL:
        for (const char *const *v = (const char *const[]){"2", "-1", "", "true", "nan", NULL}; *v;
             v++)
            assert_refused(o, *v);
        break;
    case OPTION_CHOICE:
        for (const char *const *v = (const char *const[]){"", "-1", "nan", "|", o->choices, NULL};
             *v; v++)
            if (strchr(o->choices, '|') || *v != o->choices)
                assert_refused(o, *v);
        break;
    default:
        memset(long_text, 'x', sizeof long_text - 1);
        assert_refused(o, long_text);
        assert_refused(o, "a\"b");
    }
}

static int check_table(const struct option *o)
{
    int n = 0;

    for (; o && o->name; o++, n++)
        check_option(o);
    return n;
}

static void test_options(void **state)
{
    int n = 0;

    (void)state;
    for (int i = 0; layer_types[i]; i++)
        n += check_table(layer_types[i]->options);
    for (int i = 0; i < OPTIMIZERS; i++)
        n += check_table(optimizer_types[i]->options);
    for (int i = 0; zoo[i]; i++)
        n += check_table(zoo[i]->options);
    n += check_table(execution_keys);
    for (int i = 0; trial_option_at(i); i++, n++)
        check_option(trial_option_at(i));
    assert_true(n > 200);
}

/* Lists of numbers within one key. */
static void test_lists(void **state)
{
    static const struct {
        const char *keys, *message; /* NULL: taken */
    } lists[] = {
        {"schedule=step step_at=0.5-1-2e3", NULL},
        {"schedule=step step_at=inf", "step_at=inf: should be"},
        {"schedule=step step_at=1e400", "step_at=1e400: should be"},
        {"schedule=step step_at=nan", "step_at=nan: should be"},
        {"schedule=step step_at=0", "step_at=0: should be"},
        {"schedule=step step_at=-1", "step_at=-1: should be"},
        {"schedule=step step_at=20-10", "in ascending order"},
        {"schedule=step step_at=20-20", "in ascending order"},
        {"schedule=step step_at=20--30", "step_at=20--30: should be"},
        {"probe=moments probe_at=0-1-1000000000", NULL},
        {"probe=moments probe_at=every-1", NULL},
        {"probe=moments probe_at=-", "probe_at=-: write"},
        {"probe=moments probe_at=-1", "probe_at=-1: write"},
        {"probe=moments probe_at=1-", "probe_at=1-: write"},
        {"probe=moments probe_at=1--2", "probe_at=1--2: write"},
        {"probe=moments probe_at=every--1", "probe_at=every--1: write"},
        {"probe=moments probe_at=every-0", "probe_at=every-0: write"},
        {"probe=moments probe_at=1000000001", "probe_at=1000000001: write"},
        {"probe=moments probe_at=0.5", "probe_at=0.5: write"},
        {"probe=moments probe_at=2-1", "in ascending order"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct config c = {0}, complete = {0};
        struct text why = {0};
        int r;

        assert_int_equal(config_parse(&c, lists[i].keys), 0);
        config_set(&c, "norm", "none");
        r = trial_complete(&c, &complete, &why);
        if (!r != !lists[i].message || (r && !strstr(text_str(&why), lists[i].message)))
            fail_msg("%s: %d '%s'", lists[i].keys, r, text_str(&why));
        config_clear(&c);
        config_clear(&complete);
        text_clear(&why);
    }
}

/* ---- options at their bounds ---- */

enum { MOST_BYTES = 1 << 21 };

static void assert_finite(const char *spec, const char *what, size_t n, const real *v)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(v[i]))
            fail_msg("%s: %s[%zu] is %g", spec, what, i, (double)v[i]);
}

static void check_outcome(const char *spec, const struct instance *h)
{
    const struct layer *l = &h->layer;
    char why[LAYER_MESSAGE];

    assert_finite(spec, "y", h->out_count, h->y);
    assert_finite(spec, "dx", l->type->takes_tokens ? 0 : h->in_count, h->dx[0]);
    for (int i = 0; i < l->params; i++)
        assert_finite(spec, l->param[i].name, l->param[i].count, h->dparam + l->param[i].offset);
    for (int i = 0; i < l->states; i++)
        assert_finite(spec, l->state[i].name, l->state[i].count, h->state + l->state[i].offset);
    if (layer_check_state(l, h->state, why))
        fail_msg("%s: training makes a value that a file may not hold: %s", spec, why);
}

/* Trains three steps, and runs inference. */
static void run_layer(const char *spec, struct shape in)
{
    struct instance h;

    harness_start(&h, spec, in, 4, 5);
    for (int step = 0; step < 4; step++) {
        harness_forward(&h, step < 3);
        harness_backward(&h);
        check_outcome(spec, &h);
    }
    harness_stop(&h);
}

/* Runs the layer unless set-up refuses it with a message, or it is so large that it would only take time. */
static int run_at_bound(const struct layer_type *t, const char *example, const struct option *o,
                        double bound)
{
    char number[32], *spec;
    struct shape in = harness_shape(t, false);
    struct instance h;
    bool runs;

    format_double(number, bound);
    spec = format_new("%s %s %s=%s", t->name, example, o->name, number);
    runs = harness_setup(&h, spec, in, 4, 4) == 0;
    if (!runs && !*h.setup.message)
        fail_msg("%s: refused without a word", spec);
    runs = runs && h.layer.param_reals + h.layer.saved_bytes + h.layer.scratch_bytes +
                           4 * shape_size(h.layer.out) <
                       MOST_BYTES;
    instance_close(&h);
    if (runs)
        run_layer(spec, in);
    free(spec);
    return runs;
}

static void test_bounds(void **state)
{
    int runs = 0;

    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (const struct option *o = layer_types[i]->options; o && o->name; o++)
            for (int j = 0; layer_types[i]->examples[j]; j++)
                if (o->kind == OPTION_INT || o->kind == OPTION_REAL) {
                    runs += run_at_bound(layer_types[i], layer_types[i]->examples[j], o, o->min);
                    runs += run_at_bound(layer_types[i], layer_types[i]->examples[j], o, o->max);
                }
    assert_true(runs > 100);
}

/* ---- tensors ---- */

/* The tensors of state: the beginning of the name, and which values it can have. */
static const struct {
    const char *name;
    enum param_domain domain;
} tensors[] = {
    {"running_mean", PARAM_ANY},      {"running_var", PARAM_NOT_NEGATIVE},
    {"running_whitening", PARAM_ANY}, {"running_nu", PARAM_ANY},
    {"next_nu", PARAM_ANY},           {"num_batches_tracked", PARAM_COUNT},
    {"steps_trained", PARAM_COUNT},   {"steps", PARAM_COUNT},
    {"warmup_calls", PARAM_COUNT},
};
enum { TENSORS = sizeof tensors / sizeof *tensors };

static const double refused[][4] = {
    [PARAM_ANY] = {NAN, INFINITY, -INFINITY, NAN},
    [PARAM_NOT_NEGATIVE] = {NAN, INFINITY, -1e-6, -1},
    [PARAM_COUNT] = {NAN, INFINITY, -1, 0.5},
};
static const double taken[][3] = {
    [PARAM_ANY] = {-1e30, 0, 1e30},
    [PARAM_NOT_NEGATIVE] = {0, 1e-30, 1e30},
    [PARAM_COUNT] = {0, 1, 16777216},
};

static void check_tensor(const char *spec, const struct param *p, enum param_domain domain)
{
    double *value = xcalloc(p->count, sizeof *value);
    char why[LAYER_MESSAGE];

    for (int k = 0; k < 3; k++) {
        for (size_t i = 0; i < p->count; i++)
            value[i] = taken[domain][k];
        if (layer_check_values(p, value, why))
            fail_msg("%s: %s", spec, why);
    }
    for (int k = 0; k < 4; k++) {
        value[p->count - 1] = refused[domain][k];
        if (layer_check_values(p, value, why) != -1)
            fail_msg("%s: %s takes %g", spec, p->name, refused[domain][k]);
        assert_holds(why, p->name);
        value[p->count - 1] = 0;
    }
    if (sizeof(real) < sizeof *value) {
        value[p->count - 1] = 1e300;
        assert_int_equal(layer_check_values(p, value, why), -1);
    }
    free(value);
}

static void check_states(const char *spec, const struct layer *l)
{
    for (int i = 0; i < l->states; i++) {
        const char *name = l->state[i].name;
        int t = 0;

        while (t < TENSORS && strncmp(name, tensors[t].name, strlen(tensors[t].name)))
            t++;
        if (t == TENSORS)
            fail_msg("%s: say in this test which values %s can have", spec, name);
        check_tensor(spec, &l->state[i], tensors[t].domain);
    }
    for (int i = 0; i < l->params; i++)
        check_tensor(spec, &l->param[i], PARAM_ANY);
}

static void test_tensors(void **state)
{
    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->examples[j]; j++) {
            const char *spec = harness_spec(layer_types[i], layer_types[i]->examples[j]);
            struct instance h;

            assert_int_equal(harness_setup(&h, spec, harness_shape(layer_types[i], false), 4, 4),
                             0);
            check_states(spec, &h.layer);
            instance_close(&h);
        }
}

/* ---- apply ---- */

static void write_numbers(struct h5_file *f, const char *name, int rank, size_t rows,
                          const double v[4])
{
    double copy[8];
    struct h5_array a = {.type = H5_FLOAT64, .rank = rank, .dim = {rank == 2 ? rows : 4, 4}};

    for (int i = 0; i < 8; i++)
        copy[i] = v[i % 4];
    a.data = copy;
    assert_int_equal(h5_write(f, name, &a, 0, NULL, NULL), 0);
}

static const struct {
    const char *spec, *name;
    double value[4];
    const char *message; /* NULL: apply runs */
} files[] = {
    {"batchnorm",
     "/state/running_var",
     {1, -1e-6, 1, 1},
     "state/running_var[1] is -1e-06, should be 0 or more"},
    {"batchnorm", "/state/running_var", {1, 1, NAN, 1}, "state/running_var[2] is nan"},
    {"batchnorm", "/state/running_var", {1, 0, 1e30, 1}, NULL},
    {"batchnorm", "/state/running_mean", {0, 0, 0, INFINITY}, "state/running_mean[3] is inf"},
    {"batchnorm", "/state/running_mean", {-1, 0, 0, 5}, NULL},
    {"batchnorm", "/param/gamma", {NAN, 0, 0, 0}, "param/gamma[0] is nan, should be finite"},
    {"batchnorm", "/param/gamma", {-1, 0, 0, 0}, NULL},
    {"frn learn_eps=1", "/param/eps", {-1, 0, 0, 0}, NULL}, /* its absolute value counts */
    {"batchnorm", "/mask", {1, 0, -1, 0}, "mask"},
};

static void test_apply(void **state)
{
    static const double x[4] = {1, -2, 3, 4};
    char *in = test_path("in.h5"), *out = test_path("out.h5");

    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct h5_file *f = h5_create(in);
        char *said;
        int r;

        write_numbers(f, "/x", 2, 2, x);
        write_numbers(f, files[i].name, 1, 0, files[i].value);
        assert_int_equal(h5_publish(f), 0);
        remove(out);
        capture_stderr();
        r = apply_file(files[i].spec, in, out, APPLY_NHWC, true);
        said = captured_stderr();
        assert_int_equal(r, files[i].message ? -1 : 0);
        assert_int_equal(file_exists(out), r == 0);
        if (files[i].message)
            assert_holds(said, files[i].message);
        else
            assert_string_equal(said, "");
        free(said);
    }
    if (sizeof(real) < sizeof(double)) {
        static const double large[4] = {1, 1e300, 3, 4};
        struct h5_file *f = h5_create(in);

        write_numbers(f, "/x", 2, 2, large);
        assert_int_equal(h5_publish(f), 0);
        capture_stderr();
        assert_int_equal(apply_file("relu", in, out, APPLY_NHWC, true), -1);
        free(captured_stderr());
    }
    free(in);
    free(out);
}

/* Some programs add a mask to logits: it has 0 where positions count. As a mask of ours it would mean the opposite. */
static void test_mask(void **state)
{
    static const double x[4] = {1, -2, 3, 4};
    static const double masks[][2] = {{0, -1e9}, {0, -INFINITY}, {255, 0}, {NAN, 1}, {1, 0.5}};
    char *in = test_path("in.h5"), *out = test_path("out.h5");

    (void)state;
    for (size_t i = 0; i < sizeof masks / sizeof *masks + 1; i++) {
        struct h5_file *f = h5_create(in);
        static const double good[2] = {1, 0};
        const double *m = i == 0 ? good : masks[i - 1];
        struct h5_array a = {.type = H5_FLOAT64, .rank = 3, .dim = {1, 2, 4}};
        double both[8];
        char *said;
        int r;

        for (int k = 0; k < 8; k++)
            both[k] = x[k % 4];
        a.data = both;
        assert_int_equal(h5_write(f, "/x", &a, 0, NULL, NULL), 0);
        a = (struct h5_array){.type = H5_FLOAT64, .rank = 2, .dim = {1, 2}, .data = (void *)m};
        assert_int_equal(h5_write(f, "/mask", &a, 0, NULL, NULL), 0);
        assert_int_equal(h5_publish(f), 0);
        capture_stderr();
        r = apply_file("layernorm masked=1", in, out, APPLY_NHWC, false);
        said = captured_stderr();
        assert_int_equal(r, i == 0 ? 0 : -1);
        if (r)
            assert_holds(said, "should be 1 where a position counts and 0 at padding");
        free(said);
    }
    free(in);
    free(out);
}

/* ---- the library ---- */

static void assert_state_refused(const char *text, const char *name, nl_real value,
                                 const char *message)
{
    struct nl_setup on = {.rank = 1, .shape = {4}, .max_n = 3};
    struct nl_layer *l = nl_layer_new(text, &on, NULL);
    struct nl_tensor t = nl_tensor_named(l, name);
    nl_real x[12] = {1, 2, 3, 4, 5, 6}, y[12], was;

    assert_non_null(t.name);
    for (int training = 0; training < 2; training++) {
        const struct nl_call call = {.n = 3, .training = training};

        was = t.value[t.count - 1];
        t.value[t.count - 1] = value;
        assert_int_equal(nl_forward(l, &call, x, y), -1);
        assert_holds(nl_error(l), message);
        t.value[t.count - 1] = was;
        assert_int_equal(nl_forward(l, &call, x, y), 0);
    }
    nl_layer_free(l);
}

static void test_library(void **state)
{
    struct nl_setup on = {.rank = 1, .shape = {4}, .max_n = 3};
    struct nl_layer *l;
    nl_real x[12] = {1, 2, 3, 4, 5, 6}, y[12];

    (void)state;
    assert_state_refused("batchnorm", "running_var", (nl_real)-1e-6,
                         "running_var[3] is -1e-06, should be 0 or more");
    assert_state_refused("batchnorm momentum=cma", "num_batches_tracked", -1,
                         "num_batches_tracked is -1, should be a whole number from 0 on");
    assert_state_refused("batchrenorm", "steps", (nl_real)0.5, "steps is 0.5");
    assert_state_refused("powernorm", "warmup_calls", -2, "warmup_calls is -2");
    /* Training that diverges makes a NaN, which the output then shows. */
    l = nl_layer_new("batchnorm", &on, NULL);
    nl_tensor_named(l, "running_var").value[0] = (nl_real)NAN;
    assert_int_equal(nl_forward(l, &(struct nl_call){.n = 3}, x, y), 0);
    assert_true(isnan(y[0]));
    nl_layer_free(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options), cmocka_unit_test(test_lists), cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_tensors), cmocka_unit_test(test_apply), cmocka_unit_test(test_mask),
        cmocka_unit_test(test_library),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
