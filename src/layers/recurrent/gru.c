/*
 * Gated recurrent units (Cho et al. 2014), as torch.nn.GRU, but for its first values. With a = x W_x + b and
 * p = h W_h in the order r, z, n:
 *   r, z = sigmoid(a + p),   n = tanh(a + r (p + b_h)),   h' = (1 - z) n + z h
 */
#include "layers/recurrent/recurrent.h"

static const struct option options[] = {RECURRENT_OPTIONS("auto|x|h|x-h"), {0}};

static void step_forward(const struct kernels *k, const struct cell_step *s)
{
    k->gru_forward(s);
}

static void step_backward(const struct kernels *k, const struct cell_step *s)
{
    k->gru_backward(s);
}

static const struct cell cell = {.gates = 3,
                                 .has_memo = true,
                                 .parts_apart = true,
                                 .forward = step_forward,
                                 .backward = step_backward};

static void resolve(void *options)
{
    recurrent_resolve(options, false);
}

static int setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &cell);
}

const struct layer_type layer_gru = {
    .name = "gru",
    .usage = "gated recurrent units",
    .positional = "units",
    .options = options,
    .resolve = resolve,
    .reads_mask = true,
    .takes_sequence = true,
    .examples = {"5", "3 bidirectional=1 bias=0", "4 norm=layernorm",
                 "3 norm=batchnorm bidirectional=1", "2 norm=layernorm norm_at=h"},
    .setup = setup,
    .clear = recurrent_clear,
    .forward = recurrent_forward,
    .backward = recurrent_backward,
};
