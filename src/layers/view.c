/* Layers whose output has the same elements as the input, in the same order. */
#include "layers/layer.h"

static int none_setup(struct layer *l, struct setup *s)
{
    (void)s;
    l->out = l->in[0];
    return 0;
}

const struct layer_type layer_none = {
    .name = "none",
    .usage = "the input as it is: no norm, in a comparison of norms",
    .view = true,
    .examples = {""},
    .setup = none_setup,
    .forward = layer_copy_forward,
    .backward = layer_copy_backward,
};

static int flatten_setup(struct layer *l, struct setup *s)
{
    if (shape_size(l->in[0]) > 1 << 30)
        return layer_error(s, "the sample is too large to flatten");
    l->out = shape_vector((int)shape_size(l->in[0]));
    return 0;
}

const struct layer_type layer_flatten = {
    .name = "flatten",
    .usage = "a sample as one vector, channels last",
    .view = true,
    .takes_all_positions = true,
    .examples = {""},
    .setup = flatten_setup,
    .forward = layer_copy_forward,
    .backward = layer_copy_backward,
};
