/* Learned factors for the end of a residual branch, which make a block begin as the identity or near it:
 *   skipinit     y = alpha * x, one alpha for the layer, which starts at 0 (De & Smith 2020, section 4)
 *   layerscale   y = gamma_c * x, one gamma for each channel, which starts near 0 (Touvron, Cord, Sablayrolles,
 *                Synnaeve & Jegou 2021, section 2)
 * The default of layerscale, 1e-4, is that of the paper's program. The paper itself takes 0.1 for transformers of up to
 * 18 blocks, 1e-5 for 24, and 1e-6 for more.
 *
 * The factors have no weight decay. Neither layer is a norm. */
#include "layers/layer.h"
#include "layers/row_tasks.h"

struct branch_factor {
    double init;
    size_t sums; /* offset in scratch */
};
LAYER_OPTIONS_FIT(struct branch_factor);

static const struct branch_factor *options_of(const struct layer *l)
{
    return (const struct branch_factor *)l->options;
}

static int book(struct layer *l, const char *name, int count)
{
    struct branch_factor *o = (struct branch_factor *)l->options;

    layer_book_param(l, name, PARAM_OTHER, 1, count)->initial = o->init;
    o->sums = row_tasks_book(l, l->in[0].c);
    l->out = l->in[0];
    l->flops = (double)shape_size(l->in[0]);
    return 0;
}

/* to (+)= factor * from, for the rows [first, end). (+)= adds when add is true, else overwrites. */
static void multiply(const struct layer *l, const struct io *io, size_t first, size_t end,
                     const real *from, real *to, bool add)
{
    const real *factor = layer_param(l, io, 0);
    size_t c = (size_t)l->in[0].c;
    bool one = l->param[0].count == 1;

    for (size_t r = first * c; r < end * c; r += c)
        for (size_t j = 0; j < c; j++)
            to[r + j] = factor[one ? 0 : j] * from[r + j] + (add ? to[r + j] : 0);
}

static void forward_rows(const struct layer *l, const struct io *io, size_t first, size_t end,
                         double *sum)
{
    (void)sum;
    multiply(l, io, first, end, io->x[0], io->y, false);
}

static void forward(const struct layer *l, struct io *io)
{
    row_tasks_run(l, io, forward_rows, 0, 0);
}

/* A row_task: adds the sum of dy * x over the rows to sum, for each channel. */
static void backward_rows(const struct layer *l, const struct io *io, size_t first, size_t end,
                          double *sum)
{
    size_t c = (size_t)l->in[0].c;

    for (size_t r = first * c; r < end * c; r += c)
        for (size_t j = 0; j < c; j++)
            sum[j] += (double)io->dy[r + j] * io->x[0][r + j];
    if (io->dx[0])
        multiply(l, io, first, end, io->dy, io->dx[0], io->add[0]);
}

static void backward(const struct layer *l, struct io *io)
{
    size_t c = (size_t)l->in[0].c;
    const double *sum = row_tasks_run(l, io, backward_rows, options_of(l)->sums, l->in[0].c);
    double all = 0;

    for (size_t j = 0; j < c; j++)
        all += sum[j];
    if (l->param[0].count == 1)
        io_write_dparam(io, 1, &all, layer_dparam(l, io, 0));
    else
        io_write_dparam(io, c, sum, layer_dparam(l, io, 0));
}

/* ---- skipinit ---- */

static const struct option skipinit_options[] = {
    {"init", OPTION_REAL, offsetof(struct branch_factor, init), "0", -1e6, 1e6, NULL,
     "initial value of the factor"},
    {0},
};

static int skipinit_setup(struct layer *l, struct setup *s)
{
    (void)s;
    return book(l, "alpha", 1);
}

const struct layer_type layer_skipinit = {
    .name = "skipinit",
    .usage = "a learned factor, one for all channels, that starts at 0: for the end of a residual",
    .options = skipinit_options,
    .examples = {"", "init=0.5"},
    .setup = skipinit_setup,
    .forward = forward,
    .backward = backward,
};

/* ---- layerscale ---- */

static const struct option layerscale_options[] = {
    {"init", OPTION_REAL, offsetof(struct branch_factor, init), "1e-4", -1e6, 1e6, NULL,
     "initial value of the factors"},
    {0},
};

static int layerscale_setup(struct layer *l, struct setup *s)
{
    (void)s;
    return book(l, "gamma", l->in[0].c);
}

const struct layer_type layer_layerscale = {
    .name = "layerscale",
    .usage = "a learned factor for each channel that starts near 0: for the end of a residual",
    .options = layerscale_options,
    .examples = {"", "init=-0.1"},
    .setup = layerscale_setup,
    .forward = forward,
    .backward = backward,
};
