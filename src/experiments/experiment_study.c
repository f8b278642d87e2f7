/* Checks the measures, claims and figures of an experiment, and opens its sweeps and studies. */
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "experiments/experiment_internal.h"
#include "stats/theory.h"
#include <stdlib.h>
#include <string.h>

/* A measure of the experiment, and the claim, table or figure that uses it. */
struct use {
    const struct measure *of;
    const char *kind, *name;
    bool ratio; /* ratios of the axis's values are taken, so these must be positive */
};

/* Sets *u to the i-th use of a measure, counted over claims, tables and figures in this order. Returns false when i
 * is beyond the last one. */
static bool use_get(const struct experiment *e, int i, struct use *u)
{
    for (const struct claim *c = e->claims; c && c->id; c++)
        if (c->kind != CLAIM_REFUSED && i-- == 0) {
            bool usable = c->of.how == MEASURE_USABLE_MOST || c->of.how == MEASURE_USABLE_RANGE;

            *u = (struct use){&c->of, "claim", c->text, c->ratio || usable};
            return true;
        }
    for (const struct table_request *q = e->tables; q && q->title; q++)
        if (i-- == 0) {
            *u = (struct use){&q->of, "table", q->title, measure_is_ratio(&q->of)};
            return true;
        }
    for (const struct figure_request *q = e->figures; q && q->name; q++)
        if (i-- == 0) {
            *u = (struct use){&q->of, "figure", q->name, measure_is_ratio(&q->of)};
            return true;
        }
    return false;
}

int measure_fault(const struct experiment *e, const struct measure *m, struct text *why)
{
    if (measure_check(m, why))
        return -1;
    if (m->along && !plan_has_axis(&e->plan, m->along)) {
        text_add(why, "along: %s is no axis of the experiment; name it in axes", m->along);
        return -1;
    }
    return 0;
}

const char *claim_fault(const struct claim *c)
{
    bool differs = c->kind == CLAIM_MORE || c->kind == CLAIM_LESS || c->kind == CLAIM_SAME;

    if (c->kind == CLAIM_PRINTED &&
        (!c->printed || c->of.how != MEASURE_FINAL || c->of.profile.probe))
        return "that expects 'printed' needs the values in 'printed', and a metric as its measure";
    if (!differs)
        return NULL;
    if (!c->a_base != !c->b_base || (c->a_base && !c->b))
        return "with a_base needs b_base, a and b";
    if (c->ratio && !(c->margin > (c->kind == CLAIM_SAME ? 1 : 0)))
        return c->kind == CLAIM_SAME
                   ? "that expects 'same' needs a factor above 1, within which two are the same"
                   : "needs a factor above 0; 1 is no difference";
    if (c->ratio && !c->b && !(c->value > 0))
        return "that compares by a factor with a number needs a value above 0";
    if (c->kind == CLAIM_SAME && !(c->margin > 0))
        return "that expects 'same' needs a margin above 0: within none, no two are the same";
    return NULL;
}

/* True when all theories of the figure have values over its x. A theory has values over its argument. Also, a theory over
 * layers has values over the key `depth` of nets. A theory of batches has values over layers, where it is the factor from
 * each layer to the next, as the growth per layer. */
static bool theories_fit(const struct figure_request *q)
{
    bool layers = strcmp(q->x, FIGURE_LAYER) == 0, fit = true;

    for (const char *const *name = q->theory; name && *name; name++) {
        const char *of = theory_find(*name)->of;

        fit = fit && (strcmp(of, q->x) == 0 || (layers && strcmp(of, "batch") == 0) ||
                      (strcmp(of, FIGURE_LAYER) == 0 && strcmp(q->x, "depth") == 0));
    }
    return fit;
}

const char *figure_fault(const struct figure_request *q)
{
    enum plot_x x = plot_template_x(q->template);
    bool differs = q->y == FIGURE_DIFFERENCE || q->y == FIGURE_OVERHEAD;
    const char *panels = q->panels ? q->panels : "";
    bool layers = strcmp(q->x, FIGURE_LAYER) == 0, steps = strcmp(q->x, FIGURE_STEP) == 0;
    bool over_training = steps || strcmp(q->x, FIGURE_EPOCH) == 0;
    bool panels_of_probe = strcmp(panels, FIGURE_LAYER) == 0 || strcmp(panels, FIGURE_POINT) == 0;

    if (over_training && q->of.how != MEASURE_FINAL)
        return "shows a metric over training: its measure should be a metric, or a column of a probe";
    if ((layers || steps || panels_of_probe || q->bands) && !q->of.profile.probe)
        return "shows layers, steps, points or bands: its measure should be a column of a probe";
    if ((panels_of_probe || q->bands) && !over_training && !layers)
        return "has panels of layers or points, or bands: its x should be epoch, step or layer";
    if (layers && strcmp(panels, FIGURE_LAYER) == 0)
        return "shows layers as x: it cannot have a panel for each as well";
    if (q->template == PLOT_BARS && q->y_log10)
        return "has bars, which start at zero, which no logarithmic axis has";
    if (x == PLOT_X_WORDS && (over_training || layers))
        return "has bars or cells, which stand over categories: its x should be a key";
    if (x == PLOT_X_METRIC && metric_find(q->x) == METRICS)
        return "is a scatter: its x should be a metric";
    if (x == PLOT_X_METRIC &&
        (q->of.profile.probe || measure_is_along(&q->of) || q->y || q->across))
        return "is a scatter, whose y is a measure of each trial: without y, across or a measure along an axis";
    if (x != PLOT_X_METRIC && metric_find(q->x) < METRICS && !trial_option(q->x))
        return "has a metric as x, which a scatter has alone";
    if (q->reference && q->template != PLOT_MULTIPLES)
        return "has references, which only multiples show";
    if (x == PLOT_X_NUMBERS && !q->bands)
        return "draws bands, and needs bands: columns of its measure's probe, two for each";
    if (q->template == PLOT_HEAT && q->across)
        return "is a heat map, which has no lines";
    if (!theories_fit(q))
        return "has a theory that has no values over its x";
    if (differs && (over_training || layers || measure_is_ratio(&q->of)))
        return "shows no difference: that is one of a measure at each value of a key, which is no ratio";
    if (differs != (q->baseline != NULL))
        return "needs a baseline for y: difference or overhead, and for these alone";
    return NULL;
}

/* Checks the values of a trial for the axes along which measures are made, as experiment_expand() states. Returns 0, or -1
 * after a message. */
static int check_trial(const struct experiment *e, const struct config *trial)
{
    struct use u;

    for (int i = 0; use_get(e, i, &u); i++) {
        const char *value = u.of->along ? config_get(trial, u.of->along) : NULL;

        if (!value)
            continue;
        if (!number_is(value))
            return error("experiment %s, %s '%s' sums up along %s, but %s=%s is no number",
                         e->plan.name, u.kind, u.name, u.of->along, u.of->along, value);
        if (u.ratio && !(number_parse(value, NULL) > 0))
            return error("experiment %s, %s '%s' takes ratios of %s, but %s=%s is not positive",
                         e->plan.name, u.kind, u.name, u.of->along, u.of->along, value);
    }
    return 0;
}

int experiment_expand(struct sweep *s, const struct experiment *e, int preset,
                      char *const *overrides, int count, const char *seeds)
{
    int bad;

    *s = (struct sweep){0};
    if (sweep_expand(s, &e->plan, preset, overrides, count, seeds))
        return -1;
    bad = 0;
    for (int i = 0; i < s->trials && !bad; i++)
        bad = check_trial(e, &s->trial[i].config);
    if (bad)
        sweep_clear(s);
    return bad;
}

/* ---- studies ---- */

void experiment_take_test_samples(struct experiment *e)
{
    struct claim *claims =
        (struct claim *)e->claims; /* memory of the loader, which is const for all others */

    for (int i = 0; i < claims_count(claims); i++)
        claims[i].test_samples = true;
}

struct cells *experiment_cells(const struct experiment *e, int *count)
{
    struct cells *cells;
    int claims = claims_count(e->claims), n = claims;

    for (const struct table_request *q = e->tables; q && q->title; q++)
        n++;
    for (const struct figure_request *q = e->figures; q && q->name; q++)
        n++;
    cells = xcalloc((size_t)n + 1, sizeof *cells);
    *count = 0;
    for (int i = 0; i < claims; i++)
        cells[(*count)++] = claim_cells(&e->claims[i]);
    for (const struct table_request *q = e->tables; q && q->title; q++)
        cells[(*count)++] = (struct cells){{q->only}};
    for (const struct figure_request *q = e->figures; q && q->name; q++)
        cells[(*count)++] = (struct cells){{q->only, q->baseline}};
    return cells;
}

const struct measure *experiment_measure(const struct experiment *e, int i)
{
    int claims = claims_count(e->claims), tables = 0;

    while (e->tables && e->tables[tables].title)
        tables++;
    if (i < claims)
        return &e->claims[i].of;
    i -= claims;
    return i < tables ? &e->tables[i].of : &e->figures[i - tables].of;
}

int experiment_open(struct study *s, const struct experiment *e, const char *root, int preset,
                    bool *there)
{
    int count, bad;
    struct cells *cells = experiment_cells(e, &count);

    *s = (struct study){0};
    *there = false;
    bad = study_open(s, &e->plan, e->claims, cells, count, root, preset, there);
    free(cells);
    return bad;
}

int experiment_view(struct study *s, const struct experiment *e, const struct sweep *sweep,
                    int preset, const char *root, bool *there)
{
    int count, bad;
    struct cells *cells = experiment_cells(e, &count);

    bad = study_view(s, e->claims, cells, count, sweep, preset, root, there);
    free(cells);
    return bad;
}

int experiment_take(struct study *s, const struct experiment *e, const char *root, int preset,
                    struct results *results)
{
    int count, bad;
    struct cells *cells = experiment_cells(e, &count);

    bad = study_take(s, &e->plan, e->claims, cells, count, root, preset, results);
    free(cells);
    return bad;
}

int experiment_merge(struct study *s, const struct experiment *e, const struct sweep *sweep,
                     int preset, const char *root, const char *command_line)
{
    int count, bad;
    struct cells *cells = experiment_cells(e, &count);

    bad = study_merge(s, e->claims, cells, count, sweep, preset, root, command_line);
    free(cells);
    return bad;
}

void experiment_open_main(struct study *shown, const struct experiment *e, const struct study *of)
{
    int count;
    struct cells *cells = experiment_cells(e, &count);

    study_of_main(shown, of, cells, count);
    free(cells);
}
