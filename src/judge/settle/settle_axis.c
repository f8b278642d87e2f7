/* Values on an axis, for claims that the steps of the preset's axis leave open. */
#include "base/arena.h"
#include "base/number.h"
#include "judge/settle/settle.h"
#include "store/cell.h"
#include "sweep/sweep.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- what the exploratory seeds of a cell say ---- */

struct point {
    double x;
    const char *text; /* as the trials have it; NULL: no trial of the preset has this value */
};

/* The bracket of an end of the usable range: the end lies between these two values for every seed. */
struct end {
    double low, high;
};

/* The logarithms of the values between which the measure of a seed lies, as the trials of the seed show. */
struct seed_range {
    int64_t seed;
    double low, high;
};

struct bracket {
    struct point *axis; /* [points] the preset's values and those beyond, ascending, all above 0 */
    int points;
    int first, last; /* indices of the preset's least and largest value */
    bool lower;      /* the measure is about the lower end, too */
    struct end top, bottom;
    double best;             /* the smallest of the best values of the seeds */
    int from, to;            /* indices of the first and the last value that fresh seeds have */
    struct seed_range *seed; /* [seeds] */
    int seeds;
};

static void bracket_clear(struct bracket *b)
{
    free(b->axis);
    free(b->seed);
    *b = (struct bracket){0};
}

static int by_x(const void *a, const void *b)
{
    double x = ((const struct point *)a)->x, y = ((const struct point *)b)->x;

    return (x > y) - (x < y);
}

static bool has_point(const struct bracket *b, double x)
{
    for (int i = 0; i < b->points; i++)
        if (b->axis[i].x == x)
            return true;
    return false;
}

/* Sets the points of the axis. Returns false when there are fewer than two, or one that is not above 0. */
static bool find_points(struct bracket *b, const struct measure *m,
                        const struct record *const *record, int count)
{
    for (int i = 0; i < count; i++) {
        const char *text = record_get(record[i], m->along);

        if (measure_uses(m, record[i]) && record[i]->result.status != TRIAL_REFUSED &&
            !has_point(b, number_parse(text, NULL)))
            array_add(b->axis, b->points) = (struct point){number_parse(text, NULL), text};
    }
    if (b->points)
        qsort(b->axis, (size_t)b->points, sizeof *b->axis, by_x);
    b->last = b->points - 1;
    return b->points > 1 && b->axis[0].x > 0;
}

/* Adds up to `steps` points beyond an end of the axis, in the ratio of the axis's last step there. Values outside of
 * [least, most], the range of the key, are not added. */
static void extend(struct bracket *b, bool up, int steps, double least, double most)
{
    int end = up ? b->points - 1 : 0, next = up ? end - 1 : 1;
    double x = b->axis[end].x, ratio = x / b->axis[next].x;

    for (int i = 0; i < steps && x * ratio >= least && x * ratio <= most; i++) {
        x *= ratio;
        array_add(b->axis, b->points) = (struct point){x, NULL};
        if (!up) {
            memmove(b->axis + 1, b->axis, (size_t)(b->points - 1) * sizeof *b->axis);
            b->axis[0] = (struct point){x, NULL};
            b->first++;
            b->last++;
        }
    }
}

static int index_of(const struct bracket *b, double x)
{
    int i = 0;

    while (i < b->points - 1 && b->axis[i].x < x)
        i++;
    return i;
}

/* Extends the axis where the end of the usable range lies beyond it; where the axis ends with the bracket, adds one
 * step, for seeds whose end lies beyond. Then chooses the values that fresh seeds have. */
static void find_limits(struct bracket *b, double least, double most)
{
    if (!isfinite(b->top.high))
        extend(b, true, SETTLE_BEYOND, least, most);
    else if (b->top.high == b->axis[b->last].x)
        extend(b, true, 1, least, most);
    if (b->lower && b->bottom.low == 0)
        extend(b, false, SETTLE_BEYOND, least, most);
    else if (b->lower && b->bottom.low == b->axis[b->first].x)
        extend(b, false, 1, least, most);
    b->top.high = fmin(b->top.high, b->axis[b->points - 1].x);
    b->bottom.low = fmax(b->bottom.low, b->axis[0].x);
    b->from = index_of(b, b->lower ? b->bottom.low : b->best) - 1;
    b->from = b->from < 0 ? 0 : b->from;
    b->to = index_of(b, b->top.high) + 1;
    b->to = b->to < b->points ? b->to : b->points - 1;
}

/* Widens the brackets for one seed, whose trials are record[count], and adds its range to b->seed. Returns false, and
 * changes nothing, when measure_usable() returns false. */
static bool add_seed(struct bracket *b, const struct measure *m, const struct record *const *record,
                     int count)
{
    struct usable u;

    if (!measure_usable(m, record, count, &u))
        return false;
    b->best = fmin(b->best, u.best);
    b->top.low = fmin(b->top.low, u.last);
    b->top.high = fmax(b->top.high, u.after);
    b->bottom.low = fmin(b->bottom.low, u.before);
    b->bottom.high = fmax(b->bottom.high, u.first);
    array_add(b->seed, b->seeds) =
        (struct seed_range){record[0]->seed, log(u.last) - (b->lower ? log(u.first) : 0),
                            log(u.after) - (b->lower ? log(u.before) : 0)};
    return true;
}

/* Limits the ranges of the seeds to the ends of the extended axis. */
static void limit_seeds(struct bracket *b)
{
    double most = log(b->axis[b->points - 1].x) - (b->lower ? log(b->axis[0].x) : 0);

    for (int i = 0; i < b->seeds; i++)
        b->seed[i].high = fmin(b->seed[i].high, most);
}

static int by_seed(const void *a, const void *b)
{
    int64_t x = (*(const struct record *const *)a)->seed,
            y = (*(const struct record *const *)b)->seed;

    return (x > y) - (x < y);
}

/* Sets *b from the exploratory trials of a cell. Returns false when the trials do not bracket the measure, or when
 * sweep_takes_numbers() returns false for the axis. bracket_clear() frees in any case. */
static bool bracket_init(struct bracket *b, const struct measure *m, const struct results *r,
                         const char *cell)
{
    const struct record **record;
    int count = records_in(r, cell, &record);
    double least, most;
    bool good = sweep_takes_numbers(m->along, &least, &most);

    *b = (struct bracket){.lower = m->how == MEASURE_USABLE_RANGE,
                          .top = {INFINITY, 0},
                          .bottom = {INFINITY, 0},
                          .best = INFINITY};
    good = good && find_points(b, m, record, count);
    if (count)
        qsort(record, (size_t)count, sizeof *record, by_seed);
    for (int i = 0, next; i < count && good; i = next) {
        for (next = i + 1; next < count && record[next]->seed == record[i]->seed;)
            next++;
        good = add_seed(b, m, record + i, next - i);
    }
    free(record);
    good = good && b->seeds > 0;
    if (good) {
        find_limits(b, least, most);
        limit_seeds(b);
        good = b->top.low < b->top.high && (!b->lower || b->bottom.low < b->bottom.high);
    }
    return good;
}

/* ---- the values of fresh seeds ---- */

static bool lies_in(const struct bracket *b, int i, const struct end *end)
{
    return b->axis[i].x >= end->low && b->axis[i + 1].x <= end->high;
}

/* True when the step from value i to the next one is divided. */
static bool is_divided(const struct bracket *b, int i)
{
    return i < b->to && (lies_in(b, i, &b->top) || (b->lower && lies_in(b, i, &b->bottom)));
}

/* Returns the text of a new value: three digits are enough. */
static const char *new_text(char text[32], double x)
{
    number_format(text, 32, "%.3g", x);
    format_double(text, number_parse(text, NULL));
    return text;
}

/* Adds to `values` all values that fresh seeds have, ascending, when each step in the brackets is divided into `parts`
 * parts. Returns how many of them the preset lacks. */
static int values_of(const struct bracket *b, int parts, struct list *values)
{
    int added = 0;

    for (int i = b->from; i <= b->to; i++) {
        const struct point *p = &b->axis[i];
        char text[32];

        added += list_add_new(values, p->text ? p->text : new_text(text, p->x)) && !p->text;
        for (int k = 1; is_divided(b, i) && k < parts; k++) {
            double x = p->x * pow(p[1].x / p->x, (double)k / parts);

            added += list_add_new(values, new_text(text, x));
        }
    }
    return added;
}

/* Returns how wide a seed's range for its measure is at most when each step in the brackets is divided into `parts`
 * parts, as a difference of logarithms. */
static double step_of(const struct bracket *b, int parts)
{
    double top = 0, bottom = 0;

    for (int i = b->from; i < b->to; i++) {
        double width = log(b->axis[i + 1].x / b->axis[i].x);

        if (lies_in(b, i, &b->top))
            top = fmax(top, width);
        if (b->lower && lies_in(b, i, &b->bottom))
            bottom = fmax(bottom, width);
    }
    return (top + bottom) / parts;
}

/* ---- the question ---- */

static const struct seed_range *find_seed(const struct bracket *b, int64_t seed)
{
    for (int i = 0; i < b->seeds; i++)
        if (b->seed[i].seed == seed)
            return &b->seed[i];
    return NULL;
}

/* Sets *d to the difference of a seed, computed from the middles of the seed's ranges in the cells. Returns false when a
 * cell lacks the seed. */
static bool difference_of(const struct claim *c, const struct cells *cells,
                          const struct bracket b[PAIRED_CELLS], int64_t seed, double *d)
{
    *d = c->b ? 0 : -log(c->value);
    for (int k = 0; k < PAIRED_CELLS; k++) {
        const struct seed_range *s = cells->cell[k] ? find_seed(&b[k], seed) : NULL;

        if (cells->cell[k] && !s)
            return false;
        *d += s ? paired_sign[k] * (s->low + s->high) / 2 : 0;
    }
    return true;
}

/* Sets mean, sd and spread of the question. Seeds whose measures lie in the same step may still differ: the sd is at
 * least that of values that are evenly distributed over half a step. Returns NULL, or why fresh seeds would not settle
 * the claim. */
static const char *ask(struct settle_question *q, const struct claim *c, const struct cells *cells,
                       const struct bracket b[PAIRED_CELLS])
{
    double *d = xcalloc((size_t)b[PAIRED_A].seeds + 1, sizeof *d), squares = 0;
    double margin = log(c->margin);
    struct interval m;
    int n = 0;

    *q = (struct settle_question){.bound = {margin, c->kind == CLAIM_SAME ? -margin : margin},
                                  .half = claim_half_margin(c, NULL)};
    for (int i = 0; i < b[PAIRED_A].seeds; i++)
        n += difference_of(c, cells, b, b[PAIRED_A].seed[i].seed, &d[n]);
    m = stats_moments(n, d);
    free(d);
    for (int k = 0; k < PAIRED_CELLS; k++) {
        double half = step_of(&b[k], 1) / 2;

        squares += half * half / 12;
        for (int i = 0; i < b[k].seeds; i++)
            q->spread[k] += (b[k].seed[i].high - b[k].seed[i].low) / b[k].seeds;
    }
    q->n = m.n;
    q->mean = m.mean;
    q->sd = fmax(m.sd, sqrt(squares));
    return n < SETTLE_PAIRS ? "too few exploratory seeds" : NULL;
}

/* Sets a->values for steps that are divided into `parts` parts. Returns the largest number of values that a cell gets
 * beside those of the preset. *all becomes the number of values in all cells. */
static int set_values(struct settle_axis *a, const struct cells *cells,
                      const struct bracket b[PAIRED_CELLS], int parts, int *all)
{
    int most = 0;

    *all = 0;
    for (int k = 0; k < PAIRED_CELLS; k++) {
        int added;

        list_clear(&a->values[k]);
        added = cells->cell[k] ? values_of(&b[k], parts, &a->values[k]) : 0;
        most = added > most ? added : most;
        *all += a->values[k].count;
    }
    return most;
}

/* Finds the numbers of parts and of seeds that settle the question with the fewest trials. Returns the number of parts,
 * and sets q->step and *seeds. Returns 0 when SETTLE_ADDED values in a cell are too few. */
static int find_parts(struct settle_axis *a, const struct cells *cells,
                      const struct bracket b[PAIRED_CELLS], int least_seeds,
                      struct settle_question *q, int *seeds)
{
    int best = 0, fewest = 0, all;

    for (int parts = 1; set_values(a, cells, b, parts, &all) <= SETTLE_ADDED; parts++) {
        struct settle_question asked = *q;
        int n;

        asked.step = 0;
        for (int k = 0; k < PAIRED_CELLS; k++)
            asked.step += step_of(&b[k], parts);
        n = settle_seeds(&asked);
        n = n && n < least_seeds ? least_seeds : n;
        if (n && (!best || n * all < fewest)) {
            best = parts;
            fewest = n * all;
            q->step = asked.step;
            *seeds = n;
        }
        if (asked.step < 1e-3) /* three digits tell no finer values apart */
            break;
    }
    return best;
}

const char *settle_axis(struct settle_axis *a, const struct claim *c, const struct results *r,
                        int least_seeds, struct settle_question *q, int *seeds)
{
    struct cells cells = claim_cells(c);
    struct bracket b[PAIRED_CELLS] = {{0}};
    const char *why = NULL;
    int all, parts = 0;

    *a = (struct settle_axis){0};
    *seeds = 0;
    if (!c->ratio || c->of.how < MEASURE_USABLE_MOST)
        return settle_needs_axis;
    for (int k = 0; k < PAIRED_CELLS && !why; k++)
        if (cells.cell[k] && !bracket_init(&b[k], &c->of, r, cells.cell[k]))
            why = settle_needs_axis;
    why = why ? why : ask(q, c, &cells, b);
    if (!why)
        parts = find_parts(a, &cells, b, least_seeds, q, seeds);
    if (!why && !parts)
        why = "takes more than 24 values";
    if (why)
        settle_axis_clear(a);
    else
        set_values(a, &cells, b, parts, &all);
    a->key = why ? NULL : c->of.along;
    for (int k = 0; k < PAIRED_CELLS; k++)
        bracket_clear(&b[k]);
    return why;
}

void settle_axis_clear(struct settle_axis *a)
{
    for (int k = 0; k < PAIRED_CELLS; k++)
        list_clear(&a->values[k]);
    *a = (struct settle_axis){0};
}
