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

/* True when record i gives the line a value: it was trained, and is no baseline. */
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

/* True when a record and its baseline must agree in the key, and do, or need not agree in it. */
static bool agree(const struct figure_input *in, const struct record *record,
                  const struct record *baseline, const char *key)
{
    return !key || config_get(&in->baseline, key) ||
           strcmp(record_get(record, key), record_get(baseline, key)) == 0;
}

/* The trial that record i is compared with: in the baseline's cell, with the same seed, panel and values of all keys
 * that the figure shows. NULL: there is none. */
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

/* Record i's measure, as a difference from its baseline where the request has one. */
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

/* Adds a value, unless there is nothing to show. */
static void add_value(struct values *v, double x, double y, double band, bool lost)
{
    if (!isnan(x) && (!isnan(y) || lost))
        array_add(v->item, v->count) = (struct value){x, y, band, lost};
}

/* Adds every point of a training curve. A diverged trial is lost at the point after its curve's last. */
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

/* Of a measure along an axis: adds one value a seed from all drawn records that stand at the same x as record i, if i
 * is the first of them. */
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
