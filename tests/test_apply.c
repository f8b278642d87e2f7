/*
 * `normlab apply` through files, on PyTorch's golden cases: every layer channels last, the same
 * tensors and weights in PyTorch's order with APPLY_NCHW, inference with running statistics; and
 * input that is wrong.
 */
#include "base/arena.h"
#include "base/system/file.h"
#include "base/text.h"
#include "store/hdf5/h5.h"
#include "support.h"
#include "tools/apply.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TOLERANCE (1e3 * REAL_EPSILON) /* test_golden.c holds the layers to tighter ones */

static char *in_path, *out_path;

/* ---- orders of dimensions ---- */

/* The same array with its dimensions in another order: new dimension i is old dimension from[i]. */
static struct h5_array permuted(const struct h5_array *a, const int *from)
{
    struct h5_array b = *a;
    size_t n = h5_count(a), stride[H5_RANK];

    b.data = xcalloc(n, sizeof(double));
    for (int i = a->rank - 1, s = 1; i >= 0; s *= (int)a->dim[i], i--)
        stride[i] = (size_t)s;
    for (int i = 0; i < a->rank; i++)
        b.dim[i] = a->dim[from[i]];
    for (size_t at = 0; at < n; at++) {
        size_t rest = at, place = 0;

        for (int i = a->rank - 1; i >= 0; i--) {
            place += rest % b.dim[i] * stride[from[i]];
            rest /= b.dim[i];
        }
        ((double *)b.data)[at] = ((double *)a->data)[place];
    }
    return b;
}

/* As PyTorch has it: channels behind N; conv2d [out][in][k][k], conv1d [out][in][k], dense [out][in]. */
static struct h5_array torch_order(const struct h5_array *a, bool weight)
{
    static const int image[4] = {0, 3, 1, 2}, sequence[3] = {0, 2, 1},
                     weights[5][4] = {{0}, {0}, {1, 0}, {2, 1, 0}, {3, 2, 0, 1}},
                     same[4] = {0, 1, 2, 3};
    const int *from = weight         ? weights[a->rank]
                      : a->rank == 4 ? image
                      : a->rank == 3 ? sequence
                                     : same;

    return permuted(a, from);
}

/* ---- one case ---- */

/* Tables, whose rows are looked up, stand in PyTorch's order as they are. */
static bool is_weight(const char *group, const char *name)
{
    return (strstr(name, "/weight") || strstr(name, "/gain")) && strncmp(group, "embedding", 9) &&
           strncmp(group, "position", 8);
}

/* Only tensors have an order of channels: parameters other than weights and masks have one
 * dimension. */
static bool is_tensor(const char *name)
{
    return !strchr(name, '/') && strcmp(name, "mask");
}

/* The array of a golden case, in the order that is asked for; false when there is none. */
static bool get(struct h5_file *golden, const char *group, const char *name,
                enum apply_layout layout, struct h5_array *a)
{
    char *path = format_new("/%s/%s", group, name);
    bool there = h5_exists(golden, path);

    if (there)
        assert_int_equal(h5_read(golden, path, a), 0);
    free(path);
    if (there && layout == APPLY_NCHW && (is_tensor(name) || is_weight(group, name))) {
        struct h5_array b = torch_order(a, is_weight(group, name));

        h5_array_clear(a);
        *a = b;
    }
    return there;
}

static void copy(struct h5_file *golden, const char *group, const char *from,
                 enum apply_layout layout, struct h5_file *out, const char *to)
{
    struct h5_array a;
    char *path = format_new("/%s", to);

    if (get(golden, group, from, layout, &a)) {
        assert_int_equal(h5_write(out, path, &a, 0, NULL, NULL), 0);
        h5_array_clear(&a);
    }
    free(path);
}

static const char *const parameters[] = {
    "gamma",    "beta",        "weight",     "bias",     "weight_qkv", "bias_qkv", "weight_out",
    "bias_out", "mean_weight", "var_weight", "weight_v", "weight_g",   "gain"};
enum { PARAMETERS = sizeof parameters / sizeof *parameters };
static const char *const states[] = {
    "running_mean", "running_var", "num_batches_tracked", "running_whitening", "running_nu",
    "warmup_calls", "next_nu"};
enum { STATES = sizeof states / sizeof *states, STATES_OF_FORWARD = STATES - 1 };

static void write_input(struct h5_file *golden, const char *group, enum apply_layout layout,
                        bool eval)
{
    struct h5_file *f = h5_create(in_path);
    char from[64], to[64];

    assert_non_null(f);
    for (int i = 0; i < 4; i++)
        copy(golden, group, (const char *[]){"x", "x2", "dy", "mask"}[i], layout, f,
             (const char *[]){"x", "x2", "dy", "mask"}[i]);
    for (int i = 0; i < PARAMETERS; i++) {
        snprintf(to, sizeof to, "param/%s", parameters[i]);
        copy(golden, group, to, layout, f, to);
    }
    for (int i = 0; i < STATES; i++) {
        snprintf(from, sizeof from, eval ? "state_after/%s" : "state/%s", states[i]);
        snprintf(to, sizeof to, "state/%s", states[i]);
        copy(golden, group, from, layout, f, to);
    }
    assert_int_equal(h5_publish(f), 0);
}

/* Dataset `got` of the output against `want` of the case. */
static void compare(struct h5_file *golden, const char *group, const char *want,
                    enum apply_layout layout, struct h5_file *out, const char *got)
{
    struct h5_array a, b;
    char *path = format_new("/%s", got), *what = format_new("%s %s", group, got);

    if (get(golden, group, want, layout, &a)) {
        size_t n = h5_count(&a);
        real *v = xcalloc(n, sizeof *v);

        assert_int_equal(h5_read(out, path, &b), 0);
        assert_int_equal(b.rank, a.rank);
        assert_memory_equal(b.dim, a.dim, (size_t)a.rank * sizeof *a.dim);
        for (size_t i = 0; i < n; i++)
            v[i] = (real)((double *)b.data)[i];
        assert_close(what, n, v, a.data, strstr(group, "1e4") ? 0.02 : TOLERANCE);
        free(v);
        h5_array_clear(&a);
        h5_array_clear(&b);
    }
    free(path);
    free(what);
}

static void compare_all(struct h5_file *golden, const char *group, enum apply_layout layout,
                        bool eval)
{
    struct h5_file *out = h5_open(out_path);
    char want[64], got[64];

    assert_non_null(out);
    compare(golden, group, eval ? "y_eval" : "y", layout, out, "y");
    compare(golden, group, eval ? "dx_eval" : "dx", layout, out, "dx");
    compare(golden, group, eval ? "dx2_eval" : "dx2", layout, out, "dx2");
    for (int i = 0; i < PARAMETERS && !eval; i++) {
        snprintf(got, sizeof got, "dparam/%s", parameters[i]);
        compare(golden, group, got, layout, out, got);
    }
    for (int i = 0; i < STATES_OF_FORWARD; i++) {
        snprintf(want, sizeof want, "state_after/%s", states[i]);
        snprintf(got, sizeof got, "state/%s", states[i]);
        compare(golden, group, want, layout, out, got);
    }
    h5_close(out);
}

static void run_case(struct h5_file *golden, const char *group, enum apply_layout layout, bool eval)
{
    char *object = format_new("/%s", group), *spec = h5_get_text(golden, object, "spec");
    bool random = h5_get_number(golden, object, "random") == 1;

    /* flatten has another order of elements in PyTorch; it has a test of its own. */
    if (spec && (eval || !random) && !(layout == APPLY_NCHW && strcmp(spec, "flatten") == 0)) {
        write_input(golden, group, layout, eval);
        if (apply_file(spec, in_path, out_path, layout, eval))
            fail_msg("%s: apply failed", group);
        compare_all(golden, group, layout, eval);
    }
    free(object);
    free(spec);
}

static void run_file(const char *file, int least, enum apply_layout layout, bool eval)
{
    char *path = test_source(file), **names;
    struct h5_file *golden = h5_open(path);
    int n;

    assert_non_null(golden);
    n = h5_list(golden, "/", &names);
    assert_true(n >= least);
    for (int i = 0; i < n; i++) {
        run_case(golden, names[i], layout, eval);
        free(names[i]);
    }
    free(names);
    free(path);
    h5_close(golden);
}

static void run_all(enum apply_layout layout, bool eval)
{
    run_file("golden/layers.h5", 100, layout, eval);
    run_file("golden/custom_norms.h5", 40, layout, eval);
    run_file("golden/weights.h5", 30, layout, eval);
}

static void test_channels_last(void **state)
{
    (void)state;
    run_all(APPLY_NHWC, false);
}

static void test_torch_order(void **state)
{
    (void)state;
    run_all(APPLY_NCHW, false);
}

static void test_inference(void **state)
{
    (void)state;
    run_all(APPLY_NHWC, true);
    run_all(APPLY_NCHW, true);
}

/* ---- input made here ---- */

static void write_array(struct h5_file *f, const char *name, int rank, const size_t *dim,
                        double from)
{
    struct h5_array a = {.type = H5_FLOAT32, .rank = rank};
    size_t n = 1;

    for (int i = 0; i < rank; i++)
        n *= a.dim[i] = dim[i];
    a.data = xcalloc(n, sizeof(double));
    for (size_t i = 0; i < n; i++)
        ((double *)a.data)[i] = from + (double)i;
    assert_int_equal(h5_write(f, name, &a, 0, NULL, NULL), 0);
    free(a.data);
}

/* Under nchw the elements keep PyTorch's order; the gradient finds its way back. */
static void test_flatten_in_torch_order(void **state)
{
    struct h5_file *f = h5_create(in_path);
    struct h5_array y, dx;

    (void)state;
    write_array(f, "/x", 4, (const size_t[]){2, 3, 4, 5}, 0);
    write_array(f, "/dy", 2, (const size_t[]){2, 60}, 7);
    assert_int_equal(h5_publish(f), 0);
    assert_int_equal(apply_file("flatten", in_path, out_path, APPLY_NCHW, false), 0);
    f = h5_open(out_path);
    assert_int_equal(h5_read(f, "/y", &y), 0);
    assert_int_equal(h5_read(f, "/dx", &dx), 0);
    assert_int_equal(y.rank, 2);
    assert_int_equal(y.dim[1], 60);
    assert_int_equal(dx.rank, 4);
    for (int i = 0; i < 120; i++) {
        assert_true(((double *)y.data)[i] == i);
        assert_true(((double *)dx.data)[i] == 7 + i);
    }
    h5_array_clear(&y);
    h5_array_clear(&dx);
    h5_close(f);
}

static const struct {
    const char *spec;
    const char *name; /* a second dataset */
    int rank;
    size_t dim[4];
    const char *message;
} bad[] = {
    {"batchnorm", "/dy", 3, {2, 3, 4}, "dy is [2,3,4], should be [2,3,4,5] for batchnorm"},
    {"batchnorm", "/param/gamma", 1, {4}, "param/gamma is [4], should be [5]"},
    {"batchnorm", "/param/weight", 1, {5}, "batchnorm has no param/weight; it has gamma beta"},
    {"relu", "/state/running_mean", 1, {5}, "it has none"},
    {"batchnorm", "/mask", 2, {2, 11}, "mask has 22 elements"},
    {"dense 3", "/param/weight", 2, {3, 5}, "param/weight is [3,5], should be [5,3]"},
    {"groupnorm groups=2", "/z", 1, {1}, "groups=2 does not divide the 5 channels"},
    {"layrnorm", "/z", 1, {1}, "did you mean 'layernorm'?"},
    {"add", "/z", 1, {1}, "there is no x2"},
    {"gap", "/mask", 2, {2, 12}, "gap reads no mask"},
};

static void test_bad_input(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct h5_file *f = h5_create(in_path);
        char *message;

        write_array(f, "/x", 4, (const size_t[]){2, 3, 4, 5}, 0);
        write_array(f, bad[i].name, bad[i].rank, bad[i].dim, 0);
        assert_int_equal(h5_publish(f), 0);
        remove(out_path);
        capture_stderr();
        assert_int_equal(apply_file(bad[i].spec, in_path, out_path, APPLY_NHWC, false), -1);
        message = captured_stderr();
        if (!strstr(message, bad[i].message) ||
            strchr(message, '\n') != message + strlen(message) - 1)
            fail_msg("%s: '%s' is not one line with '%s'", bad[i].spec, message, bad[i].message);
        assert_false(file_exists(out_path));
        free(message);
    }
}

/* Tokens are counted from 0, and there are as many as the layer has. */
static void test_tokens(void **state)
{
    struct h5_file *f = h5_create(in_path), *out;
    char *message;

    (void)state;
    write_array(f, "/x", 3, (const size_t[]){2, 3, 1}, 0);
    write_array(f, "/dy", 3, (const size_t[]){2, 3, 4}, 0);
    assert_int_equal(h5_publish(f), 0);
    capture_stderr();
    assert_int_equal(apply_file("embedding 4 tokens=5", in_path, out_path, APPLY_NHWC, false), -1);
    message = captured_stderr();
    assert_non_null(
        strstr(message, "x holds 5; the tokens of embedding are whole numbers from 0 to 4"));
    free(message);
    assert_int_equal(apply_file("embedding 4 tokens=6", in_path, out_path, APPLY_NHWC, false), 0);
    out = h5_open(out_path);
    assert_true(h5_exists(out, "/dparam/weight"));
    assert_false(h5_exists(out, "/dx"));
    h5_close(out);
}

/* The golden cases of embedding with their tokens as PyTorch's [N,T], not [N,T,1]. */
static void test_tokens_of_two_dimensions(void **state)
{
    static const enum apply_layout layouts[] = {APPLY_NHWC, APPLY_NCHW};
    char *path = test_source("golden/layers.h5"), **names;
    struct h5_file *golden = h5_open(path);
    int n = h5_list(golden, "/", &names), cases = 0;

    (void)state;
    for (int i = 0; i < 2 * n; i++) {
        const char *group = names[i / 2];
        char *x = format_new("/%s/x", group), *object = format_new("/%s", group),
             *spec = h5_get_text(golden, object, "spec");
        struct h5_array tokens;

        if (spec && strncmp(spec, "embedding", 9) == 0) {
            struct h5_file *f = h5_create(in_path);

            assert_int_equal(h5_read(golden, x, &tokens), 0);
            assert_int_equal(tokens.rank, 3);
            tokens.rank = 2;
            assert_int_equal(h5_write(f, "/x", &tokens, 0, NULL, NULL), 0);
            copy(golden, group, "dy", layouts[i % 2], f, "dy");
            copy(golden, group, "param/weight", layouts[i % 2], f, "param/weight");
            assert_int_equal(h5_publish(f), 0);
            if (apply_file(spec, in_path, out_path, layouts[i % 2], false))
                fail_msg("%s: apply refuses tokens as [N,T]", group);
            compare_all(golden, group, layouts[i % 2], false);
            h5_array_clear(&tokens);
            cases++;
        }
        free(x), free(object), free(spec);
    }
    assert_true(cases > 0);
    for (int i = 0; i < n; i++)
        free(names[i]);
    free(names);
    free(path);
    h5_close(golden);
}

/* batchnorm on a dense layer at batch 1: refused in training, served in inference. */
static void test_batch_of_one(void **state)
{
    struct h5_file *f = h5_create(in_path);
    char *message;

    (void)state;
    write_array(f, "/x", 2, (const size_t[]){1, 6}, 0);
    assert_int_equal(h5_publish(f), 0);
    capture_stderr();
    assert_int_equal(apply_file("batchnorm", in_path, out_path, APPLY_NHWC, false), -1);
    message = captured_stderr();
    assert_non_null(strstr(message, "a training batch of 1 on shape 6 leaves one value"));
    free(message);
    assert_int_equal(apply_file("batchnorm", in_path, out_path, APPLY_NHWC, true), 0);
}

/* The input is never the output, whatever its name; nor is a file of another kind. */
static void test_output_is_another_file(void **state)
{
    static const char text[] = "not HDF5";
    char *link_path = test_path("hard.h5"), *symbolic = test_path("symbolic.h5"),
         *spelled = format_new("%s/./../%s/in.h5", test_folder(), strrchr(test_folder(), '/') + 1),
         *other = test_path("other.txt");
    const char *const outs[] = {in_path, spelled, link_path, symbolic};
    struct h5_file *f = h5_create(in_path);
    char *before, *after, *said;
    size_t size, now;

    (void)state;
    write_array(f, "/x", 2, (const size_t[]){2, 3}, 0);
    assert_int_equal(h5_publish(f), 0);
    assert_int_equal(link(in_path, link_path), 0);
    assert_int_equal(symlink("in.h5", symbolic), 0);
    before = file_read(in_path, &size, false);
    for (size_t i = 0; i < sizeof outs / sizeof *outs; i++) {
        capture_stderr();
        assert_int_equal(apply_file("relu", in_path, outs[i], APPLY_NHWC, true), -1);
        said = captured_stderr();
        assert_holds(said, "are the same file");
        free(said);
        after = file_read(in_path, &now, false);
        assert_int_equal(now, size);
        assert_memory_equal(after, before, size);
        free(after);
    }
    assert_int_equal(file_write(other, text, sizeof text), 0);
    capture_stderr();
    assert_int_equal(apply_file("relu", in_path, other, APPLY_NHWC, true), -1);
    said = captured_stderr();
    assert_holds(said, "no HDF5 file");
    free(said);
    after = file_read(other, &now, false);
    assert_int_equal(now, sizeof text);
    /* An older output is replaced, and an empty file, as mktemp makes it. */
    assert_int_equal(file_write(other, "", 0), 0);
    for (int i = 0; i < 2; i++)
        assert_int_equal(apply_file("relu", in_path, other, APPLY_NHWC, true), 0);
    free(after), free(before), free(link_path), free(symbolic), free(spelled), free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_channels_last),
        cmocka_unit_test(test_torch_order),
        cmocka_unit_test(test_inference),
        cmocka_unit_test(test_flatten_in_torch_order),
        cmocka_unit_test(test_bad_input),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_batch_of_one),
        cmocka_unit_test(test_tokens_of_two_dimensions),
        cmocka_unit_test(test_output_is_another_file),
    };
    int failed;

    in_path = test_path("in.h5");
    out_path = test_path("out.h5");
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(in_path);
    free(out_path);
    return failed;
}
