#include "layers/recurrent/recurrent_pass.h"
#include <string.h>

/* x[T][N][C] */
static void turn_input(const struct pass *p)
{
    const real *from = p->io->x[0];
    real *to = pass_saved(p, p->r->x);

    for (size_t i = 0; i < p->n; i++)
        for (size_t t = 0; t < (size_t)p->steps; t++, from += p->c)
            memcpy(to + (t * p->n + i) * p->c, from, p->c * sizeof *to);
}

/* Both parts of the gates: sums them in s->gates where the cell allows. */
static void make_gates(struct pass *p, int t, struct cell_step *s)
{
    const struct direction *d = p->d;
    const real *weight = pass_param(p, d->weight_h);
    size_t at = (size_t)t * p->n * p->gates, count = p->n * p->gates;
    real *part = pass_scratch(p, p->r->part);

    if (d->norm[RECURRENT_X].layer)
        step_norm_forward(&p->norm[RECURRENT_X], t, pass_saved(p, d->raw_x) + at, pass_mask(p, t),
                          s->gates);
    if (d->norm[RECURRENT_H].layer) {
        real *raw = pass_saved(p, d->raw_h) + at;

        products_forward(&p->r->hidden, p->io->threads, p->n, s->h_prev, weight, false, raw);
        step_norm_forward(&p->norm[RECURRENT_H], t, raw, pass_mask(p, t), part);
        if (!p->r->cell->parts_apart)
            p->l->kernels->sum(count, s->gates, part, s->gates);
    } else if (p->r->cell->parts_apart) {
        products_forward(&p->r->hidden, p->io->threads, p->n, s->h_prev, weight, false, part);
    } else {
        products_forward(&p->r->hidden, p->io->threads, p->n, s->h_prev, weight, true, s->gates);
    }
    s->gates_h = part;
}

/* From c to h, by the norm where there is one. */
static void make_output(struct pass *p, int t, struct cell_step *s)
{
    size_t step = p->n * p->h;

    if (p->d->norm[RECURRENT_C].layer) {
        real *raw = pass_saved(p, p->d->raw_c) + (size_t)t * step,
             *normed = pass_scratch(p, p->r->normed);

        memcpy(raw, s->c, step * sizeof *raw);
        step_norm_forward(&p->norm[RECURRENT_C], t, raw, pass_mask(p, t), normed);
        s->normed = normed;
    }
    p->r->cell->output(p->l->kernels, s);
}

/* What is not valid stays as it was. */
static void keep_states(const struct pass *p, int t, const struct cell_step *s)
{
    const unsigned char *mask = pass_mask(p, t);

    for (size_t i = 0; mask && i < p->n; i++) {
        if (mask[i])
            continue;
        memcpy(s->h_next + i * p->h, s->h_prev + i * p->h, p->h * sizeof(real));
        if (p->r->cell->has_c)
            memcpy(s->c + i * p->h, s->c_prev + i * p->h, p->h * sizeof(real));
    }
}

static void write_output(const struct pass *p, int t, const struct cell_step *s)
{
    const unsigned char *mask = pass_mask(p, t);
    size_t width = (size_t)p->l->out.c;

    for (size_t i = 0; i < p->n; i++) {
        real *y = p->io->y + (i * (size_t)p->steps + (size_t)t) * width + (p->reverse ? p->h : 0);

        if (mask && !mask[i])
            memset(y, 0, p->h * sizeof *y);
        else
            memcpy(y, s->h_next + i * p->h, p->h * sizeof *y);
    }
}

static void run_direction(struct pass *p)
{
    const struct direction *d = p->d;
    size_t step = p->n * p->h, first = p->reverse ? (size_t)p->steps * step : 0;
    bool normed = d->norm[RECURRENT_X].layer != NULL;

    products_forward(&p->r->input, p->io->threads, (size_t)p->steps * p->n, pass_saved(p, p->r->x),
                     pass_param(p, d->weight_x), false,
                     pass_saved(p, normed ? d->raw_x : d->gates));
    memset(pass_saved(p, d->h) + first, 0, step * sizeof(real));
    if (p->r->cell->has_c)
        memset(pass_saved(p, d->c) + first, 0, step * sizeof(real));
    for (int i = 0; i < p->steps; i++) {
        int t = pass_position(p, i);
        struct cell_step s;

        pass_step(p, t, &s);
        make_gates(p, t, &s);
        p->r->cell->forward(p->l->kernels, &s);
        if (p->r->cell->has_c)
            make_output(p, t, &s);
        keep_states(p, t, &s);
        write_output(p, t, &s);
    }
}

void recurrent_forward(const struct layer *l, struct io *io)
{
    struct pass p;

    pass_init(&p, l, io);
    turn_input(&p);
    for (int i = 0; i < p.r->directions; i++) {
        pass_set_direction(&p, i);
        run_direction(&p);
    }
}
