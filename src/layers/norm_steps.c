#include "layers/norm_steps.h"
#include "kernels/kernels.h"
#include <string.h>

int norm_steps_setup(struct layer *l, struct setup *s, struct norm_steps *m, const char *spec,
                     int masked)
{
    size_t step = (size_t)s->max_n * (size_t)l->in[0].c * sizeof(real);
    char shape[48];
    int r;

    if (l->in[0].rank != 2) {
        shape_print(shape, l->in[0]);
        return layer_error(s, "over=step takes a sequence, steps by channels; its input is %s",
                           shape);
    }
    r = step_norm_setup(&m->norm, l, s, spec, l->in[0].c, "", masked);
    if (r)
        return r;
    m->x = layer_book_scratch(l, step);
    m->y = layer_book_scratch(l, step);
    m->dy = layer_book_scratch(l, step);
    m->dx = layer_book_scratch(l, step);
    m->mask = layer_book_scratch(l, (size_t)s->max_n);
    l->out = l->in[0];
    l->flops = 8.0 * (double)shape_size(l->in[0]);
    return 0;
}

/* A call, and its step at hand. */
struct steps {
    const struct layer *l;
    struct io *io;
    struct step_norm_call norm;
    size_t n, c;
    int steps;
    real *x, *y, *dy, *dx; /* [n][c] */
    unsigned char *mask;   /* [n]; NULL: none */
};

static void steps_init(struct steps *k, const struct layer *l, const struct norm_steps *m,
                       struct io *io)
{
    char *scratch = io->scratch;

    k->l = l;
    k->io = io;
    k->n = (size_t)io->n;
    k->c = (size_t)l->in[0].c;
    k->steps = (int)layer_positions(l, io);
    k->x = (real *)(void *)(scratch + m->x);
    k->y = (real *)(void *)(scratch + m->y);
    k->dy = (real *)(void *)(scratch + m->dy);
    k->dx = (real *)(void *)(scratch + m->dx);
    k->mask = io->mask ? (unsigned char *)scratch + m->mask : NULL;
    step_norm_begin(&k->norm, l, &m->norm, io);
}

/* step[n][c] from the step at t of all[n][T][c], and back. */
static void take(const struct steps *k, int t, const real *all, real *step)
{
    for (size_t i = 0; i < k->n; i++)
        memcpy(step + i * k->c, all + (i * (size_t)k->steps + (size_t)t) * k->c,
               k->c * sizeof *step);
}

static void put(const struct steps *k, int t, const real *step, real *all, bool add)
{
    for (size_t i = 0; i < k->n; i++)
        gradient_write(k->c, step + i * k->c, all + (i * (size_t)k->steps + (size_t)t) * k->c, add);
}

static void take_input(struct steps *k, int t)
{
    take(k, t, k->io->x[0], k->x);
    for (size_t i = 0; k->mask && i < k->n; i++)
        k->mask[i] = k->io->mask[i * (size_t)k->steps + (size_t)t];
}

void norm_steps_forward(const struct layer *l, const struct norm_steps *m, struct io *io)
{
    const struct epilogue *e = &l->epilogue;
    struct steps k;

    steps_init(&k, l, m, io);
    for (int t = 0; t < k.steps; t++) {
        take_input(&k, t);
        step_norm_forward(&k.norm, t, k.x, k.mask, k.y);
        if (e->add) {
            take(&k, t, io->x[1], k.x);
            l->kernels->sum(k.n * k.c, k.y, k.x, k.y);
        }
        if (e->activation)
            e->activation->forward(l->kernels, k.n * k.c, k.y, k.y);
        put(&k, t, k.y, io->y, false);
    }
}

/* dy as it is before the epilogue; its second input's gradient is written on the way. */
static void undo_epilogue(struct steps *k, int t)
{
    const struct epilogue *e = &k->l->epilogue;

    take(k, t, k->io->dy, k->dy);
    if (e->activation) {
        take(k, t, k->io->y, k->y);
        e->activation->backward(k->l->kernels, k->n * k->c, k->y, k->dy, k->dy, false);
    }
    if (e->add && k->io->dx[1])
        put(k, t, k->dy, k->io->dx[1], k->io->add[1]);
}

void norm_steps_backward(const struct layer *l, const struct norm_steps *m, struct io *io)
{
    struct steps k;

    steps_init(&k, l, m, io);
    for (int t = 0; t < k.steps; t++) {
        take_input(&k, t);
        undo_epilogue(&k, t);
        step_norm_backward(&k.norm, t, k.x, k.mask, k.dy, false, io->dx[0] ? k.dx : NULL);
        if (io->dx[0])
            put(&k, t, k.dx, io->dx[0], io->add[0]);
    }
}
