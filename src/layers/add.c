/* The sum of two inputs: where a residual's body meets its shortcut. */
#include "kernels/kernels.h"
#include "layers/layer.h"

static int setup(struct layer *l, struct setup *s)
{
    char a[48], b[48];

    if (!shape_equal(l->in[0], l->in[1])) {
        shape_print(a, l->in[0]);
        shape_print(b, l->in[1]);
        return layer_error(
            s,
            "the body gives %s and the shortcut %s; give the residual a second {...} "
            "with a shortcut that fits",
            a, b);
    }
    l->out = l->in[0];
    l->flops = (double)shape_size(l->out);
    return 0;
}

static void forward_block(void *context, size_t first, size_t end)
{
    const struct layer_call *c = context;

    c->layer->kernels->sum(end - first, c->io->x[0] + first, c->io->x[1] + first, c->io->y + first);
}

static void forward(const struct layer *l, struct io *io)
{
    layer_elements(l, io, layer_count(l, io), forward_block);
}

static void backward_block(void *context, size_t first, size_t end)
{
    const struct io *io = ((const struct layer_call *)context)->io;

    for (int i = 0; i < 2; i++)
        if (io->dx[i])
            gradient_write(end - first, io->dy + first, io->dx[i] + first, io->add[i]);
}

static void backward(const struct layer *l, struct io *io)
{
    layer_elements(l, io, layer_count(l, io), backward_block);
}

const struct layer_type layer_add = {
    .name = "add",
    .usage = "the sum of two inputs (made by residual)",
    .inputs = 2,
    .examples = {""},
    .setup = setup,
    .forward = forward,
    .backward = backward,
};
