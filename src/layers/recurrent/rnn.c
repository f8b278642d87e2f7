/* A plain recurrent network (Elman 1990), as torch.nn.RNN, but for its first values:
 * h' = tanh(a), a = x W_x + h W_h + b. */
#include "layers/recurrent/recurrent.h"

static const struct option options[] = {RECURRENT_OPTIONS("auto|x|h|x-h"), {0}};

static void step_forward(const struct kernels *k, const struct cell_step *s)
{
    k->rnn_forward(s);
}

static void step_backward(const struct kernels *k, const struct cell_step *s)
{
    k->rnn_backward(s);
}

static const struct cell cell = {.gates = 1, .forward = step_forward, .backward = step_backward};

static void resolve(void *options)
{
    recurrent_resolve(options, false);
}

static int setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &cell);
}

const struct layer_type layer_rnn = {
    .name = "rnn",
    .usage = "a plain recurrent network: h = tanh(x W_x + h W_h + b)",
    .positional = "units",
    .options = options,
    .resolve = resolve,
    .reads_mask = true,
    .takes_sequence = true,
    .examples = {"5", "3 bidirectional=1 bias=0", "4 norm=layernorm norm_at=x",
                 "3 norm=batchnorm:momentum=0.3 norm_at=h", "3 norm=batchnorm bidirectional=1"},
    .setup = setup,
    .clear = recurrent_clear,
    .forward = recurrent_forward,
    .backward = recurrent_backward,
};
