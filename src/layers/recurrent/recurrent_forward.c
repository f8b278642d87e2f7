/* The forward pass of rnn, lstm and gru. */
#include "layers/recurrent/recurrent_internal.h"
#include <string.h>

static void forward_norm(struct pass *p, int which, size_t t, real *y)
{
    step_norm_forward(&p->norm[which], t, pass_norm_input(p, which, t), pass_mask(p, t), y);
}

/* Returns the memory for x W_x of step t. */
static real *input_product(struct pass *p, size_t t)
{
    return p->d->norm[NORM_OF_X].layer ? pass_norm_input(p, NORM_OF_X, t)
                                       : pass_saved(p, p->d->gates, t, p->width);
}

/* Computes x W_x of all steps, or for all kinds of rows. */
static void multiply_input(struct pass *p)
{
    size_t kinds = p->kinds.count;

    products_forward(&p->r->input, p->io->threads, kinds ? kinds : p->steps * p->n,
                     kinds ? io_scratch(p->io, p->r->kind_x) : io_saved(p->io, p->r->x),
                     layer_param(p->l, p->io, p->d->weight_x), false,
                     kinds ? io_scratch(p->io, p->r->kind_gates) : input_product(p, 0));
}

/* product = h W_h, plus product when add is true. At the first step, h is 0. */
static void multiply_state(struct pass *p, size_t t, const real *h, bool add, real *product)
{
    if (!pass_is_first(p, t))
        products_forward(&p->r->hidden, p->io->threads, p->n, h,
                         layer_param(p->l, p->io, p->d->weight_h), add, product);
    else if (!add)
        memset(product, 0, p->n * p->width * sizeof *product);
}

/* Computes the gates before their nonlinearity in s->gates: x W_x or its norm. h W_h, or its norm, is added to s->gates,
 * or, for a cell with separate_h, written to s->gates_h. */
static void forward_gates(struct pass *p, size_t t, struct cell_step *s)
{
    bool normed = p->d->norm[NORM_OF_H].layer, separate = p->r->cell->separate_h;
    real *gates_h = io_scratch(p->io, p->r->gates_h),
         *product = normed     ? pass_norm_input(p, NORM_OF_H, t)
                    : separate ? gates_h
                               : s->gates;

    if (p->kinds.count)
        row_kinds_look_up(&p->kinds, t, p->width, io_scratch(p->io, p->r->kind_gates),
                          input_product(p, t));
    if (p->d->norm[NORM_OF_X].layer)
        forward_norm(p, NORM_OF_X, t, s->gates);
    multiply_state(p, t, s->h_prev, product == s->gates, product);
    if (normed)
        forward_norm(p, NORM_OF_H, t, gates_h);
    if (normed && !separate)
        p->l->kernels->sum(p->n * p->width, s->gates, gates_h, s->gates);
    s->gates_h = gates_h;
}

/* Computes the states after the step from the gates before their nonlinearity. */
static void forward_cell(struct pass *p, size_t t, struct cell_step *s)
{
    const struct cell *cell = p->r->cell;
    real *normed = io_scratch(p->io, p->r->normed_c);

    if (!p->d->norm[NORM_OF_C].layer) {
        cell->forward(p->l->kernels, s);
        return;
    }
    s->normed = normed;
    cell->forward(p->l->kernels, s);
    memcpy(pass_norm_input(p, NORM_OF_C, t), s->c, p->n * p->h * sizeof(real));
    forward_norm(p, NORM_OF_C, t, normed);
    cell->output(p->l->kernels, s);
}

/* Writes y of a step. For samples that are padding at this step, y is 0, and the states are set back to those before
 * the step. */
static void finish_step(const struct pass *p, size_t t, const struct cell_step *s)
{
    const unsigned char *mask = pass_mask(p, t);
    size_t width = (size_t)p->l->out.c, row_bytes = p->h * sizeof(real);

    for (size_t i = 0; i < p->n; i++) {
        real *y = p->io->y + (i * p->steps + t) * width + (p->reverse ? p->h : 0);
        size_t row = i * p->h;

        if (!mask || mask[i]) {
            memcpy(y, s->h_next + row, row_bytes);
            continue;
        }
        memset(y, 0, row_bytes);
        memcpy(s->h_next + row, s->h_prev + row, row_bytes);
        if (s->c)
            memcpy(s->c + row, s->c_prev + row, row_bytes);
    }
}

static void forward_direction(struct pass *p)
{
    const struct direction *d = p->d;
    size_t first = p->reverse ? p->steps : 0, state_bytes = p->n * p->h * sizeof(real);

    multiply_input(p);
    memset(pass_saved(p, d->h, first, p->h), 0, state_bytes);
    if (p->r->cell->output)
        memset(pass_saved(p, d->c, first, p->h), 0, state_bytes);
    for (size_t i = 0; i < p->steps; i++) {
        size_t t = p->reverse ? p->steps - 1 - i : i;
        struct cell_step s = pass_step(p, t);

        forward_gates(p, t, &s);
        forward_cell(p, t, &s);
        finish_step(p, t, &s);
    }
}

void recurrent_forward(const struct layer *l, struct io *io)
{
    const real *from = io->x[0];
    struct pass p;

    pass_init(&p, l, io, io);
    for (size_t i = 0; !p.kinds.count && i < p.n; i++)
        for (size_t t = 0; t < p.steps; t++, from += p.c)
            memcpy(pass_saved(&p, p.r->x, t, p.c) + i * p.c, from, p.c * sizeof *from);
    pass_run(&p, forward_direction);
}
