#include "layers/recurrent/recurrent_pass.h"
#include <string.h>

/* dh += dy of the step at t; what is not valid has no output. */
static void add_output_gradient(const struct pass *p, int t, real *dh)
{
    const unsigned char *mask = pass_mask(p, t);
    size_t width = (size_t)p->l->out.c;
    const real *dy = p->io->dy + (size_t)t * width + (p->reverse ? p->h : 0);

    for (size_t i = 0; i < p->n; i++, dy += (size_t)p->steps * width, dh += p->h)
        if (!mask || mask[i])
            p->l->kernels->sum(p->h, dh, dy, dh);
}

/* Where a step is not valid its states' gradient goes past it: from `from`, which becomes 0, to `kept`, and
 * back. */
static void set_aside(const struct pass *p, int t, real *from, real *kept)
{
    const unsigned char *mask = pass_mask(p, t);

    for (size_t i = 0; mask && i < p->n; i++) {
        if (mask[i])
            continue;
        memcpy(kept + i * p->h, from + i * p->h, p->h * sizeof *kept);
        memset(from + i * p->h, 0, p->h * sizeof *from);
    }
}

static void add_kept(const struct pass *p, int t, const real *kept, real *to)
{
    const unsigned char *mask = pass_mask(p, t);

    for (size_t i = 0; mask && i < p->n; i++)
        for (size_t j = i * p->h; !mask[i] && j < (i + 1) * p->h; j++)
            to[j] += kept[j];
}

/* Adds to the layer's gradient, from element `at` of its parameters on. */
static void add_total(const struct pass *p, size_t at, size_t count, const real *gradient)
{
    double *total = (double *)(void *)((char *)p->io->scratch + p->r->total);

    p->l->kernels->columns_total(1, (int)count, gradient, 0, total + at);
}

/* A norm's step, whose parameters' gradient joins the other steps'. */
static void backward_norm(struct pass *p, int which, int t, const real *x, const real *dy, bool add,
                          real *dx)
{
    const struct step_norm *m = &p->d->norm[which];

    step_norm_backward(&p->norm[which], t, x, pass_mask(p, t), dy, add, dx);
    add_total(p, m->param, m->layer->param_reals, p->io->dparam + m->param);
}

/* From the gradient of h and c to that of the gates. */
static void backward_cell(struct pass *p, int t, struct cell_step *s)
{
    const struct cell *cell = p->r->cell;
    const struct direction *d = p->d;

    if (d->norm[RECURRENT_C].layer)
        s->dnormed = pass_scratch(p, p->r->normed);
    if (cell->has_c)
        cell->output_backward(p->l->kernels, s);
    if (d->norm[RECURRENT_C].layer)
        backward_norm(p, RECURRENT_C, t, pass_saved(p, d->raw_c) + (size_t)t * p->n * p->h,
                      s->dnormed, true, s->dc);
    cell->backward(p->l->kernels, s);
}

/* Where the gradients of the step at t start in arrays of gates of a group. */
static size_t in_group(const struct pass *p, int t)
{
    return (size_t)(t % p->group) * p->n * p->gates;
}

/* Through the gates' norms; returns the gradient of the state's product. */
static const real *backward_norms(struct pass *p, int t, const struct cell_step *s)
{
    const struct direction *d = p->d;
    size_t raw = (size_t)t * p->n * p->gates, at = in_group(p, t);
    const real *dpart = p->r->cell->parts_apart ? s->dgates_h : s->dgates;
    real *draw_h = pass_scratch(p, p->r->draw_h) + at;

    if (d->norm[RECURRENT_X].layer)
        backward_norm(p, RECURRENT_X, t, pass_saved(p, d->raw_x) + raw, s->dgates, false,
                      pass_scratch(p, p->r->draw_x) + at);
    if (!d->norm[RECURRENT_H].layer)
        return dpart;
    backward_norm(p, RECURRENT_H, t, pass_saved(p, d->raw_h) + raw, dpart, false, draw_h);
    return draw_h;
}

static void backward_step(struct pass *p, int t, real *dh, real *dc)
{
    size_t step = p->n * p->h, at = in_group(p, t);
    real *kept_h = pass_scratch(p, p->r->kept), *kept_c = kept_h + step;
    struct cell_step s;

    pass_step(p, t, &s);
    s.dh = dh;
    s.dc = dc;
    s.dgates = pass_scratch(p, p->r->dgates) + at;
    s.dgates_h = pass_scratch(p, p->r->dpart) + at;
    add_output_gradient(p, t, dh);
    set_aside(p, t, dh, kept_h);
    if (p->r->cell->has_c)
        set_aside(p, t, dc, kept_c);
    backward_cell(p, t, &s);
    products_forward(&p->r->hidden_back, p->io->threads, p->n, backward_norms(p, t, &s),
                     pass_scratch(p, p->r->turned_h), true, dh);
    add_kept(p, t, kept_h, dh);
    if (p->r->cell->has_c)
        add_kept(p, t, kept_c, dc);
}

/* A group of steps: rows [first, first + rows) of time-major arrays. */
struct group {
    size_t first, rows;
    bool add;  /* to the weights' gradients of the groups before, in real */
    bool last; /* of those groups: their sum then joins the total */
};

static void add_weight(const struct pass *p, const struct group *g, const struct products *w,
                       int number, const real *x, const real *dy)
{
    const struct param *weight = &p->l->param[number];
    real *gradient = p->io->dparam + weight->offset;

    products_weight(w, p->io->threads, 1, g->rows, x, dy, g->add, gradient);
    if (g->last)
        add_total(p, weight->offset, weight->count, gradient);
}

static void add_bias(const struct pass *p, const struct group *g, int number, const real *gradient,
                     size_t first)
{
    const struct param *bias = &p->l->param[number];
    real *sums = pass_scratch(p, p->r->sums);

    products_bias(&p->r->input, p->io->threads, g->rows, gradient, false, sums);
    add_total(p, bias->offset, bias->count, sums + first);
}

/* dx[N][T][C] from the group's [T][N][C]; the second direction adds to it. */
static void turn_gradient(const struct pass *p, const struct group *g)
{
    const real *from = pass_scratch(p, p->r->dx);
    bool add = p->io->add[0] || p->reverse;

    for (size_t row = g->first; row < g->first + g->rows; row++, from += p->c) {
        size_t t = row / p->n, i = row % p->n;

        gradient_write(p->c, from, p->io->dx[0] + (i * (size_t)p->steps + t) * p->c, add);
    }
}

static void backward_products(const struct pass *p, const struct group *g)
{
    const struct recurrent *r = p->r;
    const struct direction *d = p->d;
    const real *x = pass_saved(p, r->x) + g->first * p->c,
               *h_prev = pass_saved(p, d->h) + (g->first + (p->reverse ? p->n : 0)) * p->h;
    const real *dgates = pass_scratch(p, r->dgates), *dpart = dgates, *of_x, *of_h;

    if (r->cell->parts_apart)
        dpart = pass_scratch(p, r->dpart);
    of_x = d->norm[RECURRENT_X].layer ? pass_scratch(p, r->draw_x) : dgates;
    of_h = d->norm[RECURRENT_H].layer ? pass_scratch(p, r->draw_h) : dpart;
    add_weight(p, g, &r->input, d->weight_x, x, of_x);
    add_weight(p, g, &r->hidden, d->weight_h, h_prev, of_h);
    if (d->bias >= 0)
        add_bias(p, g, d->bias, dgates, 0);
    if (d->bias_h >= 0)
        add_bias(p, g, d->bias_h, dpart, p->gates - p->h);
    if (p->io->dx[0]) {
        products_forward(&r->input_back, p->io->threads, g->rows, of_x,
                         pass_scratch(p, r->turned_x), false, pass_scratch(p, r->dx));
        turn_gradient(p, g);
    }
}

/* Is the step at t the last of its group that backward comes to? */
static bool ends_group(const struct pass *p, int t)
{
    return p->reverse ? (t + 1) % p->group == 0 || t + 1 == p->steps : t % p->group == 0;
}

/* Groups are put together in real up to MATMUL_BLOCK rows, always the same steps, however many follow. */
static struct group group_of(const struct pass *p, int t, bool add)
{
    int number = t / p->group, first = number * p->group,
        end = first + p->group < p->steps ? first + p->group : p->steps,
        joined = MATMUL_BLOCK / (p->group * (int)p->n);
    bool last = joined < 2 ||
                (p->reverse ? (number + 1) % joined == 0 || end == p->steps : number % joined == 0);

    return (struct group){(size_t)first * p->n, (size_t)(end - first) * p->n, add, last};
}

static void backward_direction(struct pass *p)
{
    real *dh = pass_scratch(p, p->r->dh), *dc = pass_scratch(p, p->r->dc);
    bool add = false;

    products_turn(&p->r->hidden, pass_param(p, p->d->weight_h), pass_scratch(p, p->r->turned_h));
    if (p->io->dx[0])
        products_turn(&p->r->input, pass_param(p, p->d->weight_x), pass_scratch(p, p->r->turned_x));
    memset(dh, 0, p->n * p->h * sizeof *dh);
    memset(dc, 0, p->n * p->h * sizeof *dc);
    for (int i = p->steps - 1; i >= 0; i--) {
        int t = pass_position(p, i);

        backward_step(p, t, dh, dc);
        if (ends_group(p, t)) {
            struct group g = group_of(p, t, add);

            backward_products(p, &g);
            add = !g.last;
        }
    }
}

/* The sums of all steps, in double until here. */
static void write_gradients(const struct layer *l, const double *total, struct io *io)
{
    for (int i = 0; i < l->params; i++)
        for (size_t j = l->param[i].offset; j < l->param[i].offset + l->param[i].count; j++)
            io->dparam[j] = (real)(total[j] + (io->add_param ? io->dparam[j] : 0));
}

void recurrent_backward(const struct layer *l, struct io *io)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    double *total = (double *)(void *)((char *)io->scratch + r->total);
    struct io steps = *io; /* whose parameters' gradients are those of some steps */
    struct pass p;

    steps.dparam = (real *)(void *)((char *)io->scratch + r->gradient);
    steps.add_param = false;
    memset(total, 0, l->param_reals * sizeof *total);
    pass_init(&p, l, &steps);
    for (int i = 0; i < p.r->directions; i++) {
        pass_set_direction(&p, i);
        backward_direction(&p);
    }
    write_gradients(l, total, io);
}
