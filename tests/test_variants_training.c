/* Training with variants of norms against PyTorch's (golden/variants_training.h5): the same first values and batches, 50
 * steps. */
#include "golden_numbers.h"
#include "support.h"

#include "base/arena.h"
#include "base/text.h"
#include "optimizers.h"
#include "store/hdf5/h5.h"
#include "train/loss.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct h5_file *golden;

static struct h5_array get(const char *net, const char *name)
{
    return golden_numbers(golden, format_new("/%s/%s", net, name));
}

/* Compares the net's parameters with the group `kind` of the file; tolerance 0: reads them from there. Each has the name
 * that the file says. */
static void parameters(struct net *n, const char *net, const char *kind, double tolerance)
{
    int at = 0;

    for (int i = 0; i < n->nodes; i++)
        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];
            real *v = n->param + n->node[i].param_at + p->offset;
            char *name = format_new("%s/%03d", kind, at++), *path = format_new("/%s/%s", net, name),
                 *called = h5_get_text(golden, path, "name");
            struct h5_array a = get(net, name);

            assert_string_equal(p->name, called);
            assert_int_equal(h5_count(&a), p->count);
            for (size_t e = 0; e < p->count && tolerance == 0; e++)
                v[e] = (real)((double *)a.data)[e];
            if (tolerance > 0)
                assert_close(path, p->count, v, a.data, tolerance);
            h5_array_clear(&a);
            free(called);
            free(path);
            free(name);
        }
}

static void start(struct net *n, const char *name, const struct h5_array *x, int classes)
{
    char *object = format_new("/%s", name), *text = h5_get_text(golden, object, "net");
    struct config config = {0};
    struct text why = {0};
    struct net_request q = {.text = text, .config = &config, .classes = classes};

    q.max_n = q.min_train_n = (int)x->dim[1];
    q.in = x->rank == 4 ? shape_sequence((int)x->dim[2], (int)x->dim[3])
                        : shape_image((int)x->dim[2], (int)x->dim[3], (int)x->dim[4]);
    if (net_build(n, &q, NULL, &why))
        fail_msg("%s", text_str(&why));
    assert_int_equal(net_commit(n), 0);
    net_init(n, 1, 0, 1);
    parameters(n, name, "param", 0);
    free(text);
    free(object);
}

/* Takes a step on batch b of x; returns the loss before it. */
static real step(struct net *n, struct optimizer *o, const struct h5_array *x,
                 const struct h5_array *label, size_t b, double lr)
{
    size_t samples = x->dim[1], size = h5_count(x) / x->dim[0];
    uint8_t labels[64];
    double loss;

    assert_true(samples <= sizeof labels);
    for (size_t i = 0; i < samples; i++)
        labels[i] = (uint8_t)((double *)label->data)[b * samples + i];
    for (size_t i = 0; i < size; i++)
        net_input(n)[i] = (real)((double *)x->data)[b * size + i];
    net_forward(n, (int)samples, true, 1);
    loss = loss_softmax((int)samples, 5, net_output(n), labels, net_output_gradient(n)).loss;
    net_backward(n, (int)samples, 1);
    optimizer_step(o, lr);
    return (real)(loss / (double)samples);
}

/* Rounding errors of a step come from sums of up to 500 values in ten layers, and each step carries on those before it. */
static void training_case(void **state)
{
    const char *name = *state;
    struct optimizer_options options = optimizer_options("optimizer=sgd momentum=0.9");
    struct h5_array x = get(name, "x"), label = get(name, "labels"), loss = get(name, "loss");
    double lr = h5_get_number(golden, "/", "lr"), steps = h5_get_number(golden, "/", "steps");
    struct net n;
    struct optimizer o;

    assert_true(h5_get_number(golden, "/", "momentum") == 0.9);
    assert_true(steps == (double)h5_count(&loss));
    start(&n, name, &x, 5);
    assert_int_equal(optimizer_setup_net(&o, &options, &n), 0);
    for (size_t i = 0; i < h5_count(&loss); i++) {
        real got = step(&n, &o, &x, &label, i % x.dim[0], lr);

        assert_close(name, 1, &got, (double *)loss.data + i,
                     64 * (double)(i + 1) * (double)REAL_EPSILON);
    }
    parameters(&n, name, "param_after", 64 * steps * (double)REAL_EPSILON);
    optimizer_release(&o);
    net_release(&n);
    h5_array_clear(&x);
    h5_array_clear(&label);
    h5_array_clear(&loss);
}

int main(void)
{
    char *path = test_source("golden/variants_training.h5"), **names;
    struct CMUnitTest test[16];
    int count, failures;

    golden = h5_open(path);
    free(path);
    if (!golden)
        return 1;
    count = h5_list(golden, "/", &names);
    if (count > 16)
        return 1;
    for (int i = 0; i < count; i++)
        test[i] = (struct CMUnitTest){
            .name = names[i], .test_func = training_case, .initial_state = names[i]};
    failures = _cmocka_run_group_tests("variants_training", test, (size_t)count, NULL, NULL);
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    h5_close(golden);
    return failures;
}
