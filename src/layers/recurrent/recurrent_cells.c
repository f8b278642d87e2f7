/*
 * The recurrent layers rnn, lstm and gru compute the same as torch.nn.RNN, LSTM and GRU; only the first values of their
 * parameters differ. Let h and c be the states before a step, h' and c' the states after it, and a = x W_x + h W_h + b.
 *
 * rnn (Elman 1990): h' = tanh(a)
 *
 * lstm (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000), gates in the order i, f, g, o:
 *   i, o = sigmoid(a),   f = sigmoid(a + forget_bias),   g = tanh(a)
 *   c' = f c + i g,   h' = o tanh(c')
 *
 * gru (Cho et al. 2014), gates in the order r, z, n, with a = x W_x + b and p = h W_h:
 *   r, z = sigmoid(a + p),   n = tanh(a + r (p + b_h)),   h' = (1 - z) n + z h
 */
#include "layers/recurrent/recurrent.h"

/* Defines a function of struct cell that calls the kernel of the same name. */
#define CALL_KERNEL(name)                                                                          \
    static void name(const struct kernels *k, const struct cell_step *s)                           \
    {                                                                                              \
        k->name(s);                                                                                \
    }

CALL_KERNEL(rnn_forward)
CALL_KERNEL(rnn_backward)
CALL_KERNEL(lstm_forward)
CALL_KERNEL(lstm_backward)
CALL_KERNEL(lstm_output)
CALL_KERNEL(lstm_output_backward)
CALL_KERNEL(gru_forward)
CALL_KERNEL(gru_backward)

static const struct cell rnn = {.gates = 1, .forward = rnn_forward, .backward = rnn_backward};
static const struct cell lstm = {.gates = 4,
                                 .forward = lstm_forward,
                                 .backward = lstm_backward,
                                 .output = lstm_output,
                                 .output_backward = lstm_output_backward};
static const struct cell gru = {
    .gates = 3, .separate_h = true, .forward = gru_forward, .backward = gru_backward};

static int rnn_setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &rnn);
}

static int lstm_setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &lstm);
}

static int gru_setup(struct layer *l, struct setup *s)
{
    return recurrent_setup(l, s, &gru);
}

static void resolve(void *options)
{
    recurrent_resolve(options, false);
}

static void lstm_resolve(void *options)
{
    recurrent_resolve(options, true);
}

static const struct option options[] = {RECURRENT_OPTIONS("auto|x|h|x-h"), {0}};

static const struct option lstm_options[] = {
    RECURRENT_OPTIONS("auto|x|h|x-h|c|x-c|h-c|x-h-c"),
    {"forget_bias", OPTION_REAL, offsetof(struct recurrent, forget_bias), "1", -100, 100, NULL,
     "added to the forget gate before its sigmoid (TensorFlow: 1, PyTorch: 0)"},
    {0},
};

#define RECURRENT_MEMBERS                                                                          \
    .positional = "units", .reads_mask = true, .takes_sequence = true, .clear = recurrent_clear,   \
    .forward = recurrent_forward, .backward = recurrent_backward, .inner_norm = recurrent_norm

const struct layer_type layer_rnn = {
    .name = "rnn",
    .usage = "a plain recurrent network: h = tanh(x W_x + h W_h + b)",
    .options = options,
    .resolve = resolve,
    .setup = rnn_setup,
    .examples = {"5", "3 bidirectional=1 bias=0", "4 norm=layernorm norm_at=x",
                 "3 norm=batchnorm:momentum=0.3 norm_at=h", "3 norm=batchnorm bidirectional=1"},
    RECURRENT_MEMBERS,
};

const struct layer_type layer_lstm = {
    .name = "lstm",
    .usage = "long short-term memory",
    .options = lstm_options,
    .resolve = lstm_resolve,
    .setup = lstm_setup,
    .examples = {"5", "3 bidirectional=1 bias=0 forget_bias=0", "4 norm=layernorm",
                 "3 norm=batchnorm", "2 norm=batchnorm:momentum=cma norm_at=x-h bidirectional=1",
                 "3 norm=layernorm norm_at=c gamma_init=0.5"},
    RECURRENT_MEMBERS,
};

const struct layer_type layer_gru = {
    .name = "gru",
    .usage = "gated recurrent units",
    .options = options,
    .resolve = resolve,
    .setup = gru_setup,
    .examples = {"5", "3 bidirectional=1 bias=0", "4 norm=layernorm",
                 "3 norm=batchnorm bidirectional=1", "2 norm=layernorm norm_at=h"},
    RECURRENT_MEMBERS,
};
