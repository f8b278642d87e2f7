#include "layers/recurrent/recurrent_internal.h"

void pass_init(struct pass *p, const struct layer *l, struct io *io, const struct io *call)
{
    const struct recurrent *r = (const struct recurrent *)l->options;
    unsigned char *mask = io_scratch(io, r->mask);

    *p = (struct pass){.l = l,
                       .r = r,
                       .io = io,
                       .call = call,
                       .n = (size_t)io->n,
                       .c = (size_t)l->in[0].c,
                       .h = (size_t)r->units,
                       .width = (size_t)r->units * (size_t)r->cell->gates,
                       .steps = layer_positions(l, io),
                       .mask = io->mask ? mask : NULL};
    p->segment_steps = recurrent_segment_rows(p->n, p->steps) / p->n;
    if (io->kind && recurrent_uses_kinds(l, p->n, r->kinds)) {
        p->kinds = (struct row_kinds){(size_t)r->kinds, p->n, p->steps, io->kind};
        row_kinds_collect(&p->kinds, p->c, io->x[0], io_scratch(io, r->kind_x));
    }
    for (size_t i = 0; io->mask && i < p->n; i++)
        for (size_t t = 0; t < p->steps; t++)
            mask[t * p->n + i] = io->mask[i * p->steps + t];
}

void pass_run(struct pass *p, void (*run)(struct pass *p))
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

bool pass_is_first(const struct pass *p, size_t t)
{
    return t == (p->reverse ? p->steps - 1 : 0);
}

const unsigned char *pass_mask(const struct pass *p, size_t t)
{
    return p->mask ? p->mask + t * p->n : NULL;
}

real *pass_saved(const struct pass *p, size_t offset, size_t t, size_t width)
{
    return (real *)io_saved(p->io, offset) + t * p->n * width;
}

real *pass_norm_input(const struct pass *p, int which, size_t t)
{
    return pass_saved(p, p->d->norm_input[which], t, which == NORM_OF_C ? p->h : p->width);
}

struct cell_step pass_step(const struct pass *p, size_t t)
{
    const struct direction *d = p->d;
    size_t before = t + p->reverse, after = t + !p->reverse;
    bool has_c = p->r->cell->output;

    return (struct cell_step){.n = p->n,
                              .h = p->r->units,
                              .forget_bias = (real)p->r->forget_bias,
                              .bias = layer_param(p->l, p->io, d->bias),
                              .bias_h = layer_param(p->l, p->io, d->bias_h),
                              .gates = pass_saved(p, d->gates, t, p->width),
                              .memo = pass_saved(p, d->memo, t, p->h),
                              .h_prev = pass_saved(p, d->h, before, p->h),
                              .h_next = pass_saved(p, d->h, after, p->h),
                              .c_prev = has_c ? pass_saved(p, d->c, before, p->h) : NULL,
                              .c = has_c ? pass_saved(p, d->c, after, p->h) : NULL};
}
