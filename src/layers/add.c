/* The sum of two inputs: the end of a residual block, where its body meets its shortcut. */
#include "kernels/kernels.h"
#include "layers/layer.h"

static int setup(struct layer *l, struct setup *s)
{
    char a[48], b[48];

    if (shape_equal(l->in[0], l->in[1]))
        return layer_setup_same_shape(l, s);
    shape_print(a, l->in[0]);
    shape_print(b, l->in[1]);
    return layer_error(s,
                       "the body gives %s and the shortcut %s; give the residual a second {...} "
                       "with a shortcut that fits",
                       a, b);
}

static void forward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    l->kernels->sum(end - first, io->x[0] + first, io->x[1] + first, io->y + first);
}

static void backward(const struct layer *l, const struct io *io, size_t first, size_t end)
{
    (void)l;
    for (int i = 0; i < 2; i++)
        if (io->dx[i])
            gradient_write(end - first, io->dy + first, io->dx[i] + first, io->add[i]);
}

const struct layer_type layer_add = {
    .name = "add",
    .usage = "the sum of two inputs (made by residual)",
    .inputs = 2,
    .examples = {""},
    .setup = setup,
    .forward = layer_forward_elements,
    .backward = layer_backward_elements,
    .forward_elements = forward,
    .backward_elements = backward,
};
