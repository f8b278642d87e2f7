#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "figures/figure_internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- notes ---- */

/* Adds to the note whether trials of the line were refused, as "instancenorm refused", or "batchnorm refused at
 * batch 1" when only some were. */
static void add_refusal(const struct line *l, struct text *note)
{
    const struct figure_input *in = l->input;
    const char *key = in->request->x, **x;
    int n = panels_values(&in->panels, in->results, l->panel, key, &x), refused = 0, all = 0;
    struct text refused_at = {0};

    for (int k = 0; k < n; k++) {
        int before = refused;

        for (int i = 0; i < in->results->records; i++) {
            const struct record *record = &in->results->record[i];

            if (line_has(l, i) && strcmp(record_get(record, key), x[k]) == 0) {
                all++;
                refused += record->result.status == TRIAL_REFUSED;
            }
        }
        if (refused > before)
            text_add(&refused_at, " %s", x[k]);
    }
    if (refused) {
        text_add_item(note, "; ", "%s refused", l->series);
        if (refused < all)
            text_add(note, " at %s%s", key, text_str(&refused_at));
        if (l->variant)
            text_add(note, " (%s)", l->variant);
    }
    text_clear(&refused_at);
    free(x);
}

/* ---- panels ---- */

/* True when the panel has at least one trial of the cell. */
static bool panel_has(const struct figure_input *in, int panel, const char *cell)
{
    const struct record **record;
    int n = records_in(in->results, cell, &record);
    bool has = false;

    for (int i = 0; i < n; i++)
        has |= in->panels.of[record[i] - in->results->record] == panel;
    free(record);
    return has;
}

static void add_printed(const struct printed_series *from, int panel, struct plot_figure *f)
{
    int series = plot_series_index(f, from->label, "printed", LOOK_PRINTED);

    for (const struct printed *p = from->printed; p->epoch > 0; p++)
        plot_add_row(f,
                     (struct plot_row){PLOT_PRINTED, panel, series, p->epoch, p->value, NAN, NAN});
}

/* Adds a horizontal line across the panel, at y. */
static void add_guide(struct plot_figure *f, int panel, double y, const char *label)
{
    array_add(f->guide, f->guides) = (struct plot_guide){panel, y, xstrdup(label)};
}

/* Adds a horizontal line at the mean of the line's values over all x. Adds to the note how many trials have no
 * value. */
static void add_mean_line(const struct line *l, struct plot_figure *f, struct text *note)
{
    struct values v = line_values(l);
    double sum = 0;
    int lost = 0, n = 0;

    for (int i = 0; i < v.count; i++) {
        lost += v.item[i].lost;
        if (!isnan(v.item[i].y)) {
            sum += v.item[i].y;
            n++;
        }
    }
    add_guide(f, l->panel, n ? sum / n : NAN, l->series);
    if (lost)
        text_add_item(note, "; ", "%s: %d %s", l->series, lost,
                      measure_unsuccessful_word(&l->input->request->of));
    free(v.item);
}

static void add_line(const struct line *l, struct plot_figure *f, struct shown *shown,
                     struct text *note)
{
    const struct figure_request *q = l->input->request;

    if (q->mean_line && strcmp(l->series, q->mean_line) == 0) {
        add_mean_line(l, f, note);
        return;
    }
    line_add_rows(l, f, shown);
    if (q->template != PLOT_HEAT)
        add_refusal(l, note);
}

/* Adds a line to the panel for each series and variant. */
static void add_lines(const struct figure_input *in, int panel, struct plot_figure *f,
                      struct shown *shown, struct text *note)
{
    const struct figure_request *q = in->request;
    const char **series, **variant = NULL;
    int n = panels_values(&in->panels, in->results, -1, q->series, &series), variants = 1;

    if (q->variants)
        variants = panels_values(&in->panels, in->results, panel, q->variants, &variant);
    for (int k = 0; k < variants; k++)
        for (int i = 0; i < n; i++)
            add_line(&(struct line){in, panel, series[i], variant ? variant[k] : NULL}, f, shown,
                     note);
    free(series);
    free(variant);
}

static void add_panel(const struct figure_input *in, int panel, struct plot_figure *f,
                      struct shown *shown)
{
    const struct figure_request *q = in->request;
    struct text note = {0};

    plot_add_panel(f, xstrdup(in->panels.label[panel]));
    add_lines(in, panel, f, shown, &note);
    for (const struct printed_series *p = q->printed; p && p->cell; p++)
        if (panel_has(in, panel, p->cell))
            add_printed(p, panel, f);
    if (q->baseline)
        add_guide(f, panel, 0, ""); /* the caption says what this line is */
    f->panel[panel].note = note.s ? note.s : xstrdup("");
}

/* ---- what a figure needs ---- */

/* True when the results have all curves that the figure needs. Otherwise prints a warning. */
static bool can_be_drawn(const struct figure_request *q, const struct results *r)
{
    enum metric missing = results_have_curve(r, q->of.metric) ? q->band_metric : q->of.metric;

    if (figure_has_curves(q) ? results_have_curve(r, missing) : measure_has_curve(&q->of, r))
        return true;
    warning("figure %s is not drawn: there are no curves of %s in the merged results; normlab run "
            "draws it from the trials' own files",
            q->name, metric_info[missing].name);
    return false;
}

/* Stops the program when a request contradicts itself, which is a mistake in the experiment. */
static void check_request(const struct figure_request *q)
{
    if (q->template == PLOT_BARS && (q->y_log10 || figure_has_curves(q)))
        BUG("figure %s: bars stand over categories, and start at zero, which no logarithmic axis has",
            q->name);
    if (q->template == PLOT_HEAT && (q->mean_line || figure_has_curves(q)))
        BUG("figure %s: a heat map has cells for categories, and no lines", q->name);
}

/* ---- the figure ---- */

/* Adds how the figure shows seeds, as "; thin bars: range of the seeds, each a faint point; medians and every seed where some fail to
 * learn". */
static void add_seeds(struct text *t, const struct figure_request *q, const struct plot_figure *f,
                      const struct shown *has)
{
    const char *mark = f->seed_lines ? "thin line" : "faint point";

    if (q->band_metric)
        text_add(t, "; bands: one %s on both sides", metric_info[q->band_metric].name);
    else if (has->band && has->longest > CURVE_FROM && !f->categories)
        text_add(t, "; bands: range of the seeds");
    else if (has->band)
        text_add(t, "; thin bars: range of the seeds, each a faint point");
    else
        text_add(t, ", every seed a %s", mark);
    if (has->median)
        text_add(t, "; medians%s where some fail to learn",
                 has->band && !q->band_metric ? " and every seed" : "");
}

/* Returns the caption, as "fashion-mnist, 5 seeds: means; thin bars: range of the seeds, each a faint point"; a new string. */
static char *caption(const struct figure_input *in, const struct plot_figure *f,
                     const struct shown *has)
{
    const struct figure_request *q = in->request;
    const char **data, **seed;
    int n = panels_values(&in->panels, in->results, -1, "data", &data);
    int seeds = panels_values(&in->panels, in->results, -1, "seed", &seed);
    struct text t = {0};

    for (int i = 0; i < n; i++)
        text_add_item(&t, ", ", "%s", data[i]);
    if (seeds > 1)
        text_add(&t, ", %d seeds: means", seeds);
    else
        text_add(&t, ", one seed");
    if (q->template != PLOT_HEAT && (seeds > 1 || q->band_metric))
        add_seeds(&t, q, f, has);
    if (q->baseline)
        text_add(&t, "; line at 0: %s", q->baseline);
    free(data);
    free(seed);
    return t.s;
}

/* Makes the values of x categories, unless all are numbers and the figure has neither bars nor a heat map. */
static void find_categories(struct figure_input *in)
{
    const struct figure_request *q = in->request;
    bool numbers = q->template != PLOT_BARS && q->template != PLOT_HEAT;

    if (figure_has_curves(q))
        return;
    in->categories = panels_values(&in->panels, in->results, -1, q->x, &in->category);
    for (int i = 0; i < in->categories; i++)
        numbers = numbers && number_is(in->category[i]);
    if (numbers)
        in->categories = 0;
}

/* Fills `named` with the keys whose values do not make panels of their own. A NULL ends it. */
static void name_keys(const struct figure_input *in, const char *named[PANELS_NAMED + 1])
{
    const struct figure_request *q = in->request;
    int n = 0;

    named[n++] = q->series;
    named[n++] = q->x;
    if (q->variants)
        named[n++] = q->variants;
    if (q->of.along)
        named[n++] = q->of.along;
    for (int i = 0; i < in->baseline.count && n < PANELS_NAMED; i++)
        named[n++] = in->baseline.item[i].key;
    named[n] = NULL;
}

static struct plot_figure describe(const struct figure_request *q)
{
    return (struct plot_figure){
        .name = xstrdup(q->name),
        .title = xstrdup(q->title),
        .x_label = xstrdup(q->x_label),
        .y_label = xstrdup(q->y_label),
        .x_log = q->x_log,
        .lost = measure_has_target(&q->of) ? xstrdup(measure_unsuccessful_word(&q->of)) : NULL,
        .y_log10 = q->y_log10,
        .template = q->template,
        .band = q->band_metric != 0,
    };
}

void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f)
{
    const char *named[PANELS_NAMED + 1];
    struct results shown = results_only(r, q->only);
    struct figure_input in = {.request = q, .results = &shown};
    struct shown has = {0};
    bool drawn = can_be_drawn(q, r);

    check_request(q);
    if (q->baseline)
        cell_parse(q->baseline, &in.baseline);
    if (q->compared)
        cell_parse(q->compared, &in.compared);
    name_keys(&in, named);
    panels_init(&in.panels, &shown, q->panels, named);
    find_categories(&in);
    *f = describe(q);
    for (int i = 0; i < in.categories; i++)
        array_add(f->category, f->categories) = xstrdup(in.category[i]);
    if (f->categories && f->template == PLOT_LINES)
        f->template = PLOT_CATEGORIES;
    for (int i = 0; i < in.panels.count && drawn; i++)
        add_panel(&in, i, f, &has);
    f->caption = caption(&in, f, &has);
    panels_release(&in.panels);
    config_clear(&in.baseline);
    config_clear(&in.compared);
    free(in.category);
    free(shown.record);
}
