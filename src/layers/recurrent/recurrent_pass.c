#include "layers/recurrent/recurrent_pass.h"

void pass_init(struct pass *p, const struct layer *l, struct io *io)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    unsigned char *mask = (unsigned char *)io->scratch + r->mask;

    p->l = l;
    p->r = r;
    p->io = io;
    p->n = (size_t)io->n;
    p->steps = (int)layer_positions(l, io);
    p->group = (int)(recurrent_group_rows(p->n, (size_t)p->steps) / p->n);
    p->c = (size_t)l->in[0].c;
    p->h = (size_t)r->units;
    p->gates = p->h * (size_t)r->cell->gates;
    p->mask = io->mask ? mask : NULL;
    for (size_t i = 0; io->mask && i < p->n; i++)
        for (size_t t = 0; t < (size_t)p->steps; t++)
            mask[t * p->n + i] = io->mask[i * (size_t)p->steps + t];
}

void pass_set_direction(struct pass *p, int number)
{
    p->d = &p->r->direction[number];
    p->reverse = number == 1;
    for (int i = 0; i < RECURRENT_NORMS; i++)
        if (p->d->norm[i].layer)
            step_norm_begin(&p->norm[i], p->l, &p->d->norm[i], p->io);
}

int pass_position(const struct pass *p, int number)
{
    return p->reverse ? p->steps - 1 - number : number;
}

const unsigned char *pass_mask(const struct pass *p, int t)
{
    return p->mask ? p->mask + (size_t)t * p->n : NULL;
}

real *pass_saved(const struct pass *p, size_t offset)
{
    return (real *)(void *)((char *)p->io->saved + offset);
}

real *pass_scratch(const struct pass *p, size_t offset)
{
    return (real *)(void *)((char *)p->io->scratch + offset);
}

const real *pass_param(const struct pass *p, int number)
{
    return number < 0 ? NULL : p->io->param + p->l->param[number].offset;
}

/* States stand between steps: step t lies between [t] and [t + 1]. */
void pass_step(const struct pass *p, int t, struct cell_step *s)
{
    const struct direction *d = p->d;
    size_t step = p->n * p->h, at = (size_t)t, before = at + p->reverse, after = at + !p->reverse;
    real *h = pass_saved(p, d->h), *c = pass_saved(p, d->c);

    *s = (struct cell_step){.n = p->n,
                            .h = p->r->units,
                            .forget_bias = (real)p->r->forget_bias,
                            .bias = pass_param(p, d->bias),
                            .bias_h = pass_param(p, d->bias_h),
                            .gates = pass_saved(p, d->gates) + at * p->n * p->gates,
                            .memo = pass_saved(p, d->memo) + at * step,
                            .h_prev = h + before * step,
                            .h_next = h + after * step};
    if (p->r->cell->has_c) {
        s->c_prev = c + before * step;
        s->c = c + after * step;
    }
}
