#include "layers/view.h"
#include "kernels/kernels.h"
#include <string.h>

void view_forward(const struct layer *l, struct io *io)
{
    if (io->y != io->x[0])
        memcpy(io->y, io->x[0], layer_count(l, io) * sizeof(real));
}

void view_backward(const struct layer *l, struct io *io)
{
    if (io->dx[0] && io->dx[0] != io->dy)
        gradient_write(layer_count(l, io), io->dy, io->dx[0], io->add[0]);
}

/* ---- none: what stands in a norm's place when there is none ---- */

static int none_setup(struct layer *l, struct setup *s)
{
    (void)s;
    l->out = l->in[0];
    return 0;
}

const struct layer_type layer_none = {
    .name = "none",
    .usage = "nothing: what stands in a norm's place when there is none",
    .view = true,
    .examples = {""},
    .setup = none_setup,
    .forward = view_forward,
    .backward = view_backward,
};

/* ---- flatten ---- */

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
    .forward = view_forward,
    .backward = view_backward,
};
