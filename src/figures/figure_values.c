#include "base/arena.h"
#include "base/list.h"
#include "base/number.h"
#include "figures/figure_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool figure_has_curves(const struct figure_request *q)
{
    return strcmp(q->x, FIGURE_EPOCH) == 0;
}

/* ---- which records ---- */

bool line_has(const struct line *l, int i)
{
    const struct record *record = &l->input->results->record[i];
    const struct figure_request *q = l->input->request;

    return l->input->panels.of[i] == l->panel &&
           strcmp(record_get(record, q->series), l->series) == 0 &&
           (!l->variant || strcmp(record_get(record, q->variants), l->variant) == 0);
}

/* True when record i adds a value to the line: it belongs to the line, was trained, is in `compared` and is no
 * baseline. */
static bool is_drawn(const struct line *l, int i)
{
    const struct figure_input *in = l->input;
    const struct record *record = &in->results->record[i];

    return line_has(l, i) && record->result.status != TRIAL_REFUSED &&
           !(in->request->baseline && record_in_cell(record, &in->baseline)) &&
           record_in_cell(record, &in->compared);
}

double figure_x(const struct figure_input *in, const struct record *record)
{
    const char *text = record_get(record, in->request->x);
    double x = number_parse(text, NULL);

    for (int i = 0; i < in->categories; i++)
        if (strcmp(in->category[i], text) == 0)
            return i + 1;
    if (in->categories || !number_is(text))
        return NAN;
    return in->request->x_per_group ? x * record->result.norm_positions : x;
}

/* ---- a measure of each trial ---- */

/* True when the record and the baseline have the same value of the key, or need not: the key is NULL, or the
 * baseline's cell names it. */
static bool agree(const struct figure_input *in, const struct record *record,
                  const struct record *baseline, const char *key)
{
    return !key || config_get(&in->baseline, key) ||
           strcmp(record_get(record, key), record_get(baseline, key)) == 0;
}

/* Returns the trial with which record i is compared: it is in the baseline's cell and has the same seed, panel and
 * values of the keys that the figure shows. Returns NULL when there is none. */
static const struct record *find_baseline(const struct figure_input *in, int i)
{
    const struct figure_request *q = in->request;
    const struct record *record = &in->results->record[i];

    for (int k = 0; k < in->results->records; k++) {
        const struct record *found = &in->results->record[k];

        if (record_in_cell(found, &in->baseline) && found->seed == record->seed &&
            in->panels.of[k] == in->panels.of[i] && agree(in, record, found, q->series) &&
            agree(in, record, found, q->variants) && agree(in, record, found, q->x))
            return found;
    }
    return NULL;
}

/* Returns the measure of record i; if the request has a baseline, the difference from it. */
static struct measured measure_of(const struct figure_input *in, int i)
{
    const struct figure_request *q = in->request;
    struct measured m = measure_record(&q->of, &in->results->record[i]);
    struct measured baseline = {.value = NAN};
    const struct record *record;

    if (!q->baseline)
        return m;
    record = find_baseline(in, i);
    if (record)
        baseline = measure_record(&q->of, record);
    if (baseline.outcome == MEASURE_UNSUCCESSFUL)
        m.outcome = MEASURE_UNSUCCESSFUL;
    m.value =
        q->y == FIGURE_OVERHEAD ? 100 * (m.value / baseline.value - 1) : m.value - baseline.value;
    return m;
}

/* ---- values ---- */

/* Adds a value. Leaves it out when x is NaN, or when y is NaN although the trial is not lost. */
static void add_value(struct values *v, double x, double y, double band, bool lost)
{
    if (!isnan(x) && (!isnan(y) || lost))
        array_add(v->item, v->count) = (struct value){x, y, band, lost};
}

/* Adds every point of a training curve. A diverged trial is marked as lost at the point after the last one of its
 * curve. */
static void add_curve(struct values *v, const struct figure_request *q,
                      const struct trial_result *r)
{
    const double *curve = r->curve[q->of.metric], *band = r->curve[q->band_metric];
    int last = -1;

    for (int i = q->skip_start ? 1 : 0; i <= r->points; i++) {
        add_value(v, trial_epochs_at(r, i), curve[i], band[i], false);
        last = isnan(curve[i]) ? last : i;
    }
    if (r->status == TRIAL_DIVERGED)
        add_value(v, trial_epochs_at(r, last < r->points ? last + 1 : last), NAN, NAN, true);
}

/* For a measure along an axis: adds one value for each seed, from all records of the line that have the same x as
 * record i. Does so only when record i is the first of these. */
static void add_along_axis(struct values *v, const struct line *l, int i)
{
    const struct results *r = l->input->results;
    const struct record **here = xcalloc((size_t)r->records, sizeof *here);
    struct measured *m = xcalloc((size_t)r->records, sizeof *m);
    double x = figure_x(l->input, &r->record[i]);
    int count = 0, seeds = 0;

    for (int k = 0; k < r->records; k++)
        if (is_drawn(l, k) && figure_x(l->input, &r->record[k]) == x)
            here[count++] = &r->record[k];
    if (count && here[0] == &r->record[i])
        seeds = measure_seeds(&l->input->request->of, here, count, m);
    for (int k = 0; k < seeds; k++)
        add_value(v, x, m[k].value, NAN, m[k].outcome == MEASURE_UNSUCCESSFUL);
    free(here);
    free(m);
}

static void add_trial(struct values *v, const struct figure_input *in, int i)
{
    const struct record *record = &in->results->record[i];
    struct measured m = measure_of(in, i);

    add_value(v, figure_x(in, record), m.value,
              trial_final(&record->result, in->request->band_metric),
              m.outcome == MEASURE_UNSUCCESSFUL);
}

struct values line_values(const struct line *l)
{
    const struct figure_request *q = l->input->request;
    struct values v = {0};

    for (int i = 0; i < l->input->results->records; i++) {
        if (!is_drawn(l, i))
            continue;
        if (figure_has_curves(q))
            add_curve(&v, q, &l->input->results->record[i].result);
        else if (measure_is_along(&q->of))
            add_along_axis(&v, l, i);
        else
            add_trial(&v, l->input, i);
    }
    return v;
}
