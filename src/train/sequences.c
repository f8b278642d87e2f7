#include "train/sequences.h"
#include "base/arena.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chooses the sequences of at least options.length steps. length: [all] steps of each sequence; NULL: each has
 * `room`. */
static void pick(struct sequences *s, const int32_t *length, int all)
{
    int least = s->options.length;

    s->pick = xcalloc((size_t)all, sizeof *s->pick);
    s->steps = xcalloc((size_t)all, sizeof *s->steps);
    for (int i = 0; i < all; i++) {
        int steps = length ? length[i] : s->room;

        if (steps < least)
            continue;
        steps = least > 0 ? least : steps;
        s->pick[s->count] = i;
        s->steps[s->count++] = steps;
        s->longest = steps > s->longest ? steps : s->longest;
    }
}

void sequences_init(struct sequences *s, const struct data *d, const struct data_split *split,
                    bool standard, const struct sequence_options *options)
{
    *s = (struct sequences){
        .options = *options,
        .token = split->image,
        .series = split->series,
        .label = split->label,
        .room = d->shape.h,
        .c = d->shape.c,
    };
    pick(s, split->length, split->count);
    s->scale = xcalloc((size_t)s->c, sizeof *s->scale);
    s->shift = xcalloc((size_t)s->c, sizeof *s->shift);
    for (int c = 0; c < s->c; c++) {
        double sd = d->sd[c] > 0 ? d->sd[c] : 1;

        s->scale[c] = (real)(standard ? 1 / sd : 1);
        s->shift[c] = (real)(standard ? -d->mean[c] / sd : 0);
    }
}

void sequences_release(struct sequences *s)
{
    free(s->pick);
    free(s->steps);
    free(s->scale);
    free(s->shift);
    memset(s, 0, sizeof *s);
}

void sequences_take(struct sequences *s, int n, const int32_t *index)
{
    int32_t *pick = xcalloc((size_t)n + 1, sizeof *pick),
            *steps = xcalloc((size_t)n + 1, sizeof *steps);

    for (int i = 0; i < n; i++) {
        pick[i] = s->pick[index[i]];
        steps[i] = s->steps[index[i]];
    }
    free(s->pick);
    free(s->steps);
    s->pick = pick;
    s->steps = steps;
    s->count = n;
}

int sequences_padded(const struct sequence_options *o, int steps)
{
    /* A fraction such as 0.9 has a rounding error in binary; subtracting 1e-9 keeps it from adding a position. */
    return (int)ceil(steps / (1 - o->pad) - 1e-9);
}

int sequences_positions(const struct sequences *s, int n, const int32_t *index)
{
    int longest = s->options.pad_to == PAD_TO_SET ? s->longest : 1;

    for (int i = 0; i < n; i++)
        longest = s->steps[index[i]] > longest ? s->steps[index[i]] : longest;
    return sequences_padded(&s->options, longest);
}

/* Writes the first `steps` steps of a sequence of the split to x [steps][c]. */
static void write_steps(const struct sequences *s, int32_t sequence, int steps, real *x)
{
    size_t c = (size_t)s->c, from = (size_t)sequence * (size_t)s->room;

    if (s->token) {
        for (int t = 0; t < steps; t++)
            x[t] = s->token[from + (size_t)t];
        return;
    }
    for (size_t t = 0; t < (size_t)steps; t++)
        for (size_t j = 0; j < c; j++)
            x[t * c + j] = (real)(s->scale[j] * (real)s->series[(from + t) * c + j] + s->shift[j]);
}

void sequences_fill(const struct sequences *s, int n, const int32_t *index, int t, real *x,
                    unsigned char *mask, uint8_t *label)
{
    size_t size = (size_t)t * (size_t)s->c;

    for (int i = 0; i < n; i++) {
        int steps = s->steps[index[i]];

        write_steps(s, s->pick[index[i]], steps, x + (size_t)i * size);
        memset(x + (size_t)i * size + (size_t)steps * (size_t)s->c, 0,
               (size_t)(t - steps) * (size_t)s->c * sizeof *x);
        memset(mask + (size_t)i * (size_t)t, 1, (size_t)steps);
        memset(mask + (size_t)i * (size_t)t + steps, 0, (size_t)(t - steps));
        label[i] = s->label[s->pick[index[i]]];
    }
}
