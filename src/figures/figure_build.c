#include "figures/figure.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "figures/figure_line.h"
#include "figures/plot_data.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- notes ---- */

/* Adds "instancenorm refused" or "batchnorm refused at batch 1" when set-up refused some. */
static void add_refusal(const struct line *l, struct text *note)
{
    const struct figure_request *q = l->b->q;
    struct text at = {0};
    const char **x;
    int n = panels_values(&l->b->panels, l->b->r, l->panel, q->x, &x), refused = 0, all = 0;

    for (int k = 0; k < n; k++) {
        int here = 0;

        for (int i = 0; i < l->b->r->records; i++) {
            const struct record *record = &l->b->r->record[i];

            if (!line_holds(l, i) || strcmp(record_get(record, q->x), x[k]))
                continue;
            all++;
            here += record->result.status == TRIAL_REFUSED;
        }
        if (here)
            text_add(&at, " %s", x[k]);
        refused += here;
    }
    if (refused) {
        text_add(note, "%s%s refused", note->length ? "; " : "", l->series);
        if (refused < all)
            text_add(note, " at %s%s", q->x, text_str(&at));
        if (l->merge)
            text_add(note, " (%s)", l->merge);
    }
    text_clear(&at);
    free(x);
}

/* ---- panels ---- */

static bool panel_has(const struct build *b, int panel, const char *cell)
{
    const struct record **record;
    int n = records_in(b->r, cell, &record);
    bool has = false;

    for (int i = 0; i < n; i++)
        has |= b->panels.of[record[i] - b->r->record] == panel;
    free(record);
    return has;
}

static void add_printed(const struct printed_series *from, struct plot_series *s)
{
    int n = 0;

    while (from->printed[n].epoch > 0)
        n++;
    *s = (struct plot_series){
        .label = xstrdup(from->label), .style = xstrdup("printed"), .marks = true};
    s->point = xcalloc((size_t)n, sizeof *s->point);
    for (int i = 0; i < n; i++)
        s->point[s->points++] =
            (struct plot_point){from->printed[i].epoch, from->printed[i].value, NAN, NAN, false};
}

static int count_printed(const struct figure_request *q)
{
    int n = 0;

    while (q->printed && q->printed[n].cell)
        n++;
    return n;
}

static void add_guide(struct plot_panel *p, double y, const char *label)
{
    p->guide = xrealloc(p->guide, (size_t)(p->guides + 1) * sizeof *p->guide);
    p->guide[p->guides++] = (struct plot_guide){y, xstrdup(label)};
}

/* A line's mean as a guide. What it leaves out is in the note. */
static void guide_by(const struct line *l, struct plot_panel *p, struct text *note)
{
    int lost;
    double mean = line_mean(l, &lost);

    add_guide(p, mean, l->series);
    if (lost)
        text_add(note, "%s%s: %d %s", note->length ? "; " : "", l->series, lost,
                 measure_unsuccessful_word(&l->b->q->of));
}

/* The lines of a panel, one for each series and value of `merge`. */
static void add_lines(const struct build *b, int panel, struct plot_panel *p, struct text *note)
{
    const char **series, **merge = NULL;
    int n = panels_values(&b->panels, b->r, -1, b->q->series, &series);
    int merges = b->q->merge ? panels_values(&b->panels, b->r, panel, b->q->merge, &merge) : 1;

    p->series = xcalloc((size_t)(n * merges + count_printed(b->q)), sizeof *p->series);
    for (int m = 0; m < merges; m++)
        for (int i = 0; i < n; i++) {
            struct line line = {b, panel, series[i], merge ? merge[m] : NULL};

            if (b->q->guide && strcmp(series[i], b->q->guide) == 0) {
                guide_by(&line, p, note);
            } else {
                p->count += line_build(&line, &p->series[p->count]);
                if (!b->q->heat)
                    add_refusal(&line, note);
            }
        }
    free(series);
    free(merge);
}

static void build_panel(const struct build *b, int panel, struct plot_panel *p)
{
    struct text note = {0};

    p->title = xstrdup(b->panels.label[panel]);
    add_lines(b, panel, p, &note);
    for (int i = 0; i < count_printed(b->q); i++)
        if (panel_has(b, panel, b->q->printed[i].cell))
            add_printed(&b->q->printed[i], &p->series[p->count++]);
    if (b->q->versus)
        add_guide(p, 0, ""); /* the caption names it */
    p->note = note.s ? note.s : xstrdup("");
}

/* ---- what a figure needs ---- */

/* False, after a warning, where the figure shows curves and the results have only their last points. */
static bool has_curves(const struct figure_request *q, const struct results *r)
{
    enum metric missing = results_have_curve(r, q->of.metric) ? q->around : q->of.metric;

    if (strcmp(q->x, FIGURE_EPOCH) ? measure_has_curve(&q->of, r) : results_have_curve(r, missing))
        return true;
    warning("figure %s is not drawn: there are no curves of %s in the merged results; normlab run "
            "draws it from the trials' own files",
            q->name, metric_info[missing].name);
    return false;
}

/* A figure that makes no sense is a mistake of the experiment. */
static void check_request(const struct figure_request *q)
{
    if (q->bars && (q->y_log10 || strcmp(q->x, FIGURE_EPOCH) == 0))
        BUG("figure %s: bars stand over categories, and start at zero, which no logarithmic axis has",
            q->name);
    if (q->heat && (q->guide || strcmp(q->x, FIGURE_EPOCH) == 0))
        BUG("figure %s: a heat map has cells for categories, and no lines", q->name);
}

/* ---- the figure ---- */

/* What lines and bands of the figure are: what its points have. */
struct shown {
    bool band, median, seed_lines;
};

static struct shown shown_in(const struct plot_figure *f)
{
    struct shown has = {0};

    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++) {
            const struct plot_series *s = &f->panel[p].series[k];

            has.band |= series_has_range(s);
            has.seed_lines |= s->seed_lines;
            for (int i = 0; i < s->points; i++)
                has.median |= s->point[i].median;
        }
    return has;
}

/* "; bands: range of the seeds; medians and every seed where some fail to learn" */
static void add_seeds(struct text *t, const struct figure_request *q, const struct plot_figure *f)
{
    struct shown has = shown_in(f);
    const char *mark = has.seed_lines ? "thin line" : "faint point";

    if (q->around)
        text_add(t, "; bands: one %s on both sides", metric_info[q->around].name);
    else if (has.band)
        text_add(t, "; %s: range of the seeds", f->categories ? "error bars" : "bands");
    else
        text_add(t, ", every seed a %s", mark);
    if (has.median)
        text_add(t, "; medians%s where some fail to learn",
                 has.band && !q->around ? " and every seed" : "");
}

/* "fashion-mnist, 5 seeds: means; bands: range of the seeds" */
static char *caption(const struct build *b, const struct plot_figure *f)
{
    const char **data, **seeds;
    int n = panels_values(&b->panels, b->r, -1, "data", &data);
    int m = panels_values(&b->panels, b->r, -1, "seed", &seeds);
    struct text t = {0};

    for (int i = 0; i < n; i++)
        text_add(&t, "%s%s", i ? ", " : "", data[i]);
    if (m > 1)
        text_add(&t, ", %d seeds: means", m);
    else
        text_add(&t, ", one seed");
    if (!b->q->heat && (m > 1 || b->q->around))
        add_seeds(&t, b->q, f);
    if (b->q->versus)
        text_add(&t, "; line at 0: %s", b->q->versus);
    free(data);
    free(seeds);
    return t.s;
}

/* Makes the values of x categories when they are not all numbers, and where they
 * are no axis. */
static void find_categories(struct build *b)
{
    bool numbers = !b->q->bars && !b->q->heat;

    if (strcmp(b->q->x, FIGURE_EPOCH) == 0)
        return;
    b->categories = panels_values(&b->panels, b->r, -1, b->q->x, &b->category);
    for (int i = 0; i < b->categories; i++)
        numbers = numbers && number_is(b->category[i]);
    if (numbers)
        b->categories = 0;
}

/* The keys that a figure shows without making panels of them; `named` has room. */
static void name_keys(const struct build *b, const char **named)
{
    const struct figure_request *q = b->q;
    int n = 0;

    named[n++] = q->series;
    named[n++] = q->x;
    if (q->merge)
        named[n++] = q->merge;
    if (q->of.along)
        named[n++] = q->of.along;
    for (int i = 0; i < b->versus.count && n < PANELS_NAMED; i++)
        named[n++] = b->versus.item[i].key;
    named[n] = NULL;
}

void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f)
{
    const char *named[PANELS_NAMED + 1];
    struct results shown = results_only(r, q->only);
    struct build b = {.q = q, .r = &shown};

    check_request(q);
    if (q->versus)
        cell_parse(q->versus, &b.versus);
    if (q->drawn)
        cell_parse(q->drawn, &b.drawn);
    name_keys(&b, named);
    panels_init(&b.panels, &shown, q->panels, named);
    find_categories(&b);
    *f = (struct plot_figure){
        .name = xstrdup(q->name),
        .title = xstrdup(q->title),
        .x_label = xstrdup(q->x_label),
        .y_label = xstrdup(q->y_label),
        .x_log = q->x_log,
        .lost = measure_has_target(&q->of) ? xstrdup(measure_unsuccessful_word(&q->of)) : NULL,
        .y_log10 = q->y_log10,
        .bars = q->bars,
        .heat = q->heat,
        .band = q->around != 0,
        .panel = xcalloc((size_t)b.panels.count + 1, sizeof(struct plot_panel)),
        .panels = has_curves(q, r) ? b.panels.count : 0,
    };
    for (int i = 0; i < b.categories; i++) {
        f->category = xrealloc(f->category, (size_t)(i + 1) * sizeof *f->category);
        f->category[f->categories++] = xstrdup(b.category[i]);
    }
    for (int i = 0; i < f->panels; i++)
        build_panel(&b, i, &f->panel[i]);
    f->caption = caption(&b, f);
    panels_release(&b.panels);
    config_clear(&b.versus);
    config_clear(&b.drawn);
    free(b.category);
    free(shown.record);
}
