/* Losses and optimizers against what PyTorch computes: golden/layers.h5 softmax, golden/losses.h5,
 * golden/training.h5. */
#include "golden_numbers.h"
#include "support.h"

#include "base/arena.h"
#include "base/text.h"
#include "optimizers.h"
#include "store/hdf5/h5.h"
#include "train/loss.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct h5_file *layers, *losses, *training;

static struct h5_array get(struct h5_file *f, const char *group, const char *name)
{
    return golden_numbers(f, format_new("%s/%s", group, name));
}

static void labels_of(const struct h5_array *a, uint8_t *to)
{
    for (size_t i = 0; i < h5_count(a); i++)
        to[i] = (uint8_t)((double *)a->data)[i];
}

static void reals_of(const struct h5_array *a, real *to)
{
    for (size_t i = 0; i < h5_count(a); i++)
        to[i] = (real)((double *)a->data)[i];
}

static void check_cross_entropy(struct h5_file *f, const char *group,
                                struct loss_sum loss_of(int, int, const real *, const uint8_t *,
                                                        real *))
{
    struct h5_array z = get(f, group, "logits"), label = get(f, group, "labels");
    struct h5_array want = get(f, group, "dlogits"), loss = get(f, group, "loss");
    struct h5_array errors = get(f, group, "errors");
    size_t n = h5_count(&z);
    real *logits = xcalloc(n, sizeof(real)), *dlogits = xcalloc(n, sizeof(real)), mean;
    uint8_t *labels = xcalloc(z.dim[0], 1);
    struct loss_sum got;

    labels_of(&label, labels);
    reals_of(&z, logits);
    got = loss_of((int)z.dim[0], (int)z.dim[1], logits, labels, dlogits);
    mean = (real)(got.loss / (double)z.dim[0]);
    assert_close("loss", 1, &mean, loss.data, 4 * REAL_EPSILON);
    assert_close("dlogits", n, dlogits, want.data, 4 * REAL_EPSILON);
    assert_int_equal(got.wrong, (int)*(double *)errors.data);
    h5_array_clear(&z);
    h5_array_clear(&label);
    h5_array_clear(&want);
    h5_array_clear(&loss);
    h5_array_clear(&errors);
    free(logits);
    free(dlogits);
    free(labels);
}

static void softmax_case(void **state)
{
    char *group = format_new("/softmax/%s", (char *)*state);

    check_cross_entropy(layers, group, loss_softmax);
    free(group);
}

static void sigmoid_case(void **state)
{
    char *group = format_new("/sigmoid/%s", (char *)*state);

    check_cross_entropy(losses, group, loss_sigmoid);
    free(group);
}

static void mse_case(void **state)
{
    char *group = format_new("/mse/%s", (char *)*state);
    struct h5_array y = get(losses, group, "y"), target = get(losses, group, "target");
    struct h5_array want = get(losses, group, "dy"), loss = get(losses, group, "loss");
    size_t n = h5_count(&y);
    real *v = xcalloc(3 * n, sizeof(real)), mean;

    reals_of(&y, v);
    reals_of(&target, v + n);
    mean =
        (real)(loss_mse((int)y.dim[0], (int)y.dim[1], v, v + n, v + 2 * n).loss / (double)y.dim[0]);
    assert_close("loss", 1, &mean, loss.data, 4 * REAL_EPSILON);
    assert_close("dy", n, v + 2 * n, want.data, 4 * REAL_EPSILON);
    h5_array_clear(&y);
    h5_array_clear(&target);
    h5_array_clear(&want);
    h5_array_clear(&loss);
    free(v);
    free(group);
}

static void params(struct net *n, const char *group, bool compare, double tolerance)
{
    char number[16];
    int at = 0;

    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];
            real *v = n->param + n->node[i].param_at + p->offset;
            struct h5_array a;

            snprintf(number, sizeof number, "%03d", at++);
            a = get(training, group, number);
            assert_int_equal(h5_count(&a), p->count);
            if (compare)
                assert_close(number, p->count, v, a.data, tolerance);
            for (size_t e = 0; e < p->count && !compare; e++)
                v[e] = (real)((double *)a.data)[e];
            h5_array_clear(&a);
        }
}

/* The options that a run was made with; those that its optimizer lacks are not in the file. */
static struct optimizer_options golden_options(const char *group, const char *kind)
{
    static const char *const keys[] = {"momentum", "nesterov", "beta1",        "beta2",
                                       "rho",      "eps",      "weight_decay", "clip_norm"};
    struct optimizer_options options;
    struct text given = {0};

    text_add(&given, "optimizer=%s", kind);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        double v = h5_get_number(training, group, keys[i]);

        if (!isnan(v))
            text_add(&given, " %s%s=%.17g", strcmp(keys[i], "eps") ? "" : "optimizer_", keys[i], v);
    }
    options = optimizer_options(text_str(&given));
    text_clear(&given);
    return options;
}

static void run_case(void **state)
{
    char *group = format_new("/optimizers/runs/%s", (char *)*state);
    char *after = format_new("%s/param", group);
    char *text = h5_get_text(training, "/optimizers", "net");
    char *kind = h5_get_text(training, group, "optimizer");
    struct optimizer_options options = golden_options(group, kind);
    struct h5_array x = get(training, "/optimizers", "x"),
                    label = get(training, "/optimizers", "labels");
    struct h5_array loss = get(training, group, "loss"),
                    norm = get(training, group, "gradient_norm");
    struct config config = {0};
    int batch = (int)x.dim[1];
    struct net_request request = {.text = text,
                                  .config = &config,
                                  .in = shape_image((int)x.dim[2], (int)x.dim[3], (int)x.dim[4]),
                                  .classes = 5,
                                  .max_n = batch,
                                  .min_train_n = batch};
    struct net n;
    struct optimizer o;
    struct text why = {0};
    uint8_t *labels = xcalloc(h5_count(&label), 1);
    size_t size = h5_count(&x) / x.dim[0];
    double lr = h5_get_number(training, group, "lr");

    labels_of(&label, labels);
    if (net_build(&n, &request, NULL, &why))
        fail_msg("%s", text_str(&why));
    assert_int_equal(net_commit(&n), 0);
    net_init(&n, 1, 0, 1);
    params(&n, "/optimizers/param", false, 0);
    assert_int_equal(optimizer_setup_net(&o, &options, &n), 0);
    for (size_t step = 0; step < h5_count(&loss); step++) {
        size_t b = step % x.dim[0];
        real got[2];
        double tolerance = 16 * (double)(step + 1) * REAL_EPSILON;

        for (size_t i = 0; i < size; i++)
            net_input(&n)[i] = (real)((double *)x.data)[b * size + i];
        net_forward(&n, batch, true, 1);
        got[0] = (real)(loss_softmax(batch, 5, net_output(&n), labels + b * x.dim[1],
                                     net_output_gradient(&n))
                            .loss /
                        batch);
        net_backward(&n, batch, 1);
        got[1] = (real)optimizer_step(&o, lr);
        assert_close("loss", 1, got, (double *)loss.data + step, tolerance);
        assert_close("gradient norm", 1, got + 1, (double *)norm.data + step, tolerance);
    }
    params(&n, after, true, 16 * 20 * REAL_EPSILON);
    optimizer_release(&o);
    net_release(&n);
    h5_array_clear(&x);
    h5_array_clear(&label);
    h5_array_clear(&loss);
    h5_array_clear(&norm);
    free(labels);
    free(kind);
    free(text);
    free(after);
    free(group);
}

static int run(struct h5_file *f, const char *group, void (*function)(void **))
{
    char **names;
    int count = h5_list(f, group, &names), failures;
    struct CMUnitTest *test = xcalloc((size_t)count, sizeof *test);

    for (int i = 0; i < count; i++)
        test[i] =
            (struct CMUnitTest){.name = names[i], .test_func = function, .initial_state = names[i]};
    failures = _cmocka_run_group_tests(group, test, (size_t)count, NULL, NULL);
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    free(test);
    return failures;
}

int main(void)
{
    char *a = test_source("golden/layers.h5"), *b = test_source("golden/training.h5"),
         *c = test_source("golden/losses.h5");
    int failures;

    layers = h5_open(a);
    losses = h5_open(c);
    training = h5_open(b);
    free(a);
    free(b);
    free(c);
    if (!layers || !losses || !training)
        return 1;
    failures = run(layers, "/softmax", softmax_case) + run(losses, "/sigmoid", sigmoid_case) +
               run(losses, "/mse", mse_case) + run(training, "/optimizers/runs", run_case);
    h5_close(layers);
    h5_close(losses);
    h5_close(training);
    return failures;
}
