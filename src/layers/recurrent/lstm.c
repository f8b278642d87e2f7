/*
 * Long short-term memory (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000), as
 * torch.nn.LSTM, but for its first values. With a = x W_x + h W_h + b in the order i, f, g, o:
 *   i, f, o = sigmoid(a), where f has forget_bias added;   g = tanh(a)
 *   c' = f c + i g,   h' = o tanh(c')
 */
#include "layers/recurrent/recurrent.h"

static const struct option options[] = {
    RECURRENT_OPTIONS("auto|x|h|x-h|c|x-c|h-c|x-h-c"),
    {"forget_bias", OPTION_REAL, offsetof(struct recurrent, forget_bias), "1", -100, 100, NULL,
     "added to the forget gate before its sigmoid (TensorFlow: 1, PyTorch: 0)"},
    {0},
};

static void step_forward(const struct kernels *k, const struct cell_step *s)
{
    k->lstm_forward(s);
}

static void step_backward(const struct kernels *k, const struct cell_step *s)
{
    k->lstm_backward(s);
}

static void step_output(const struct kernels *k, const struct cell_step *s)
{
    k->lstm_output(s);
}

static void step_output_backward(const struct kernels *k, const struct cell_step *s)
{
    k->lstm_output_backward(s);
}

static const struct cell cell = {.gates = 4,
                                 .has_c = true,
                                 .has_memo = true,
                                 .forward = step_forward,
                                 .backward = step_backward,
                                 .output = step_output,
                                 .output_backward = step_output_backward};

static void resolve(void *options)
{
    recurrent_resolve(options, true);
}

static int setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &cell);
}

const struct layer_type layer_lstm = {
    .name = "lstm",
    .usage = "long short-term memory",
    .positional = "units",
    .options = options,
    .resolve = resolve,
    .reads_mask = true,
    .takes_sequence = true,
    .examples = {"5", "3 bidirectional=1 bias=0 forget_bias=0", "4 norm=layernorm",
                 "3 norm=batchnorm", "2 norm=batchnorm:momentum=cma norm_at=x-h bidirectional=1",
                 "3 norm=layernorm norm_at=c gamma_init=0.5"},
    .setup = setup,
    .clear = recurrent_clear,
    .forward = recurrent_forward,
    .backward = recurrent_backward,
};
