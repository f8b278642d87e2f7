/* The C library: the same bits as the layers inside, errors as messages and nothing else, and the example, built by plain cc
 * against an installation. */
#include "base/arena.h"
#include "base/rng.h"
#include "base/system/file.h"
#include "base/text.h"
#include "harness.h"
#include "normlab.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the same bits ---- */

struct both {
    struct nl_layer *l;
    struct instance *h;
    nl_real *y, *dx;
};

static struct nl_setup setup_for(struct shape in, int max_n, int min_train_n)
{
    struct nl_setup s = {.rank = in.rank, .max_n = max_n, .min_train_n = min_train_n, .seed = 7};
    int dim[3] = {in.h, in.w, in.c};

    if (in.rank == 1)
        dim[0] = in.c;
    else if (in.rank == 2)
        dim[1] = in.c;
    memcpy(s.shape, dim, sizeof dim);
    return s;
}

static struct both open_both(const char *spec, struct shape in, int n)
{
    struct nl_setup s = setup_for(in, n, 0);
    char message[NL_MESSAGE];
    struct both b = {.l = nl_layer_new(spec, &s, message), .h = xcalloc(1, sizeof *b.h)};

    if (!b.l)
        fail_msg("%s: %s", spec, message);
    harness_start(b.h, spec, in, n, 3);
    instance_init(b.h, s.seed);
    b.y = xcalloc(b.h->out_count, sizeof *b.y);
    b.dx = xcalloc(b.h->in_count, sizeof *b.dx);
    return b;
}

static void close_both(struct both *b)
{
    nl_layer_free(b->l);
    harness_stop(b->h);
    free(b->h);
    free(b->y);
    free(b->dx);
}

static void assert_same_tensors(const char *spec, const struct both *b, bool gradients)
{
    const struct layer *l = &b->h->layer;

    assert_int_equal(nl_tensor_count(b->l), l->params + l->states);
    for (int i = 0; i < nl_tensor_count(b->l); i++) {
        struct nl_tensor t = nl_tensor(b->l, i), named = nl_tensor_named(b->l, t.name);
        bool state = i >= l->params;
        const struct param *p = state ? &l->state[i - l->params] : &l->param[i];
        const real *value = (state ? b->h->state : b->h->param) + p->offset;

        assert_string_equal(t.name, p->name);
        assert_true(t.count == p->count && t.rank == p->rank && t.value == named.value);
        assert_true(state == !t.gradient);
        if (memcmp(t.value, value, t.count * sizeof *value))
            fail_msg("%s: %s differs", spec, t.name);
        if (gradients && !state &&
            memcmp(t.gradient, b->h->dparam + p->offset, t.count * sizeof *value))
            fail_msg("%s: the gradient of %s differs", spec, t.name);
    }
}

/* Two calls in training and one in inference. */
static void check_same(const char *spec, struct shape in, const unsigned char *mask)
{
    struct both b = open_both(spec, in, 3);
    bool tokens = b.h->layer.type->takes_tokens;

    assert_same_tensors(spec, &b, false);
    for (int call = 0; call < 3; call++) {
        struct nl_call c = {.n = 3, .training = call < 2, .mask = mask};

        b.h->io.mask = mask;
        b.h->io.random_key = rng_key(7, "nl_forward", (uint64_t)(call < 2 ? call : 1));
        harness_forward(b.h, c.training);
        harness_backward(b.h);
        assert_int_equal(nl_forward(b.l, &c, b.h->x[0], b.y), 0);
        assert_int_equal(nl_backward(b.l, b.h->dy, tokens ? NULL : b.dx), 0);
        if (memcmp(b.y, b.h->y, b.h->out_count * sizeof *b.y))
            fail_msg("%s: y differs", spec);
        if (!tokens && memcmp(b.dx, b.h->dx[0], b.h->in_count * sizeof *b.dx))
            fail_msg("%s: dx differs", spec);
        assert_same_tensors(spec, &b, true);
    }
    assert_string_equal(nl_error(b.l), "");
    close_both(&b);
}

static void test_same_bits(void **state)
{
    static const unsigned char mask[3 * 6] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0};

    (void)state;
    for (int i = 0; layer_types[i]; i++)
        for (int j = 0; layer_types[i]->examples[j]; j++) {
            char *spec = xstrdup(harness_spec(layer_types[i], layer_types[i]->examples[j]));

            if (layer_types[i]->inputs != 2)
                check_same(spec, harness_shape(layer_types[i], false), NULL);
            if (layer_types[i]->reads_mask)
                check_same(spec, shape_sequence(6, 4), mask);
            free(spec);
        }
}

static void test_shorter_sequences(void **state)
{
    struct both b = open_both("gru 5", shape_sequence(6, 4), 3);
    struct nl_call c = {.n = 2, .steps = 4, .training = 0};

    (void)state;
    b.h->io.n = 2;
    b.h->io.t = 4;
    harness_forward(b.h, false);
    assert_int_equal(nl_forward(b.l, &c, b.h->x[0], b.y), 0);
    assert_memory_equal(b.y, b.h->y, (size_t)2 * 4 * 5 * sizeof *b.y);
    close_both(&b);
}

static void test_shapes(void **state)
{
    struct nl_setup image = {.rank = 3, .shape = {8, 6, 3}, .max_n = 2};
    struct nl_layer *conv = nl_layer_new("conv2d 5", &image, NULL),
                    *flat = nl_layer_new("flatten", &image, NULL);
    struct nl_tensor w = nl_tensor_named(conv, "weight");
    int shape[3];

    (void)state;
    assert_string_equal(nl_version(), "0.2.0");
    assert_int_equal(nl_real_bytes(), sizeof(nl_real));
    assert_int_equal(nl_output_shape(conv, shape), 3);
    assert_true(shape[0] == 8 && shape[1] == 6 && shape[2] == 5);
    assert_int_equal(nl_output_shape(flat, shape), 1);
    assert_int_equal(shape[0], 8 * 6 * 3);
    assert_true(w.rank == 4 && w.dim[0] == 3 && w.dim[2] == 3 && w.dim[3] == 5);
    assert_null(nl_tensor(conv, -1).name);
    assert_null(nl_tensor(conv, nl_tensor_count(conv)).name);
    assert_null(nl_tensor_named(conv, "gamma").name);
    assert_int_equal(nl_tensor_count(flat), 0);
    nl_layer_free(conv);
    nl_layer_free(flat);
    nl_layer_free(NULL);
}

/* ---- errors: a message, and not a byte on standard output or standard error ---- */

static int kept_out, kept_err;

static void silence_begin(void)
{
    char *path = test_path("printed");
    int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0666);

    fflush(NULL);
    kept_out = dup(STDOUT_FILENO);
    kept_err = dup(STDERR_FILENO);
    dup2(fd, STDOUT_FILENO);
    dup2(fd, STDERR_FILENO);
    close(fd);
    free(path);
}

static void silence_end(void)
{
    char *path = test_path("printed"), *text;
    size_t size;

    fflush(NULL);
    dup2(kept_out, STDOUT_FILENO);
    dup2(kept_err, STDERR_FILENO);
    close(kept_out);
    close(kept_err);
    text = file_read(path, &size, true);
    if (size)
        fail_msg("the library printed: %s", text);
    free(text);
    free(path);
}

static const struct {
    const char *text;
    struct nl_setup setup;
    const char *message;
} refused[] = {
    {"batchnrom", {1, {4}, 8, 0, 0, 0}, "did you mean 'batchnorm'?"},
    {"", {1, {4}, 8, 0, 0, 0}, "unknown layer ''"},
    {"  \n", {1, {4}, 8, 0, 0, 0}, "unknown layer ''"},
    {"batchnorm momentum=2", {1, {4}, 8, 0, 0, 0}, "momentum"},
    {"batchnorm momentum", {1, {4}, 8, 0, 0, 0}, "is not KEY=VALUE"},
    {"batchnorm epz=1", {1, {4}, 8, 0, 0, 0}, "eps"},
    {"dense", {1, {4}, 8, 0, 0, 0}, "needs units"},
    {"batchnorm", {1, {4}, 1, 0, 0, 0}, "a training batch of 1"},
    {"batchnorm", {1, {4}, 8, 1, 0, 0}, "a training batch of 1"},
    {"conv2d 3", {1, {4}, 8, 0, 0, 0}, "needs an image"},
    {"conv2d 1 k=1 pad=255", {3, {1 << 20, 2047, 1}, 1, 0, 0, 0}, "more than 2^31"},
    {"lstm 4 norm=batchnrom", {2, {3, 4}, 8, 0, 0, 0}, "is no norm"},
    {"add", {1, {4}, 8, 0, 0, 0}, "two inputs"},
    {"relu", {0, {4}, 8, 0, 0, 0}, "rank is 0"},
    {"relu", {4, {4}, 8, 0, 0, 0}, "rank is 4"},
    {"relu", {2, {4, 0}, 8, 0, 0, 0}, "shape[1] is 0"},
    {"relu", {1, {1 << 21}, 8, 0, 0, 0}, "shape[0] is 2097152"},
    {"relu", {3, {1 << 11, 1 << 11, 1 << 11}, 1, 0, 0, 0}, "more than 2^31 values"},
    {"relu", {1, {4}, 0, 0, 0, 0}, "max_n is 0"},
    {"relu", {1, {4}, 8, 9, 0, 0}, "min_train_n is 9"},
    {"relu", {1, {4}, 8, -2, 0, 0}, "min_train_n is -2"},
};

static void test_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char message[NL_MESSAGE];
        struct nl_layer *l;

        silence_begin();
        l = nl_layer_new(refused[i].text, &refused[i].setup, message);
        silence_end();
        if (l)
            fail_msg("'%s' was taken", refused[i].text);
        assert_holds(message, refused[i].message);
        assert_null(nl_layer_new(refused[i].text, &refused[i].setup, NULL));
    }
    assert_null(nl_layer_new(NULL, &refused[0].setup, NULL));
    assert_null(nl_layer_new("relu", NULL, NULL));
}

static void assert_failed(const struct nl_layer *l, int result, const char *message)
{
    assert_int_equal(result, -1);
    assert_holds(nl_error(l), message);
}

static void test_bad_calls(void **state)
{
    struct nl_setup vector = {.rank = 1, .shape = {4}, .max_n = 3},
                    sequence = {.rank = 2, .shape = {5, 1}, .max_n = 3};
    struct nl_layer *norm, *tokens, *fixed;
    nl_real x[15] = {0}, y[60];

    (void)state;
    silence_begin();
    norm = nl_layer_new("batchnorm", &vector, NULL);
    tokens = nl_layer_new("embedding 4 tokens=7", &sequence, NULL);
    vector.min_train_n = -1;
    fixed = nl_layer_new("batchnorm", &vector, NULL);
    assert_failed(norm, nl_backward(norm, y, NULL), "follows an nl_forward");
    assert_failed(norm, nl_forward(norm, NULL, x, y), "takes a call");
    assert_failed(norm, nl_forward(norm, &(struct nl_call){.n = 0}, x, y), "n is 0");
    assert_failed(norm, nl_forward(norm, &(struct nl_call){.n = 4}, x, y), "n is 4");
    assert_failed(norm, nl_forward(norm, &(struct nl_call){.n = 2, .training = 1}, x, y),
                  "smaller than the 3 of min_train_n");
    assert_failed(norm, nl_forward(norm, &(struct nl_call){.n = 3, .steps = 1}, x, y), "steps");
    assert_failed(norm, nl_forward(norm, &(struct nl_call){.n = 3}, NULL, y), "takes a call");
    assert_failed(fixed, nl_forward(fixed, &(struct nl_call){.n = 3, .training = 1}, x, y),
                  "not to be trained");
    assert_int_equal(nl_forward(fixed, &(struct nl_call){.n = 3}, x, y), 0);
    assert_string_equal(nl_error(fixed), "");
    assert_failed(fixed, nl_backward(fixed, NULL, NULL), "takes the array dy");
    assert_failed(tokens, nl_forward(tokens, &(struct nl_call){.n = 3, .steps = 6}, x, y), "steps");
    x[3] = 7;
    assert_failed(tokens, nl_forward(tokens, &(struct nl_call){.n = 3}, x, y), "x holds 7");
    x[3] = (nl_real)0.5;
    assert_failed(tokens, nl_forward(tokens, &(struct nl_call){.n = 3}, x, y), "x holds 0.5");
    x[3] = 6;
    assert_int_equal(nl_forward(tokens, &(struct nl_call){.n = 3}, x, y), 0);
    assert_failed(tokens, nl_backward(tokens, y, x), "tokens have no gradient");
    assert_int_equal(nl_backward(tokens, y, NULL), 0);
    assert_int_equal(nl_forward(NULL, &(struct nl_call){.n = 3}, x, y), -1);
    assert_int_equal(nl_backward(NULL, y, NULL), -1);
    assert_holds(nl_error(NULL), "no layer");
    nl_layer_free(norm);
    nl_layer_free(tokens);
    nl_layer_free(fixed);
    silence_end();
}

/* Texts put together at random from the words of layers: each is taken or refused with a message, and what is taken runs. */
static void test_random_texts(void **state)
{
    static const char *const word[] = {"3",
                                       "0",
                                       "-1",
                                       "1e9",
                                       "k=2",
                                       "k=99",
                                       "stride=2",
                                       "pad=1",
                                       "momentum=1",
                                       "eps=0",
                                       "bias=1",
                                       "groups=2",
                                       "over=token",
                                       "over=step",
                                       "heads=2",
                                       "affine=none",
                                       "masked=1",
                                       "units=4",
                                       "tokens=9",
                                       "dilation=3",
                                       "norm_at=x",
                                       "=",
                                       "k=",
                                       "compat=keras",
                                       "norm=batchnorm",
                                       "norm=lstm",
                                       "bidirectional=1",
                                       "p=0.5"};
    const struct nl_setup on[] = {
        {1, {6}, 3, 0, 0, 1}, {2, {5, 4}, 2, 0, 1, 2}, {3, {5, 6, 4}, 2, 0, 0, 3}};
    struct rng r = rng_stream(11, "texts");
    int taken = 0;

    (void)state;
    silence_begin();
    for (int i = 0; i < 3000; i++) {
        struct text t = {0};
        char message[NL_MESSAGE];
        struct nl_layer *l;

        text_add(&t, "%s", layer_types[rng_below(&r, 28)]->name);
        for (uint32_t n = rng_below(&r, 4); n > 0; n--)
            text_add(&t, " %s", word[rng_below(&r, sizeof word / sizeof *word)]);
        l = nl_layer_new(text_str(&t), &on[i % 3], message);
        assert_true(l ? !*message : *message != '\0');
        if (l) {
            nl_real x[512] = {0}, y[8192];
            int shape[3] = {1, 1, 1};

            nl_output_shape(l, shape);
            assert_true(on[i % 3].max_n * shape[0] * shape[1] * shape[2] <= 8192);
            taken +=
                nl_forward(l, &(struct nl_call){.n = on[i % 3].max_n, .training = 1}, x, y) == 0;
        }
        nl_layer_free(l);
        text_clear(&t);
    }
    silence_end();
    assert_true(taken > 300);
}

#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
/* In a process that may have no more memory: large memory and small objects alike end in a message. */
static void test_no_memory(void **state)
{
    struct nl_setup on = {.rank = 1, .shape = {1 << 20}, .max_n = 2};
    jmp_buf out;
    pid_t child = fork();
    int status;

    (void)state;
    if (child == 0) {
        struct rlimit limit = {(rlim_t)1 << 30, (rlim_t)1 << 30};
        char message[NL_MESSAGE];

        setrlimit(RLIMIT_AS, &limit);
        if (nl_layer_new("dense 1000000", &on, message) || !strstr(message, "no memory for"))
            _exit(1);
        if (setjmp(out) == 0) {
            memory_escape(&out);
            xcalloc((size_t)1 << 40, 1);
            _exit(2);
        }
        _exit(0);
    }
    assert_true(waitpid(child, &status, 0) == child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}
#endif

/* ---- threads ---- */

static void *train_one(void *result)
{
    struct nl_setup on = {.rank = 3, .shape = {8, 8, 8}, .max_n = 4, .seed = 5};
    struct nl_layer *l = nl_layer_new("conv2d 8", &on, NULL);
    size_t n = (size_t)4 * 8 * 8 * 8;
    nl_real *x = xcalloc(n, sizeof *x);

    draw_normal(x, n, 1, "x");
    for (int i = 0; i < 20; i++)
        nl_forward(l, &(struct nl_call){.n = 4, .training = 1}, x, result);
    nl_layer_free(l);
    free(x);
    return NULL;
}

static void test_threads(void **state)
{
    enum { THREADS = 4, COUNT = 4 * 8 * 8 * 8 };
    static nl_real y[THREADS][COUNT];
    pthread_t thread[THREADS];

    (void)state;
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&thread[i], NULL, train_one, y[i]), 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(thread[i], NULL);
    for (int i = 1; i < THREADS; i++)
        assert_memory_equal(y[0], y[i], sizeof y[0]);
}

/* ---- the installation ---- */

#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
/* examples/train.c, compiled outside of the tree against what `cmake --install` has put down of the library, learns. */
static void test_installed_example(void **state)
{
    char *source = test_source("../examples/train.c"), *out, *err, *last, *install, *run;
    char *real_source = realpath(source, NULL);

    (void)state;
    install = format_new(
        "cmake --install \"$TEST_BUILD\" --component library --prefix \"$PWD/prefix\" && cp '%s' .",
        real_source);
    if (run_in_folder("installed", install, NULL, &err))
        fail_msg("cmake --install: %s", err);
    free(err);
    run = format_new("set -e; lib=$(dirname \"$(find \"$PWD/prefix\" -name libnormlab.so)\"); "
                     "export PKG_CONFIG_PATH=\"$lib/pkgconfig\" LD_LIBRARY_PATH=\"$lib\"; "
                     "cc train.c $(pkg-config --cflags --libs normlab) -lm -o train; ./train; "
                     "! ldd \"$lib/libnormlab.so\" | grep -E 'hdf5|curl|archive|crypto' >&2; "
                     "! nm -D --defined-only \"$lib/libnormlab.so\" | grep -v ' nl_' >&2");
    if (run_in_folder("installed", run, &out, &err) || *err)
        fail_msg("the example: %s", err);
    assert_holds(out, "step    0  loss ");
    last = strstr(out, "inference  accuracy ");
    assert_non_null(last);
    assert_true(strtol(last + strlen("inference  accuracy "), NULL, 10) >= 90);
    free(source);
    free(real_source);
    free(install);
    free(run);
    free(out);
    free(err);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bits), cmocka_unit_test(test_shorter_sequences),
        cmocka_unit_test(test_shapes),    cmocka_unit_test(test_refused),
        cmocka_unit_test(test_bad_calls), cmocka_unit_test(test_random_texts),
        cmocka_unit_test(test_threads),
#if !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
        cmocka_unit_test(test_no_memory), cmocka_unit_test(test_installed_example),
#endif
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
