#include "layers/norms/engine/step_norm.h"
#include "base/arena.h"
#include "layers/norms/engine/norm_internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Sets up the inner norm on vectors of c values. */
static int set_up_inner(struct layer *inner, struct setup *s, const char *spec, int c, bool masked)
{
    struct setup own = *s;
    int r;

    own.masked = masked;
    own.feeds_norm = false;
    inner->inputs = 1;
    inner->in[0] = shape_vector(c);
    r = layer_setup(inner, spec, "norm", &own);
    if (r)
        memcpy(s->message, own.message, sizeof s->message);
    return r;
}

/* Books the tensors of the inner norm in the outer layer l: each parameter once, each state tensor for every step. */
static void book_tensors(struct step_norm *m, struct layer *l, const char *suffix)
{
    const struct layer *inner = m->layer;
    struct param *outer;
    char name[64];

    m->param = l->param_reals;
    m->state = l->states;
    for (int i = 0; i < inner->params; i++) {
        const struct param *p = &inner->param[i];

        snprintf(name, sizeof name, "%s%s", p->name, suffix);
        layer_book_param(l, name, p->role, 1, (int)p->count)->initial = p->initial;
    }
    for (int i = 0; i < inner->states; i++) {
        const struct param *p = &inner->state[i];

        snprintf(name, sizeof name, "%s%s", p->name, suffix);
        outer = layer_book_state(l, name, 2, (int)m->steps, (int)p->count);
        outer->initial = p->initial;
        outer->matrix = p->matrix;
        outer->domain = p->domain;
    }
    if (inner->states > 0) {
        snprintf(name, sizeof name, "steps_trained%s", suffix);
        layer_book_count(l, name, 1);
    }
}

int step_norm_setup(struct step_norm *m, struct layer *l, struct setup *s, const char *spec, int c,
                    const char *suffix, int masked)
{
    const struct layer_type *type = layer_type_of(spec);
    const struct norm *norm;
    int r;

    if (!type || !type->is_norm)
        return layer_error(s, "'%.*s' is no norm; see normlab list layers", (int)strcspn(spec, " "),
                           spec);
    m->layer = xcalloc(1, sizeof *m->layer);
    r = set_up_inner(m->layer, s, spec, c,
                     masked == MASKED_AUTO ? s->masked : masked == MASKED_YES);
    if (r)
        return r;
    norm = type->norm ? type->norm(m->layer) : NULL;
    if (norm && norm->learns_in_backward)
        return layer_error(
            s,
            "%s cannot be the norm of recurrent steps: its backward pass updates its statistics, and each step has its own; take another norm",
            type->name);
    m->masked = norm ? norm->masked == MASKED_YES : type->reads_mask;
    m->needs = norm && !norm->uncentered ? (norm->partition.channels > 1 ? 1 : 2) : 0;
    m->chunk = norm ? norm->partition.samples : NORM_ALL_SAMPLES;
    m->by_first = norm && norm->running_of == RUNNING_OF_FIRST;
    m->steps = (size_t)l->in[0].h;
    book_tensors(m, l, suffix);
    m->step_bytes = arena_round(m->layer->saved_bytes);
    m->saved = layer_book_saved(l, m->steps * m->step_bytes);
    m->scratch = layer_book_scratch(l, m->layer->scratch_bytes);
    m->step_state = layer_book_scratch(l, m->layer->state_reals * sizeof(real));
    m->step_averages = layer_book_scratch(l, m->layer->state_reals * sizeof(struct norm_average));
    return 0;
}

void step_norm_clear(struct step_norm *m)
{
    if (m->layer)
        layer_clear(m->layer);
    free(m->layer);
    m->layer = NULL;
}

void step_norm_begin(struct step_norm_call *k, const struct layer *outer, const struct step_norm *m,
                     const struct io *io)
{
    k->outer = outer;
    k->outer_io = io;
    k->m = m;
    k->io = (struct io){.n = io->n,
                        .training = io->training,
                        .param = io->param + m->param,
                        .dparam = io->dparam ? io->dparam + m->param : NULL,
                        .state = io_scratch(io, m->step_state),
                        .scratch = io_scratch(io, m->scratch),
                        .random_key = io->random_key,
                        .norm_stats = io->norm_stats,
                        .own_weight = io->own_weight,
                        .averages = io->averages ? io_scratch(io, m->step_averages) : NULL};
}

/* Copies the running statistics of step t from the outer layer's state to the norm's state block; with back, in the
 * other direction. */
static void copy_state(const struct step_norm_call *k, size_t t, bool back)
{
    const struct layer *inner = k->m->layer;

    for (int i = 0; i < inner->states; i++) {
        const struct param *outer = &k->outer->state[k->m->state + i], *own = &inner->state[i];
        real *step = k->outer_io->state + outer->offset + t * own->count,
             *block = k->io.state + own->offset;

        memcpy(back ? step : block, back ? block : step, own->count * sizeof *block);
    }
}

/* As copy_state(), for the averages over batches. */
static void copy_averages(const struct step_norm_call *k, size_t t, bool back)
{
    const struct layer *inner = k->m->layer;

    for (int i = 0; i < inner->states; i++) {
        const struct param *outer = &k->outer->state[k->m->state + i], *own = &inner->state[i];
        struct norm_average *step = k->outer_io->averages + outer->offset + t * own->count,
                            *block = k->io.averages + own->offset;

        memcpy(back ? step : block, back ? block : step, own->count * sizeof *block);
    }
}

/* True when mask is NULL, or when at least `needs` samples count in one of the chunks. chunk: the number of samples in a
 * chunk, or NORM_ALL_SAMPLES. */
static bool enough_count(const unsigned char *mask, int n, int chunk, int needs)
{
    int count = 0;

    for (int i = 0; mask && i < n && count < needs; i++) {
        if (chunk != NORM_ALL_SAMPLES && i % chunk == 0)
            count = 0;
        count += mask[i] != 0;
    }
    return !mask || count >= needs;
}

/* True when the call has enough samples that count to update the running statistics, or, with averages = true, to add to
 * the averages. */
static bool counts_in(const struct step_norm_call *k, bool averages)
{
    const struct step_norm *m = k->m;
    int n = k->io.n;

    if (m->by_first && !averages && m->chunk < n)
        n = m->chunk;
    return enough_count(k->io.mask, n, m->chunk, m->needs);
}

/* Prepares the norm's call at step t. The norm gets a mask only when some sample is padding at this step. */
static void set_step(struct step_norm_call *k, size_t t, const real *x, const unsigned char *mask)
{
    k->io.x[0] = x;
    k->io.mask = mask && k->m->masked && memchr(mask, 0, (size_t)k->io.n) ? mask : NULL;
    k->io.saved = io_saved(k->outer_io, k->m->saved + t * k->m->step_bytes);
}

void step_norm_forward(struct step_norm_call *k, size_t t, const real *x, const unsigned char *mask,
                       real *y)
{
    const struct layer *inner = k->m->layer;
    bool learns = k->io.training && k->io.norm_stats == NORM_STATS_USUAL, counts;
    real *trained; /* steps_trained */
    size_t known, trained_at;

    set_step(k, t, x, mask);
    k->io.y = y;
    if (inner->states == 0) {
        inner->type->forward(inner, &k->io);
        return;
    }
    trained_at = k->outer->state[k->m->state + inner->states].offset;
    trained = k->outer_io->state + trained_at;
    known = norm_positions_trained(*trained, k->m->steps);
    copy_state(k, learns || known == 0 || t < known ? t : known - 1, false);
    counts = counts_in(k, k->io.averages != NULL);
    if (k->io.averages)
        copy_averages(k, t, false);
    inner->type->forward(inner, &k->io);
    if (k->io.averages) {
        copy_averages(k, t, true);
        if (counts)
            norm_average_trained(k->outer_io->averages + trained_at, t, known);
    }
    if (learns && counts) {
        copy_state(k, t, true);
        *trained = (real)(t < known ? known : t + 1);
    }
}

void step_norm_backward(struct step_norm_call *k, size_t t, const real *x,
                        const unsigned char *mask, const real *dy, bool add, real *dx)
{
    set_step(k, t, x, mask);
    k->io.dy = dy;
    k->io.dx[0] = dx;
    k->io.add[0] = add;
    k->m->layer->type->backward(k->m->layer, &k->io);
}
