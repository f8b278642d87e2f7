/* Whole nets against what PyTorch computes: a test for each net of golden/training.h5. */
#include "golden_numbers.h"
#include "harness.h"

#include "base/arena.h"
#include "base/text.h"
#include "net/net.h"
#include "store/hdf5/h5.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct h5_file *golden;

/* Layers through which rounding errors travel, at most, each adding its own. */
#define DEPTH 32

static struct h5_array get(const char *group, const char *name)
{
    return golden_numbers(golden, format_new("/nets/%s/%s", group, name));
}

static void check(const char *group, const char *name, size_t n, const real *got)
{
    struct h5_array want = get(group, name);

    assert_int_equal(h5_count(&want), n);
    assert_close(name, n, got, want.data, DEPTH * sqrt((double)n) * REAL_EPSILON);
    h5_array_clear(&want);
}

/* Calls `each` with tensor i of the net's parameters, or state, in the order of the file. */
static int walk(struct net *n, const char *group, const char *kind, bool state, real *block,
                bool compare)
{
    char *parent = format_new("%s/%s", group, kind), number[16];
    int at = 0;

    for (int i = 0; i < n->layers; i++) {
        const struct node *k = net_node(n, i);
        const struct param *p = !k ? NULL : state ? k->layer.state : k->layer.param;
        int count = !k ? 0 : state ? k->layer.states : k->layer.params;

        for (int j = 0; j < count; j++, at++) {
            real *v = block + (state ? k->state_at : k->param_at) + p[j].offset;

            snprintf(number, sizeof number, "%03d", at);
            if (compare) {
                check(parent, number, p[j].count, v);
            } else {
                struct h5_array a = get(parent, number);

                assert_int_equal(h5_count(&a), p[j].count);
                for (size_t e = 0; e < p[j].count; e++)
                    v[e] = (real)((double *)a.data)[e];
                h5_array_clear(&a);
            }
        }
    }
    free(parent);
    return at;
}

/* Mean cross-entropy of softmax and its gradient, in double. */
static double cross_entropy(size_t n, size_t k, const real *logits, const double *label,
                            real *dlogits)
{
    double loss = 0;

    for (size_t i = 0; i < n; i++) {
        const real *z = logits + i * k;
        double top = z[0], sum = 0;

        for (size_t j = 1; j < k; j++)
            top = fmax(top, z[j]);
        for (size_t j = 0; j < k; j++)
            sum += exp(z[j] - top);
        loss += (log(sum) + top - z[(size_t)label[i]]) / (double)n;
        for (size_t j = 0; j < k; j++)
            dlogits[i * k + j] =
                (real)((exp(z[j] - top) / sum - (j == (size_t)label[i])) / (double)n);
    }
    return loss;
}

/* The mask of the net's sequences, in a new block; NULL where there is none. */
static unsigned char *get_mask(const char *name)
{
    char *path = format_new("/nets/%s/mask", name);
    unsigned char *mask = NULL;

    if (h5_exists(golden, path)) {
        struct h5_array a = get(name, "mask");

        mask = xcalloc(h5_count(&a), 1);
        for (size_t i = 0; i < h5_count(&a); i++)
            mask[i] = ((const double *)a.data)[i] != 0;
        h5_array_clear(&a);
    }
    free(path);
    return mask;
}

static void net_case(void **state)
{
    const char *name = *state;
    char *path = format_new("/nets/%s", name), *text = h5_get_text(golden, path, "net");
    unsigned char *mask = get_mask(name);
    struct h5_array x = get(name, "x"), labels = get(name, "labels"), loss = get(name, "loss");
    struct config config = {0};
    struct net_request request = {
        .text = text,
        .config = &config,
        .in = x.rank == 3 ? shape_sequence((int)x.dim[1], (int)x.dim[2])
                          : shape_image((int)x.dim[1], (int)x.dim[2], (int)x.dim[3]),
        .classes = 5,
        .tokens = (int)fmax(0, h5_get_number(golden, path, "tokens")),
        .max_n = (int)x.dim[0],
        .min_train_n = (int)x.dim[0]};
    struct net n;
    struct text why = {0};
    real got;
    size_t out;

    if (net_build(&n, &request, NULL, &why))
        fail_msg("%s", text_str(&why));
    assert_int_equal(net_commit(&n), 0);
    net_init(&n, 1, 0, 1);
    n.mask = mask;
    walk(&n, name, "param", false, n.param, false);
    walk(&n, name, "state", true, n.state, true);
    for (size_t i = 0; i < h5_count(&x); i++)
        net_input(&n)[i] = (real)((double *)x.data)[i];
    net_forward(&n, request.max_n, true, 1);
    out = x.dim[0] * shape_size(n.out);
    check(name, "logits", out, net_output(&n));
    got = (real)cross_entropy(x.dim[0], 5, net_output(&n), labels.data, net_output_gradient(&n));
    assert_close("loss", 1, &got, loss.data, DEPTH * REAL_EPSILON);
    net_backward(&n, request.max_n, 1);
    assert_true(walk(&n, name, "dparam", false, n.dparam, true) > 0);
    walk(&n, name, "state_after", true, n.state, true);
    net_forward(&n, request.max_n, false, 1);
    check(name, "logits_eval", out, net_output(&n));
    net_release(&n);
    h5_array_clear(&x);
    h5_array_clear(&labels);
    h5_array_clear(&loss);
    text_clear(&why);
    free(mask);
    free(text);
    free(path);
}

int main(void)
{
    char *path = test_source("golden/training.h5"), **names;
    struct CMUnitTest *test;
    int count, failures;

    golden = h5_open(path);
    free(path);
    count = golden ? h5_list(golden, "/nets", &names) : 0;
    if (count == 0)
        return 1;
    test = xcalloc((size_t)count, sizeof *test);
    for (int i = 0; i < count; i++)
        test[i] =
            (struct CMUnitTest){.name = names[i], .test_func = net_case, .initial_state = names[i]};
    failures = _cmocka_run_group_tests("golden nets", test, (size_t)count, NULL, NULL);
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    free(test);
    h5_close(golden);
    return failures;
}
