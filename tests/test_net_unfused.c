/* net.h: a net whose layers are not fused computes what the fused one does, forward and backward. */
#include "base/arena.h"
#include "base/rng.h"
#include "nets.h"
#include <math.h>
#include <string.h>

enum { SAMPLES = 6, CLASSES = 5 };

/* Draws gamma and beta at random, as after some steps; the first gamma of a norm is 0. */
static void draw_affine(struct net *n)
{
    for (int i = 0; i < n->nodes; i++) {
        struct rng rng = rng_stream(1, n->node[i].layer.name);

        for (int j = 0; j < n->node[i].layer.params; j++) {
            const struct param *p = &n->node[i].layer.param[j];
            real *v = n->param + n->node[i].param_at + p->offset;

            if (p->role != PARAM_GAMMA && p->role != PARAM_BETA)
                continue;
            for (size_t e = 0; e < p->count; e++)
                v[e] = (real)(p->initial + 0.3 * rng_normal(&rng));
            if (p->role == PARAM_GAMMA)
                v[0] = 0;
        }
    }
}

static void build_one(struct net *n, const char *text, const char *norm, struct shape in,
                      int tokens, bool unfused)
{
    struct config c = {0};
    struct text why = {0};
    struct net_request q = {text, &c, in, CLASSES, tokens, SAMPLES, SAMPLES, unfused};

    config_set(&c, "norm", norm);
    if (net_build(n, &q, NULL, &why))
        fail_msg("%s: %s", text, text_str(&why));
    assert_int_equal(net_commit(n), 0);
    net_init(n, 3, 0, 1);
    draw_affine(n);
    config_clear(&c);
    text_clear(&why);
}

static void fill(real *v, size_t n, const char *stream, int tokens)
{
    struct rng rng = rng_stream(1, stream);

    for (size_t i = 0; i < n; i++)
        v[i] = tokens ? (real)floor(tokens * rng_uniform(&rng)) : (real)rng_normal(&rng);
}

/* Fails unless the arrays differ by rounding alone: the root mean square of the difference is small beside that of the
 * values. Each layer adds an error of its own, and an activation's step can enlarge it. */
static void assert_near(const char *text, const char *what, const struct net *n, size_t count,
                        const real *a, const real *b)
{
    double difference = 0, size = 0;

    for (size_t i = 0; i < count; i++) {
        difference += ((double)a[i] - (double)b[i]) * ((double)a[i] - (double)b[i]);
        size += (double)a[i] * (double)a[i];
    }
    if (!(size > 0) || !(sqrt(difference / size) <= n->layers * REAL_EPSILON))
        fail_msg("%s: %s differs by %g of its size, in %d layers", text, what,
                 sqrt(difference / size), n->layers);
}

/* Layers that know that rows are equal write gradients for their sums alone; so those of an unfused net, which can be
 * watched, must not. */
static void check_kinds(const char *text, const struct net *net, int tokens)
{
    int kinds[2] = {0};

    for (int i = 0; i < 2; i++)
        for (int j = 0; j < net[i].buffers; j++)
            kinds[i] |= net[i].buffer[j].kinds;
    if (kinds[0] != tokens || kinds[1])
        fail_msg("%s: rows of %d kinds, and of %d without fusion", text, kinds[0], kinds[1]);
}

static void check(const char *text, const char *norm, struct shape in, int tokens)
{
    struct net net[2];
    size_t x = SAMPLES * shape_size(in), y;

    for (int i = 0; i < 2; i++) {
        build_one(&net[i], text, norm, in, tokens, i);
        y = SAMPLES * shape_size(net[i].out);
        fill(net_input(&net[i]), x, "x", tokens);
        net_forward(&net[i], SAMPLES, true, 7);
    }
    check_kinds(text, net, tokens);
    assert_true(net[1].nodes >= net[0].nodes && net[1].nodes == net[1].layers);
    assert_int_equal(net[0].param_reals, net[1].param_reals);
    assert_int_equal(net[0].state_reals, net[1].state_reals);
    assert_memory_equal(net[0].param, net[1].param, net[0].param_reals * sizeof(real));
    assert_near(text, "output", &net[0], y, net_output(&net[0]), net_output(&net[1]));
    for (int i = 0; i < 2; i++) {
        fill(net_output_gradient(&net[i]), y, "dy", 0);
        net_backward(&net[i], SAMPLES, 7);
    }
    assert_near(text, "gradient", &net[0], net[0].param_reals, net[0].dparam, net[1].dparam);
    if (net[0].state_reals > 0)
        assert_near(text, "state", &net[0], net[0].state_reals, net[0].state, net[1].state);
    for (int i = 0; i < 2; i++) {
        fill(net_input(&net[i]), x, "x", tokens);
        net_forward(&net[i], SAMPLES, false, 0);
    }
    assert_near(text, "inference", &net[0], y, net_output(&net[0]), net_output(&net[1]));
    net_release(&net[0]);
    net_release(&net[1]);
}

static const char *const image_nets[] = {
    "mlp hidden=16x3",
    "mlp hidden=16-12 act=sigmoid norm_at=after",
    "mlp hidden=16-12 act=gelu",
    "resmlp width=16 blocks=3",
    "mlp hidden=16-12 norm_at=input",
    "mlp hidden=16-12 norm_at=input-before",
    "mlp hidden=16-12 norm_at=input-after",
    "lenet",
    "lenet act=tanh norm_at=after",
    "resnet depth=8",
    "resnet depth=8 shortcut=pad",
    "conv2d 6 k=3; ${norm}; relu; dropout 0.3; residual { conv2d 6 k=3; ${norm}; relu; "
    "conv2d 6 k=3; ${norm} }; relu; gap; dense 5",
    "conv2d 6 k=3; relu; residual { conv2d 6 k=3 }; relu; residual { relu; conv2d 6 k=3 }; "
    "flatten; ${norm}; dense 5",
    "flatten; residual { ${norm}; dense 16 } { ${norm}; dense 16 }; dense 5",
    "flatten; ${norm}; dense 16 bias=0; tanh; ${norm}; dense 5",
    "flatten; ${norm}; dense 16 bias=0; relu; ${norm}; dense 5",
    "flatten; ${norm}; dense 16 bias=0; relu; dense 5 bias=0",
};

static void test_images(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof image_nets / sizeof *image_nets; i++) {
        check(image_nets[i], "none", shape_image(16, 16, 3), 0);
        check(image_nets[i], "batchnorm", shape_image(16, 16, 3), 0);
        check(image_nets[i], "layernorm", shape_image(16, 16, 3), 0);
        check(image_nets[i], "groupnorm groups=2", shape_image(16, 16, 3), 0);
    }
}

static const struct {
    const char *text, *norm;
    int channels, tokens;
} sequence_nets[] = {
    {"transformer_block width=8 heads=2 ff=16; mean; dense 5", "layernorm over=token", 8, 0},
    {"transformer from=values width=8 heads=2 ff=16 dropout=0.2", "layernorm over=token", 8, 0},
    {"transformer width=8 heads=2 ff=16", "layernorm over=token", 1, 9},
    {"recurrent from=values units=6 embedding=4 cell=gru layers=2", "batchnorm", 8, 0},
    {"recurrent from=values units=6 embedding=4 bidirectional=1 pool=mean", "batchnorm", 8, 0},
    {"recurrent units=6 embedding=4", "none", 1, 9},
    {"embedding 4 tokens=9; none; gru 6 bidirectional=1 norm=layernorm; mean; dense 5", "none", 1,
     9},
    {"embedding 4 tokens=9; residual { lstm 4 } ; last; dense 5", "none", 1, 9},
    {"convnet layers=2 width=8 k=3", "batchnorm", 1, 9},
    {"dense 8; conv1d 8 k=3; ${norm}; relu; residual { conv1d 8 k=3 }; relu; mean; dense 5",
     "batchnorm", 8, 0},
    {"dense 8; relu; residual { dense 8 }; relu; dense 6; relu; dropout 0.2; dense 8; relu; attention 2; "
     "relu; attention 4; mean; dense 5",
     "none", 8, 0},
    {"dense 8; residual { ${norm}; attention 2 }; tanh; residual { dense 8; relu; dense 8; sigmoid; "
     "dense 8 }; relu; mean; dense 5",
     "layernorm over=token", 8, 0},
};
enum { SEQUENCE_NETS = sizeof sequence_nets / sizeof *sequence_nets };

static void test_sequences(void **state)
{
    (void)state;
    for (int i = 0; i < SEQUENCE_NETS; i++)
        check(sequence_nets[i].text, sequence_nets[i].norm,
              shape_sequence(9, sequence_nets[i].channels), sequence_nets[i].tokens);
}

/* True when the text begins with the name as a word. */
static bool names(const char *text, const char *name)
{
    return text_starts_with(text, name) && (text[strlen(name)] == ' ' || !text[strlen(name)]);
}

/* Each net that has a name is among those above. */
static void test_all_named_nets(void **state)
{
    (void)state;
    for (int i = 0; zoo[i]; i++) {
        bool found = false;

        for (size_t k = 0; k < sizeof image_nets / sizeof *image_nets; k++)
            found |= names(image_nets[k], zoo[i]->name);
        for (int k = 0; k < SEQUENCE_NETS; k++)
            found |= names(sequence_nets[k].text, zoo[i]->name);
        if (!found)
            fail_msg("%s is not tested", zoo[i]->name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_images),
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_all_named_nets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
