#include "layers/norms/step_norm.h"
#include "base/arena.h"
#include "layers/norms/norm.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int find_type(const char *spec, struct setup *s)
{
    const struct layer_type *type = layer_type_find(spec, strcspn(spec, " "));

    if (!type || !type->is_norm)
        return layer_error(s, "'%.*s' is no norm; see normlab list norms", (int)strcspn(spec, " "),
                           spec);
    return 0;
}

/* Sets the norm up by itself, on vectors. */
static int set_up_alone(struct layer *alone, struct setup *s, const char *spec, int c, bool masked)
{
    struct setup own = *s;
    int r;

    own.masked = masked;
    own.feeds_norm = false;
    alone->inputs = 1;
    alone->in[0] = shape_vector(c);
    r = layer_setup(alone, spec, "norm", &own);
    if (r)
        memcpy(s->message, own.message, sizeof s->message);
    return r;
}

/* Its parameters as they are; its state for every step. */
static void book_tensors(struct step_norm *m, struct layer *l, const char *suffix)
{
    const struct layer *alone = m->layer;
    char name[64];

    m->param = l->param_reals;
    m->state = l->states;
    for (int i = 0; i < alone->params; i++) {
        const struct param *own = &alone->param[i];

        snprintf(name, sizeof name, "%s%s", own->name, suffix);
        layer_book_param(l, name, own->role, 1, (int)own->count)->initial = own->initial;
    }
    for (int i = 0; i < alone->states; i++) {
        const struct param *own = &alone->state[i];

        snprintf(name, sizeof name, "%s%s", own->name, suffix);
        layer_book_state(l, name, 2, m->room, (int)own->count)->initial = own->initial;
    }
    if (alone->states > 0) {
        snprintf(name, sizeof name, "steps_trained%s", suffix);
        layer_book_state(l, name, 1, 1);
    }
}

/* A norm that goes by something else than a partition is told what its type reads, and keeps what state it makes. */
static void set_rules(struct step_norm *m)
{
    const struct layer_type *type = m->layer->type;
    const struct norm *by = type->norm ? type->norm(m->layer) : NULL;

    m->masked = by ? by->masked == MASKED_YES : type->reads_mask;
    m->needs_two = by && !by->uncentered;
}

int step_norm_setup(struct step_norm *m, struct layer *l, struct setup *s, const char *spec, int c,
                    const char *suffix, int masked)
{
    bool counts = masked == MASKED_AUTO ? s->masked : masked == MASKED_YES;
    int r = find_type(spec, s);

    if (r)
        return r;
    m->layer = xcalloc(1, sizeof *m->layer);
    r = set_up_alone(m->layer, s, spec, c, counts);
    if (r)
        return r;
    set_rules(m);
    m->room = l->in[0].h;
    book_tensors(m, l, suffix);
    m->saved_one = arena_round(m->layer->saved_bytes);
    m->saved = layer_book_saved(l, (size_t)m->room * m->saved_one);
    m->scratch = layer_book_scratch(l, m->layer->scratch_bytes);
    m->step_state = layer_book_scratch(l, m->layer->state_reals * sizeof(real));
    return 0;
}

void step_norm_clear(struct step_norm *m)
{
    if (m->layer)
        layer_clear(m->layer);
    free(m->layer);
    m->layer = NULL;
}

void step_norm_begin(struct step_norm_call *k, const struct layer *l, const struct step_norm *m,
                     const struct io *io)
{
    k->around = l;
    k->m = m;
    k->io = (struct io){.n = io->n,
                        .training = io->training,
                        .param = io->param + m->param,
                        .dparam = io->dparam ? io->dparam + m->param : NULL,
                        .state = (real *)(void *)((char *)io->scratch + m->step_state),
                        .scratch = (char *)io->scratch + m->scratch,
                        .random_key = io->random_key};
    k->all_state = io->state;
    k->all_saved = (char *)io->saved + m->saved;
}

/* Copies the statistics of step t to where the norm finds them, or back. */
static void copy_state(const struct step_norm_call *k, int t, bool back)
{
    const struct layer *norm = k->m->layer;

    for (int i = 0; i < norm->states; i++) {
        const struct param *all = &k->around->state[k->m->state + i], *one = &norm->state[i];
        real *step = k->all_state + all->offset + (size_t)t * one->count,
             *own = k->io.state + one->offset;

        memcpy(back ? step : own, back ? own : step, one->count * sizeof *own);
    }
}

/* One byte for each sample where some do not count, else NULL. */
static const unsigned char *mask_of(const struct step_norm_call *k, const unsigned char *mask)
{
    return mask && k->m->masked && memchr(mask, 0, (size_t)k->io.n) ? mask : NULL;
}

/* Of one sample there is none. */
static bool has_variance(const unsigned char *mask, int n)
{
    int count = 0;

    for (int i = 0; mask && i < n; i++)
        count += mask[i] != 0;
    return !mask || count > 1;
}

/* How many steps have statistics. The number may come from a file, which may hold anything. */
static int steps_known(real trained, int room)
{
    if (!(trained > 0))
        return 0;
    return trained < (real)room ? (int)trained : room;
}

/* The norm's call at step t. */
static void set_step(struct step_norm_call *k, int t, const real *x, const unsigned char *mask)
{
    k->io.x[0] = x;
    k->io.mask = mask_of(k, mask);
    k->io.saved = k->all_saved + (size_t)t * k->m->saved_one;
}

static void forward_with_statistics(struct step_norm_call *k, int t)
{
    real *trained = k->all_state + k->around->state[k->m->state + k->m->layer->states].offset;
    int known = steps_known(*trained, k->m->room);

    copy_state(k, k->io.training || known == 0 || t < known ? t : known - 1, false);
    k->m->layer->type->forward(k->m->layer, &k->io);
    if (k->io.training && (!k->m->needs_two || has_variance(k->io.mask, k->io.n))) {
        copy_state(k, t, true);
        *trained = (real)(t < known ? known : t + 1);
    }
}

void step_norm_forward(struct step_norm_call *k, int t, const real *x, const unsigned char *mask,
                       real *y)
{
    set_step(k, t, x, mask);
    k->io.y = y;
    if (k->m->layer->states > 0)
        forward_with_statistics(k, t);
    else
        k->m->layer->type->forward(k->m->layer, &k->io);
}

void step_norm_backward(struct step_norm_call *k, int t, const real *x, const unsigned char *mask,
                        const real *dy, bool add, real *dx)
{
    set_step(k, t, x, mask);
    k->io.dy = dy;
    k->io.dx[0] = dx;
    k->io.add[0] = add;
    k->m->layer->type->backward(k->m->layer, &k->io);
}
