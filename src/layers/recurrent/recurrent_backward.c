/* The backward pass of rnn, lstm and gru. */
#include "layers/recurrent/recurrent_internal.h"
#include <string.h>

/* ---- one step ---- */

/* Returns the vectors of all samples at position t, in the array [R][G*H] at an offset in scratch, which holds one
 * segment. */
static real *pass_segment(const struct pass *p, size_t offset, size_t t)
{
    return (real *)io_scratch(p->io, offset) + t % p->segment_steps * p->n * p->width;
}

/* Adds dy at position t to dh, the gradient of the state h after the step. At padding, the output is 0 whatever h is,
 * so dy is not added. */
static void add_output_gradient(const struct pass *p, size_t t, real *dh)
{
    const unsigned char *mask = pass_mask(p, t);
    size_t width = (size_t)p->l->out.c;
    const real *dy = p->io->dy + t * width + (p->reverse ? p->h : 0);

    for (size_t i = 0; i < p->n; i++, dy += p->steps * width, dh += p->h)
        if (!mask || mask[i])
            p->l->kernels->sum(p->h, dh, dy, dh);
}

/* For samples that are padding at step t, the gradient of the states must pass through the step unchanged. The function
 * is called twice. With before = true, before the step's backward, it moves this gradient from dstates to
 * padded_dstates and leaves 0. With before = false, after the step's backward, it adds the gradient to dstates. */
static void bypass_step(const struct pass *p, size_t t, bool before)
{
    const unsigned char *mask = pass_mask(p, t);
    real *d = io_scratch(p->io, p->r->dstates), *padded = io_scratch(p->io, p->r->padded_dstates);
    size_t states = p->r->cell->output ? 2 : 1;

    for (size_t i = 0; mask && i < states * p->n; i++) {
        if (mask[i % p->n])
            continue;
        for (size_t j = i * p->h; j < (i + 1) * p->h; j++) {
            if (before)
                padded[j] = d[j];
            d[j] = before ? 0 : d[j] + padded[j];
        }
    }
}

/* Adds gradient[count] to the total gradient, from element `at` of the layer's parameters on. The total gradient is a sum
 * over steps and segments, in double. */
static void add_total(const struct pass *p, size_t at, size_t count, const real *gradient)
{
    double *total = io_scratch(p->io, p->r->total_gradient);

    p->l->kernels->columns_total(1, (int)count, gradient, 0, total + at);
}

static void backward_norm(struct pass *p, int which, size_t t, const real *dy, bool add, real *dx)
{
    const struct step_norm *m = &p->d->norm[which];

    step_norm_backward(&p->norm[which], t, pass_norm_input(p, which, t), pass_mask(p, t), dy, add,
                       dx);
    add_total(p, m->param, m->layer->param_reals, p->io->dparam + m->param);
}

/* Computes the gradients of the gates and of the states before the step from those of the states after the step. */
static void backward_cell(struct pass *p, size_t t, struct cell_step *s)
{
    const struct cell *cell = p->r->cell;

    if (p->d->norm[NORM_OF_C].layer) {
        s->dnormed = io_scratch(p->io, p->r->normed_c);
        cell->output_backward(p->l->kernels, s);
        backward_norm(p, NORM_OF_C, t, s->dnormed, true, s->dc);
    }
    cell->backward(p->l->kernels, s);
}

static void backward_step(struct pass *p, size_t t)
{
    const struct recurrent *r = p->r;
    struct cell_step s = pass_step(p, t);
    const real *dproduct;

    s.dh = io_scratch(p->io, r->dstates);
    s.dc = s.dh + p->n * p->h;
    s.dgates = pass_segment(p, r->dgates, t);
    s.dgates_h = pass_segment(p, r->dgates_h, t);
    add_output_gradient(p, t, s.dh);
    bypass_step(p, t, true);
    backward_cell(p, t, &s);
    dproduct = r->cell->separate_h ? s.dgates_h : s.dgates;
    if (p->d->norm[NORM_OF_X].layer)
        backward_norm(p, NORM_OF_X, t, s.dgates, false,
                      pass_segment(p, r->dnorm_input[NORM_OF_X], t));
    if (p->d->norm[NORM_OF_H].layer) {
        real *dnorm_input = pass_segment(p, r->dnorm_input[NORM_OF_H], t);

        backward_norm(p, NORM_OF_H, t, dproduct, false, dnorm_input);
        dproduct = dnorm_input;
    }
    if (!pass_is_first(p, t))
        products_forward(&r->hidden_back, p->io->threads, p->n, dproduct,
                         io_scratch(p->io, r->transposed_h), true, s.dh);
    bypass_step(p, t, false);
}

/* ---- the weights ---- */

/* A segment: the steps [first, end). The gradient of a weight is one product for each segment. When there are several
 * segments, their products are added in double. Padding at the end does not change which steps share a segment. */
struct segment {
    size_t first, end;
    size_t rows; /* of all samples */
};

static struct segment segment_of(const struct pass *p, size_t t)
{
    size_t first = t / p->segment_steps * p->segment_steps, next = first + p->segment_steps,
           end = next < p->steps ? next : p->steps;

    return (struct segment){first, end, (end - first) * p->n};
}

/* True when one segment has all steps. The gradients of weights then need no total. */
static bool is_whole(const struct pass *p)
{
    return p->segment_steps >= p->steps;
}

/* Computes what a segment adds to the gradient of a weight, from x[rows][..] and dy[rows][G*H]. */
static void add_weight(const struct pass *p, const struct products *product, int weight,
                       size_t rows, const real *x, const real *dy)
{
    const struct io *io = is_whole(p) ? p->call : p->io;
    real *gradient = layer_dparam(p->l, io, weight);

    products_weight(product, io->threads, 1, rows, x, dy, io->add_param, gradient);
    if (!is_whole(p))
        add_total(p, p->l->param[weight].offset, p->l->param[weight].count, gradient);
}

/* Computes what a segment adds to the gradient of weight_h. The first step is left out, since h is 0 before it. */
static void add_weight_h(const struct pass *p, const struct segment *g, const real *dproduct)
{
    bool starts = g->rows > p->n && pass_is_first(p, g->first),
         ends = g->rows > p->n && pass_is_first(p, g->end - 1);
    size_t skipped = starts ? p->n : 0;
    const real *h = pass_saved(p, p->d->h, g->first + p->reverse, p->h);

    add_weight(p, &p->r->hidden, p->d->weight_h, g->rows - (starts || ends ? p->n : 0),
               h + skipped * p->h, dproduct + skipped * p->width);
}

/* Adds a segment's gradient of the parameter `bias` to the total. The gradient is the sums of the columns of dy from
 * `first` on, as bias_h belongs to the last gate only. bias < 0: there is none, and nothing is done. */
static void add_bias(const struct pass *p, size_t rows, int bias, const real *dy, size_t first)
{
    real *sums = io_scratch(p->io, p->r->bias_sums);

    if (bias < 0)
        return;
    products_bias(&p->r->input, p->io->threads, rows, dy, false, sums);
    add_total(p, p->l->param[bias].offset, p->l->param[bias].count, sums + first);
}

/* Computes dx of a segment's rows, or of its kinds of rows, and writes it to io->dx[0]. The second direction adds to
 * the dx of the first. */
static void write_dx(const struct pass *p, const struct segment *g, const real *dproduct)
{
    real *dx = io_scratch(p->io, p->r->dx);
    bool add = p->io->add[0] || p->reverse;

    products_forward(&p->r->input_back, p->io->threads, p->kinds.count ? p->kinds.count : g->rows,
                     dproduct, io_scratch(p->io, p->r->transposed_x), false, dx);
    if (p->kinds.count) {
        row_kinds_spread(&p->kinds, g->first, g->end, p->c, dx, add, p->io->dx[0]);
        return;
    }
    for (size_t t = g->first; t < g->end; t++)
        for (size_t i = 0; i < p->n; i++, dx += p->c)
            gradient_write(p->c, dx, p->io->dx[0] + (i * p->steps + t) * p->c, add);
}

/* Returns the gradients of x W_x at the rows of a segment. With kinds: their sums over the rows of each kind. */
static const real *input_gradient(const struct pass *p, const struct segment *g)
{
    const struct recurrent *r = p->r;
    size_t dproduct = p->d->norm[NORM_OF_X].layer ? r->dnorm_input[NORM_OF_X] : r->dgates;
    real *sums = io_scratch(p->io, r->kind_gates);

    if (!p->kinds.count)
        return io_scratch(p->io, dproduct);
    memset(sums, 0, p->kinds.count * p->width * sizeof *sums);
    for (size_t t = g->first; t < g->end; t++)
        row_kinds_add(&p->kinds, p->l->kernels, t, p->width, pass_segment(p, dproduct, t), sums);
    return sums;
}

/* Computes what a segment adds to the gradients of weights, biases and inputs, from the gradients of its gates. */
static void backward_segment(const struct pass *p, const struct segment *g)
{
    const struct recurrent *r = p->r;
    const struct direction *d = p->d;
    const real *dgates = io_scratch(p->io, r->dgates),
               *dgates_h = r->cell->separate_h ? io_scratch(p->io, r->dgates_h) : dgates,
               *dproduct_x = input_gradient(p, g),
               *dproduct_h = d->norm[NORM_OF_H].layer ? io_scratch(p->io, r->dnorm_input[NORM_OF_H])
                                                      : dgates_h;
    size_t kinds = p->kinds.count, rows = kinds ? kinds : g->rows;

    add_weight(p, &r->input, d->weight_x, rows,
               kinds ? io_scratch(p->io, r->kind_x) : pass_saved(p, r->x, g->first, p->c),
               dproduct_x);
    add_weight_h(p, g, dproduct_h);
    if (d->norm[NORM_OF_X].layer)
        add_bias(p, g->rows, d->bias, dgates, 0);
    else
        add_bias(p, rows, d->bias, dproduct_x, 0);
    add_bias(p, g->rows, d->bias_h, dgates_h, p->width - p->h);
    if (p->io->dx[0])
        write_dx(p, g, dproduct_x);
}

/* Calls task(p, parameter) for each parameter of this direction whose gradient is summed in the total. */
static void for_totals(const struct pass *p,
                       void (*task)(const struct pass *p, const struct param *parameter))
{
    const struct direction *next = p->d + 1;
    bool last = p->d == &p->r->direction[p->r->directions - 1];
    int end = last ? p->l->params : next->weight_x;

    for (int i = p->d->weight_x; i < end; i++)
        if (!is_whole(p) || (i != p->d->weight_x && i != p->d->weight_h))
            task(p, &p->l->param[i]);
}

static void clear_total(const struct pass *p, const struct param *parameter)
{
    double *total = io_scratch(p->io, p->r->total_gradient);

    memset(total + parameter->offset, 0, parameter->count * sizeof *total);
}

static void write_total(const struct pass *p, const struct param *parameter)
{
    const double *total = io_scratch(p->io, p->r->total_gradient);

    io_write_dparam(p->call, parameter->count, total + parameter->offset,
                    p->call->dparam + parameter->offset);
}

static void backward_direction(struct pass *p)
{
    const struct recurrent *r = p->r;

    for_totals(p, clear_total);
    products_turn(&r->hidden, layer_param(p->l, p->io, p->d->weight_h),
                  io_scratch(p->io, r->transposed_h));
    if (p->io->dx[0])
        products_turn(&r->input, layer_param(p->l, p->io, p->d->weight_x),
                      io_scratch(p->io, r->transposed_x));
    memset(io_scratch(p->io, r->dstates), 0, 2 * p->n * p->h * sizeof(real));
    for (size_t i = p->steps; i-- > 0;) {
        size_t t = p->reverse ? p->steps - 1 - i : i;
        struct segment g = segment_of(p, t);

        backward_step(p, t);
        if (t == (p->reverse ? g.end - 1 : g.first))
            backward_segment(p, &g);
    }
    for_totals(p, write_total);
}

void recurrent_backward(const struct layer *l, struct io *io)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    struct io partial = *io;
    struct pass p;

    partial.dparam = io_scratch(io, r->partial_gradient);
    partial.add_param = false;
    pass_init(&p, l, &partial, io);
    pass_run(&p, backward_direction);
}
