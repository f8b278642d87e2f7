/* The forward and the backward pass of rnn, lstm and gru. */
#include "layers/recurrent/recurrent.h"
#include <string.h>

struct pass {
    const struct layer *l;
    const struct recurrent *r;
    struct io *io;
    const struct direction *d;
    bool reverse;              /* true: the direction from the last step to the first */
    size_t n, c, h, width;     /* numbers of samples, channels and units; G*H */
    size_t steps;              /* T */
    size_t segment_steps;      /* steps in a segment; the last segment may have fewer */
    const unsigned char *mask; /* [T][N]; NULL: all steps are valid */
    struct step_norm_call norm[CELL_NORMS];
};

/* Prepares a pass, and copies the mask to scratch as [T][N]. */
static void pass_init(struct pass *p, const struct layer *l, struct io *io)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    unsigned char *mask = io_scratch(io, r->mask);

    *p = (struct pass){.l = l,
                       .r = r,
                       .io = io,
                       .n = (size_t)io->n,
                       .c = (size_t)l->in[0].c,
                       .h = (size_t)r->units,
                       .width = (size_t)r->units * (size_t)r->cell->gates,
                       .steps = layer_positions(l, io),
                       .mask = io->mask ? mask : NULL};
    p->segment_steps = recurrent_segment_rows(p->n, p->steps) / p->n;
    for (size_t i = 0; io->mask && i < p->n; i++)
        for (size_t t = 0; t < p->steps; t++)
            mask[t * p->n + i] = io->mask[i * p->steps + t];
}

static void run_directions(struct pass *p, void (*run)(struct pass *p))
{
    for (int k = 0; k < p->r->directions; k++) {
        p->d = &p->r->direction[k];
        p->reverse = k == 1;
        for (int i = 0; i < CELL_NORMS; i++)
            if (p->d->norm[i].layer)
                step_norm_begin(&p->norm[i], p->l, &p->d->norm[i], p->io);
        run(p);
    }
}

static const unsigned char *mask_at(const struct pass *p, size_t t)
{
    return p->mask ? p->mask + t * p->n : NULL;
}

/* Returns the vectors of all samples at position t, in the array [T][N][width] at an offset in saved. */
static real *saved_at(const struct pass *p, size_t offset, size_t t, size_t width)
{
    return (real *)io_saved(p->io, offset) + t * p->n * width;
}

/* Returns the vectors of all samples at position t, in the array [R][G*H] at an offset in scratch, which holds one
 * segment. */
static real *segment_at(const struct pass *p, size_t offset, size_t t)
{
    return (real *)io_scratch(p->io, offset) + t % p->segment_steps * p->n * p->width;
}

static real *norm_input(const struct pass *p, int which, size_t t)
{
    return saved_at(p, p->d->norm_input[which], t, which == NORM_OF_C ? p->h : p->width);
}

/* Returns the arguments of a kernel at position t that both passes use: gates, memo, biases, and the states before and
 * after the step. */
static struct cell_step step_at(const struct pass *p, size_t t)
{
    const struct direction *d = p->d;
    size_t before = t + p->reverse, after = t + !p->reverse;
    bool has_c = p->r->cell->output;

    return (struct cell_step){.n = p->n,
                              .h = p->r->units,
                              .forget_bias = (real)p->r->forget_bias,
                              .bias = layer_param(p->l, p->io, d->bias),
                              .bias_h = layer_param(p->l, p->io, d->bias_h),
                              .gates = saved_at(p, d->gates, t, p->width),
                              .memo = saved_at(p, d->memo, t, p->h),
                              .h_prev = saved_at(p, d->h, before, p->h),
                              .h_next = saved_at(p, d->h, after, p->h),
                              .c_prev = has_c ? saved_at(p, d->c, before, p->h) : NULL,
                              .c = has_c ? saved_at(p, d->c, after, p->h) : NULL};
}

/* ---- forward ---- */

static void forward_norm(struct pass *p, int which, size_t t, real *y)
{
    step_norm_forward(&p->norm[which], t, norm_input(p, which, t), mask_at(p, t), y);
}

/* Computes the gates before their nonlinearity in s->gates. s->gates already contains x W_x, unless there is a norm of
 * x W_x, whose result is then written to it. h W_h, or its norm, is added to s->gates, or, for a cell with
 * separate_part, written to s->gates_h. */
static void forward_gates(struct pass *p, size_t t, struct cell_step *s)
{
    bool normed = p->d->norm[NORM_OF_H].layer, separate = p->r->cell->separate_part;
    real *part = io_scratch(p->io, p->r->part), *product = normed     ? norm_input(p, NORM_OF_H, t)
                                                           : separate ? part
                                                                      : s->gates;

    if (p->d->norm[NORM_OF_X].layer)
        forward_norm(p, NORM_OF_X, t, s->gates);
    products_forward(&p->r->hidden, p->io->threads, p->n, s->h_prev,
                     layer_param(p->l, p->io, p->d->weight_h), product == s->gates, product);
    if (normed)
        forward_norm(p, NORM_OF_H, t, part);
    if (normed && !separate)
        p->l->kernels->sum(p->n * p->width, s->gates, part, s->gates);
    s->gates_h = part;
}

/* Computes the state h after the step from the state c after the step, or from the norm of c. */
static void forward_output(struct pass *p, size_t t, struct cell_step *s)
{
    if (p->d->norm[NORM_OF_C].layer) {
        real *normed = io_scratch(p->io, p->r->normed_c);

        memcpy(norm_input(p, NORM_OF_C, t), s->c, p->n * p->h * sizeof(real));
        forward_norm(p, NORM_OF_C, t, normed);
        s->normed = normed;
    }
    p->r->cell->output(p->l->kernels, s);
}

/* Writes y of a step. For samples that are padding at this step, y is 0, and the states are set back to those before
 * the step. */
static void finish_step(const struct pass *p, size_t t, const struct cell_step *s)
{
    const unsigned char *mask = mask_at(p, t);
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

    products_forward(&p->r->input, p->io->threads, p->steps * p->n, io_saved(p->io, p->r->x),
                     layer_param(p->l, p->io, d->weight_x), false,
                     d->norm[NORM_OF_X].layer ? norm_input(p, NORM_OF_X, 0)
                                              : io_saved(p->io, d->gates));
    memset(saved_at(p, d->h, first, p->h), 0, state_bytes);
    if (p->r->cell->output)
        memset(saved_at(p, d->c, first, p->h), 0, state_bytes);
    for (size_t i = 0; i < p->steps; i++) {
        size_t t = p->reverse ? p->steps - 1 - i : i;
        struct cell_step s = step_at(p, t);

        forward_gates(p, t, &s);
        p->r->cell->forward(p->l->kernels, &s);
        if (p->r->cell->output)
            forward_output(p, t, &s);
        finish_step(p, t, &s);
    }
}

void recurrent_forward(const struct layer *l, struct io *io)
{
    const real *from = io->x[0];
    struct pass p;

    pass_init(&p, l, io);
    for (size_t i = 0; i < p.n; i++)
        for (size_t t = 0; t < p.steps; t++, from += p.c)
            memcpy(saved_at(&p, p.r->x, t, p.c) + i * p.c, from, p.c * sizeof *from);
    run_directions(&p, forward_direction);
}

/* ---- backward: one step ---- */

/* Adds dy at position t to dh, the gradient of the state h after the step. At padding, the output is 0 whatever h is,
 * so dy is not added. */
static void add_output_gradient(const struct pass *p, size_t t, real *dh)
{
    const unsigned char *mask = mask_at(p, t);
    size_t width = (size_t)p->l->out.c;
    const real *dy = p->io->dy + t * width + (p->reverse ? p->h : 0);

    for (size_t i = 0; i < p->n; i++, dy += p->steps * width, dh += p->h)
        if (!mask || mask[i])
            p->l->kernels->sum(p->h, dh, dy, dh);
}

/* For samples that are padding at step t, the gradient of the states must pass through the step unchanged. Called with
 * before = true before the step's backward, it moves this gradient from dstates to padded_dstates and leaves 0. Called
 * with before = false after it, it adds the gradient to dstates. */
static void bypass_step(const struct pass *p, size_t t, bool before)
{
    const unsigned char *mask = mask_at(p, t);
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

/* Adds gradient[count] to the total gradient, from element `at` of the layer's parameters on. */
static void add_total(const struct pass *p, size_t at, size_t count, const real *gradient)
{
    double *total = io_scratch(p->io, p->r->total_gradient);

    p->l->kernels->columns_total(1, (int)count, gradient, 0, total + at);
}

static void backward_norm(struct pass *p, int which, size_t t, const real *dy, bool add, real *dx)
{
    const struct step_norm *m = &p->d->norm[which];

    step_norm_backward(&p->norm[which], t, norm_input(p, which, t), mask_at(p, t), dy, add, dx);
    add_total(p, m->param, m->layer->param_reals, p->io->dparam + m->param);
}

/* Computes the gradients of the gates and of the states before the step from those of the states after the step. */
static void backward_cell(struct pass *p, size_t t, struct cell_step *s)
{
    const struct cell *cell = p->r->cell;
    bool normed = p->d->norm[NORM_OF_C].layer;

    s->dnormed = normed ? io_scratch(p->io, p->r->normed_c) : NULL;
    if (cell->output)
        cell->output_backward(p->l->kernels, s);
    if (normed)
        backward_norm(p, NORM_OF_C, t, s->dnormed, true, s->dc);
    cell->backward(p->l->kernels, s);
}

static void backward_step(struct pass *p, size_t t)
{
    const struct recurrent *r = p->r;
    struct cell_step s = step_at(p, t);
    const real *dproduct;

    s.dh = io_scratch(p->io, r->dstates);
    s.dc = s.dh + p->n * p->h;
    s.dgates = segment_at(p, r->dgates, t);
    s.dgates_h = segment_at(p, r->dpart, t);
    add_output_gradient(p, t, s.dh);
    bypass_step(p, t, true);
    backward_cell(p, t, &s);
    dproduct = r->cell->separate_part ? s.dgates_h : s.dgates;
    if (p->d->norm[NORM_OF_X].layer)
        backward_norm(p, NORM_OF_X, t, s.dgates, false,
                      segment_at(p, r->dnorm_input[NORM_OF_X], t));
    if (p->d->norm[NORM_OF_H].layer) {
        real *dnorm_input = segment_at(p, r->dnorm_input[NORM_OF_H], t);

        backward_norm(p, NORM_OF_H, t, dproduct, false, dnorm_input);
        dproduct = dnorm_input;
    }
    products_forward(&r->hidden_back, p->io->threads, p->n, dproduct,
                     io_scratch(p->io, r->transposed_h), true, s.dh);
    bypass_step(p, t, false);
}

/* ---- backward: the weights ---- */

/* A segment: the steps [first, first + steps). The gradients of weights are summed in real over neighbouring segments
 * with up to MATMUL_BLOCK rows; these sums are added in double. Padding at the end does not change how segments are
 * grouped into sums. */
struct segment {
    size_t first, steps;
    size_t last_position; /* the position in the segment that backward processes last */
    bool ends_sum;        /* after this segment, the sum in real is added to the total */
};

static struct segment segment_at_position(const struct pass *p, size_t t)
{
    size_t number = t / p->segment_steps, first = number * p->segment_steps,
           next = first + p->segment_steps, end = next < p->steps ? next : p->steps,
           summed = MATMUL_BLOCK / (p->segment_steps * p->n);
    bool ends = summed < 2 ||
                (p->reverse ? (number + 1) % summed == 0 || end == p->steps : number % summed == 0);

    return (struct segment){first, end - first, p->reverse ? end - 1 : first, ends};
}

static void add_weight(const struct pass *p, const struct segment *g, bool add,
                       const struct products *product, int weight, const real *x, const real *dy)
{
    real *gradient = layer_dparam(p->l, p->io, weight);

    products_weight(product, p->io->threads, 1, g->steps * p->n, x, dy, add, gradient);
    if (g->ends_sum)
        add_total(p, p->l->param[weight].offset, p->l->param[weight].count, gradient);
}

/* Adds a segment's gradient of a bias to the total. The gradient consists of the sums of dy from column `first` on:
 * bias_h belongs to the last gate only. bias < 0: there is none, and nothing is done. */
static void add_bias(const struct pass *p, const struct segment *g, int bias, const real *dy,
                     size_t first)
{
    real *sums = io_scratch(p->io, p->r->bias_sums);

    if (bias < 0)
        return;
    products_bias(&p->r->input, p->io->threads, g->steps * p->n, dy, false, sums);
    add_total(p, p->l->param[bias].offset, p->l->param[bias].count, sums + first);
}

/* Writes dx[N][T][C] at the steps of a segment. The second direction adds to the dx of the first. */
static void write_dx(const struct pass *p, const struct segment *g, const real *dproduct)
{
    real *dx = io_scratch(p->io, p->r->dx);
    bool add = p->io->add[0] || p->reverse;

    products_forward(&p->r->input_back, p->io->threads, g->steps * p->n, dproduct,
                     io_scratch(p->io, p->r->transposed_x), false, dx);
    for (size_t t = g->first; t < g->first + g->steps; t++)
        for (size_t i = 0; i < p->n; i++, dx += p->c)
            gradient_write(p->c, dx, p->io->dx[0] + (i * p->steps + t) * p->c, add);
}

/* Computes the contribution of a segment to the gradients of weights, biases and inputs, from the gradients of its
 * gates. add: adds to the sum in real of the previous segments; false: starts a new sum. */
static void backward_segment(const struct pass *p, const struct segment *g, bool add)
{
    const struct recurrent *r = p->r;
    const struct direction *d = p->d;
    const real *dgates = io_scratch(p->io, r->dgates),
               *dpart = r->cell->separate_part ? io_scratch(p->io, r->dpart) : dgates,
               *dproduct_x =
                   d->norm[NORM_OF_X].layer ? io_scratch(p->io, r->dnorm_input[NORM_OF_X]) : dgates,
               *dproduct_h =
                   d->norm[NORM_OF_H].layer ? io_scratch(p->io, r->dnorm_input[NORM_OF_H]) : dpart;

    add_weight(p, g, add, &r->input, d->weight_x, saved_at(p, r->x, g->first, p->c), dproduct_x);
    add_weight(p, g, add, &r->hidden, d->weight_h, saved_at(p, d->h, g->first + p->reverse, p->h),
               dproduct_h);
    add_bias(p, g, d->bias, dgates, 0);
    add_bias(p, g, d->bias_h, dpart, p->width - p->h);
    if (p->io->dx[0])
        write_dx(p, g, dproduct_x);
}

static void backward_direction(struct pass *p)
{
    const struct recurrent *r = p->r;
    bool add = false;

    products_turn(&r->hidden, layer_param(p->l, p->io, p->d->weight_h),
                  io_scratch(p->io, r->transposed_h));
    if (p->io->dx[0])
        products_turn(&r->input, layer_param(p->l, p->io, p->d->weight_x),
                      io_scratch(p->io, r->transposed_x));
    memset(io_scratch(p->io, r->dstates), 0, 2 * p->n * p->h * sizeof(real));
    for (size_t i = p->steps; i-- > 0;) {
        size_t t = p->reverse ? p->steps - 1 - i : i;
        struct segment g = segment_at_position(p, t);

        backward_step(p, t);
        if (t == g.last_position) {
            backward_segment(p, &g, add);
            add = !g.ends_sum;
        }
    }
}

void recurrent_backward(const struct layer *l, struct io *io)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    double *total = io_scratch(io, r->total_gradient);
    struct io part = *io; /* its dparam holds gradients of one step or of some segments */
    struct pass p;

    part.dparam = io_scratch(io, r->segment_gradient);
    part.add_param = false;
    memset(total, 0, l->param_reals * sizeof *total);
    pass_init(&p, l, &part);
    run_directions(&p, backward_direction);
    for (int i = 0; i < l->params; i++)
        for (size_t j = l->param[i].offset; j < l->param[i].offset + l->param[i].count; j++)
            io->dparam[j] = (real)(total[j] + (io->add_param ? io->dparam[j] : 0));
}
