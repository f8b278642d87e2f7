/* Takes the choice of test samples into the interval of a mean difference: needs the mistakes of all trials. */
#include "base/arena.h"
#include "judge/paired.h"
#include "store/cell.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The keys that, with the data, say which test samples a trial has. */
static const char *const choosing[] = {"test_count", "length"};

/* True when the two trials know their mistakes on the same samples. */
static bool same_samples(const struct record *a, const struct record *b)
{
    bool same = a->result.mistakes.samples > 0 &&
                a->result.mistakes.samples == b->result.mistakes.samples &&
                *a->result.data_sha256 && !strcmp(a->result.data_sha256, b->result.data_sha256);

    for (size_t i = 0; i < sizeof choosing / sizeof *choosing && same; i++)
        same = strcmp(record_get(a, choosing[i]), record_get(b, choosing[i])) == 0;
    return same;
}

/* True when the test error of the trial is that of its mistakes, as in every file that normlab wrote. */
static bool agrees(const struct record *r)
{
    const struct mistakes *m = &r->result.mistakes;

    return fabs(100.0 * mistakes_count(m) / m->samples -
                trial_final(&r->result, METRIC_test_error)) < 1e-6;
}

/* The trials of a cell. */
struct cell_trials {
    const struct record **record; /* [count]; NULL: the cell is not used */
    int count;
};

static const struct record *find_seed(const struct cell_trials *c, int64_t seed)
{
    for (int i = 0; i < c->count; i++)
        if (c->record[i]->seed == seed)
            return c->record[i];
    return NULL;
}

/* Adds the differences of a seed, in points, for each sample to row[samples]. Returns false when a trial does not know its
 * mistakes on the same samples as `first`. */
static bool add_seed(const struct cell_trials cell[PAIRED_CELLS], int64_t seed,
                     const struct record *first, double *row)
{
    for (int c = 0; c < PAIRED_CELLS; c++) {
        const struct record *r = cell[c].record ? find_seed(&cell[c], seed) : NULL;

        if (!cell[c].record)
            continue;
        if (!r || !same_samples(r, first) || !agrees(r))
            return false;
        for (int i = 0; i < r->result.mistakes.samples; i++)
            row[i] += 100 * paired_sign[c] * mistakes_at(&r->result.mistakes, i);
    }
    return true;
}

/* Sets *sampling from the pairs that have a difference. Returns false when not all their trials have the same samples. */
static bool sample(const struct paired *p, const struct cell_trials cell[PAIRED_CELLS],
                   struct sampling *sampling)
{
    const struct record *first = NULL;
    double *d = NULL;
    size_t samples = 0;
    int seeds = 0;
    bool good = true;

    for (int i = 0; i < p->pairs && good; i++) {
        if (isnan(p->pair[i].d))
            continue;
        if (!first) {
            first = find_seed(&cell[PAIRED_A], p->pair[i].seed);
            samples = (size_t)first->result.mistakes.samples;
            d = xcalloc((size_t)p->pairs * samples + 1, sizeof *d);
        }
        good = add_seed(cell, p->pair[i].seed, first, d + (size_t)seeds++ * samples);
    }
    if (good && first)
        *sampling = stats_sampling(seeds, (int)samples, d);
    free(d);
    return good && sampling->samples > 0;
}

bool paired_take_samples(struct paired *p, const struct measure *of, const struct results *r,
                         const struct cells *cells)
{
    struct cell_trials cell[PAIRED_CELLS] = {{0}};
    struct sampling sampling = {0};
    bool taken;

    if (of->how != MEASURE_FINAL || of->metric != METRIC_test_error || of->profile.probe ||
        p->ratio || p->ambiguous)
        return false;
    for (int c = 0; c < PAIRED_CELLS; c++)
        if (cells->cell[c])
            cell[c].count = records_in(r, cells->cell[c], &cell[c].record);
    taken = sample(p, cell, &sampling);
    if (taken) {
        p->sampling = sampling;
        paired_summarize(p);
    }
    for (int c = 0; c < PAIRED_CELLS; c++)
        free(cell[c].record);
    return taken;
}
