#include "base/arena.h"
#include "base/error.h"
#include "base/list.h"
#include "base/number.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include "store/plain_words.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- panels ---- */

/* Adds to the note that trials of the line v were refused: "instancenorm refused" when all were, else as "batchnorm
 * refused at batch 1"; where x are no key, "at" and what follows are left out. Adds nothing when none was refused. */
static void add_refusal(const struct figure_input *in, const struct values *v, struct text *note)
{
    const struct figure_request *q = in->request;
    int line = v->item[0].line;
    struct list at = {0};
    char *all;

    for (int i = 0; i < v->count; i++)
        if (v->item[i].kind == PLOT_REFUSED)
            list_add_new(&at, record_get(&in->results->record[v->item[i].record], q->x));
    all = list_join(&at, " ");
    if (at.count)
        text_add_item(note, "; ", "%s refused", in->series[line % in->series_count]);
    if (at.count && figure_count(v, PLOT_REFUSED) < v->count && !in->over_training && !in->scatter)
        text_add(note, " at %s %s", q->x, all);
    if (at.count && in->variant)
        text_add(note, " (%s)", in->variant[line / in->series_count]);
    free(all);
    list_clear(&at);
}

/* Adds a horizontal line across the panel, at y. */
static void add_guide(struct plot_figure *f, int panel, double y, const char *label)
{
    array_add(f->guide, f->guides) = (struct plot_guide){panel, y, xstrdup(label)};
}

/* Adds to the note how many trials of the line were unsuccessful, and returns it. Where x are layers or a metric, they have
 * no position on the x axis, come first in the line, and are removed from it. */
static int take_unsuccessful(const struct figure_input *in, struct values *v, struct text *note)
{
    char *label = figure_line_label(in, v->item);
    int unsuccessful = figure_count(v, PLOT_UNSUCCESSFUL);

    if (unsuccessful)
        text_add_item(note, "; ", "%s: %d %s", label, unsuccessful,
                      measure_unsuccessful_word(&in->request->of));
    v->item += unsuccessful;
    v->count -= unsuccessful;
    free(label);
    return unsuccessful;
}

/* Adds the line whose values are v to the figure, and what cannot be drawn of it to the panel's note. */
static void add_line(const struct figure_input *in, struct values *v, struct plot_figure *f,
                     struct text *note)
{
    const struct figure_request *q = in->request;
    bool unsuccessful = (in->over_layers || in->scatter) && take_unsuccessful(in, v, note);

    if (v->count == 0)
        return;
    if (q->across && strcmp(in->series[v->item[0].line % in->series_count], q->across) == 0) {
        add_guide(f, v->item[0].panel, figure_median(v), q->across);
        take_unsuccessful(in, v, note);
        return;
    }
    if (figure_count(v, PLOT_REFUSED) < v->count || q->template == PLOT_HEAT)
        figure_add_rows(in, v, unsuccessful, f);
    if (q->template != PLOT_HEAT)
        add_refusal(in, v, note);
}

/* Adds the published values to the panel, series by series, when one of its trials is in the cell of the series. */
static void add_printed(const struct figure_input *in, int panel, struct plot_figure *f)
{
    for (const struct printed_series *from = in->request->printed; from && from->cell; from++) {
        const struct record **record;
        int n = records_in(in->results, from->cell, &record), series = -1;

        for (int i = 0; i < n && series < 0; i++)
            if (in->panels.of[record[i] - in->results->record] == panel / in->splits)
                series = plot_series_index(f, from->label, "printed", LOOK_PRINTED);
        for (const struct printed *p = from->printed; p->epoch > 0 && series >= 0; p++)
            plot_add_row(
                f, (struct plot_row){PLOT_PRINTED, panel, series, p->epoch, p->value, NAN, NAN});
        free(record);
    }
}

/* Returns the title of a panel, a new string: the label of `panels`, and the layer or point that it shows. */
static char *panel_title(const struct figure_input *in, int panel)
{
    const char *label = in->panels.label[panel / in->splits], *comma = *label ? ", " : "";
    int index = panel % in->splits; /* of the layer or point */

    if (in->split == FIGURE_SPLIT_NONE)
        return xstrdup(label);
    if (in->split == FIGURE_SPLIT_LAYERS)
        return format_new("%s%s%s", label, comma, in->profile->layer.item[index]);
    return in->step[index] == 0 ? format_new("%s%sbefore training", label, comma)
                                : format_new("%s%ssteps=%g", label, comma, in->step[index]);
}

/* Adds the panels with their lines. v: all values of the figure. */
static void add_panels(const struct figure_input *in, struct values v, struct plot_figure *f)
{
    const struct figure_request *q = in->request;

    for (int panel = 0; panel < in->panels.count * in->splits; panel++) {
        struct values all = v;
        struct text note = {0};

        plot_add_panel(f, panel_title(in, panel));
        while (v.count && v.item->panel == panel) {
            struct values line = figure_take(&v, SAME_LINE);

            add_line(in, &line, f, &note);
        }
        all.count -= v.count;
        add_printed(in, panel, f);
        figure_add_theory(in, &all, panel, f);
        if (q->baseline)
            add_guide(f, panel, 0, ""); /* the caption says what this line is */
        f->panel[panel].note = note.s ? note.s : xstrdup("");
    }
}

/* ---- the figure ---- */

/* True when the results have all that the figure needs. Otherwise prints a warning. */
static bool can_be_drawn(const struct figure_input *in)
{
    const struct figure_request *q = in->request;
    const struct results *r = in->results;
    enum metric missing = measure_missing_curve(&q->of, r);

    if (in->over_training && !results_have_curve(r, q->of.metric))
        missing = q->of.metric;
    else if (in->over_training && q->band_metric && !results_have_curve(r, q->band_metric))
        missing = q->band_metric;

    if (in->of_profile && !in->profile) {
        warning("figure %s is not drawn: no trial has the profile %s that it shows", q->name,
                q->of.profile.probe);
        return false;
    }
    if (in->of_profile || missing == METRICS)
        return true;
    warning(
        "figure %s is not drawn: there are no curves of %s in the merged results; normlab merge "
        "takes them from the trial files, if no trial lacks its file",
        q->name, metric_info[missing].name);
    return false;
}

/* Adds what the figure shows of the seeds beside their medians: marks or lines, and intervals. */
static void add_seeds_caption(const struct figure_input *in, const struct plot_figure *f,
                              struct text *t)
{
    const char *seeds = f->seed_lines ? "each seed a thin line" : "each seed a small mark";
    int n[PLOT_KINDS] = {0};

    for (int i = 0; i < f->rows; i++)
        n[f->row[i].kind] += !isnan(f->row[i].x);
    if (n[PLOT_SEED] && !(f->seed_lines && n[PLOT_INTERVAL]))
        text_add(t, ", %s", seeds);
    if (n[PLOT_INTERVAL] == 0)
        return;
    text_add(t, "; %s: 95 %% intervals of the %smean", f->curve ? "bands" : "thin bars",
             measure_is_ratio(&in->request->of) || in->request->y == FIGURE_OVERHEAD ? "geometric "
                                                                                     : "");
    if (n[PLOT_INTERVAL] < n[PLOT_MEDIAN])
        text_add(t, " where all seeds%s %s%s%s",
                 in->least_seeds < MEASURE_INTERVAL_LEAST ? ", four or more," : "",
                 measure_has_target(&in->request->of) ? "reach the target" : "learn",
                 f->seed_lines ? ", else " : "", f->seed_lines ? seeds : "");
}

/* Returns the caption: data, seeds, what lines, marks and bands are, and what a line at 0 is. A new string. */
static char *caption(const struct figure_input *in, const struct plot_figure *f)
{
    const struct figure_request *q = in->request;
    const char **data;
    int n = panels_values(&in->panels, in->results, -1, "data", &data);
    struct text t = {0};

    for (int i = 0; i < n; i++)
        text_add_item(&t, ", ", "%s", data[i]);
    if (in->most_seeds > 1 && in->least_seeds < in->most_seeds)
        text_add(&t, ", %d to %d seeds: ", in->least_seeds, in->most_seeds);
    else
        text_add(&t, in->most_seeds > 1 ? ", %d seeds: " : ", one seed", in->most_seeds);
    if (in->most_seeds > 1) {
        text_add(&t, "medians%s", q->baseline ? " of paired differences" : "");
        if (q->template != PLOT_HEAT)
            add_seeds_caption(in, f, &t);
    }
    if (q->band_metric)
        text_add(&t, "; bands: one %s on both sides", metric_info[q->band_metric].name);
    for (const char *const *band = q->bands; band && band[0]; band += 2)
        text_add(&t, "%s%s to %s", band == q->bands ? "; bands: " : ", ", band[0], band[1]);
    for (int i = 0; i < in->baseline.count; i++) {
        char *cell = format_new("%s=%s", in->baseline.item[i].key, in->baseline.item[i].value);
        char *words = title_in_words(cell);

        text_add(&t, "%s%s", i ? ", " : "; line at 0: ", words);
        free(cell);
        free(words);
    }
    free(data);
    return t.s;
}

/* Finds the values of series, variants and x. Values of x are categories unless all of them are numbers and the
 * figure's kind draws numbers. */
static void find_values(struct figure_input *in)
{
    const struct figure_request *q = in->request;
    bool numbers = plot_template_x(q->template) != PLOT_X_WORDS;

    in->series_count = panels_values(&in->panels, in->results, -1, q->series, &in->series);
    if (q->variants)
        in->variants = panels_values(&in->panels, in->results, -1, q->variants, &in->variant);
    if (in->over_training || in->of_profile || in->scatter)
        return;
    in->categories = panels_values(&in->panels, in->results, -1, q->x, &in->category);
    for (int i = 0; i < in->categories; i++)
        numbers = numbers && (!*in->category[i] || number_is(in->category[i]));
    if (numbers)
        in->categories = 0;
}

/* Finds the profile that the figure shows, and into how many panels each panel is split. */
static void find_profile(struct figure_input *in)
{
    const struct figure_request *q = in->request;
    const char *panels = q->panels ? q->panels : "";
    double *step = NULL;
    int steps = 0;

    for (int i = 0; i < in->results->records && in->of_profile; i++) {
        const struct profiles *all = &in->results->record[i].result.profiles;
        const struct profile *p = profiles_find(all, q->of.profile.probe);

        if (p && (!in->profile || p->layer.count > in->profile->layer.count))
            in->profile = p;
        for (int k = 0; p && k < all->points; k++)
            array_add(step, steps) = all->step[k];
    }
    steps = stats_distinct(steps, step, &in->step);
    free(step);
    in->splits = 1;
    if (in->profile && strcmp(panels, FIGURE_LAYER) == 0) {
        in->split = FIGURE_SPLIT_LAYERS;
        in->splits = in->profile->layer.count;
    } else if (in->profile && strcmp(panels, FIGURE_POINT) == 0) {
        in->split = FIGURE_SPLIT_POINTS;
        in->splits = steps;
    }
}

/* Fills `named` with the keys that the figure shows or compares, for panels_init(): their values make no further
 * panels. A NULL ends them. */
static void name_keys(const struct figure_input *in, const char *named[PANELS_NAMED + 1])
{
    const struct figure_request *q = in->request;
    const char *const keys[] = {q->series, q->x, q->variants, q->of.along};
    int n = 0;

    for (int i = 0; i < 4; i++)
        if (keys[i])
            named[n++] = keys[i];
    for (int i = 0; i < in->baseline.count && n < PANELS_NAMED; i++)
        named[n++] = in->baseline.item[i].key;
    named[n] = NULL;
}

/* Sets the fewest and the most seeds of the lines of v, and whether some line has so many points that it is a curve. */
static void describe_lines(struct figure_input *in, struct values v)
{
    bool numbers = plot_template_x(in->request->template) == PLOT_X_EITHER && !in->categories;
    double *seed = xcalloc((size_t)v.count + 1, sizeof *seed), *different;

    while (v.count) {
        struct values line = figure_take(&v, SAME_LINE);
        int points, seeds;

        free(figure_distinct_x(&line, &points));
        in->curve |= numbers && points > (in->over_training ? PLOT_TRAINING_FROM : PLOT_CURVE_FROM);
        for (int k = 0; k < line.count; k++)
            seed[k] = line.item[k].kind == PLOT_REFUSED ? NAN : (double)line.item[k].seed;
        seeds = stats_distinct(line.count, seed, &different);
        free(different);
        in->most_seeds = seeds > in->most_seeds ? seeds : in->most_seeds;
        if (seeds && (in->least_seeds == 0 || seeds < in->least_seeds))
            in->least_seeds = seeds;
    }
    free(seed);
}

/* Finds the priors of all x, from all results. Profiles over training or layers have none: there variances differ. */
static void find_priors(struct figure_input *in, const struct values *v, const struct results *r)
{
    const struct figure_request *q = in->request;
    enum stats_scale scale = q->y == FIGURE_OVERHEAD ? STATS_LOG : measure_scale(&q->of);
    bool by_x = in->over_training && !in->of_profile;

    in->prior_x = figure_distinct_x(v, &in->priors);
    in->priors = by_x ? in->priors : 1;
    in->prior = xcalloc((size_t)in->priors + 1, sizeof *in->prior);
    for (int i = 0; i < in->priors && !in->of_profile; i++)
        in->prior[i] = by_x ? measure_prior_after(&q->of, scale, r, in->prior_x[i])
                            : measure_prior(&q->of, scale, r);
}

static struct plot_figure begin_figure(const struct figure_input *in)
{
    const struct figure_request *q = in->request;
    struct plot_figure f = {
        .template = plot_template_x(q->template) == PLOT_X_EITHER && in->categories
                        ? PLOT_CATEGORIES
                        : q->template,
        .name = xstrdup(q->name),
        .title = xstrdup(q->title),
        .x_label = xstrdup(q->x_label),
        .y_label = xstrdup(q->y_label),
        .unsuccessful_word =
            measure_has_target(&q->of) ? xstrdup(measure_unsuccessful_word(&q->of)) : NULL,
        .x_log = q->x_log,
        .y_log10 = q->y_log10,
        .band = q->band_metric != 0,
        .curve = in->curve,
    };

    for (int i = 0; i < in->categories; i++)
        array_add(f.category, f.categories) = xstrdup(in->category[i]);
    return f;
}

void figure_build(const struct figure_request *q, const struct results *r, struct plot_figure *f)
{
    const char *named[PANELS_NAMED + 1];
    struct results shown = results_only(r, q->only);
    struct figure_input in = {.request = q, .results = &shown};
    struct values v = {0};
    bool drawn;

    in.over_training = strcmp(q->x, FIGURE_EPOCH) == 0 || strcmp(q->x, FIGURE_STEP) == 0;
    in.over_layers = strcmp(q->x, FIGURE_LAYER) == 0;
    in.scatter = plot_template_x(q->template) == PLOT_X_METRIC;
    in.of_profile = q->of.profile.probe && (in.over_training || in.over_layers);
    if (q->baseline)
        cell_parse(q->baseline, &in.baseline);
    if (q->compared)
        cell_parse(q->compared, &in.compared);
    find_profile(&in);
    name_keys(&in, named);
    panels_init(&in.panels, &shown, in.split ? NULL : q->panels, named);
    find_values(&in);
    drawn = can_be_drawn(&in);
    if (drawn)
        v = figure_values(&in);
    describe_lines(&in, v);
    *f = begin_figure(&in);
    if (drawn) {
        find_priors(&in, &v, r);
        add_panels(&in, v, f);
    }
    f->caption = caption(&in, f);
    free(v.item);
    panels_release(&in.panels);
    config_clear(&in.baseline);
    config_clear(&in.compared);
    free(in.prior);
    free(in.prior_x);
    free(in.step);
    free(in.category);
    free(in.series);
    free(in.variant);
    free(shown.record);
}
