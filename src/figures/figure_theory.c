/* Lines of theory beside what was measured. */
#include "base/arena.h"
#include "base/number.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include "stats/theory.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where x are layers, a theory of batch sizes is a factor per layer. Adds it to the line v if that is of the theory's
 * norm: a line of theory with the rate of the batch of v, as high as v: the median of their ratios is 1. */
static void add_level(const struct figure_input *in, const struct values *v, const struct theory *t,
                      struct plot_figure *f)
{
    const struct record *of = &in->results->record[v->item[0].record];
    double rate = t->at(number_parse(record_get(of, "batch"), NULL)), middle, *x, *ratio;
    int n = 0, places_count, panel = v->item[0].panel, series;

    if (strcmp(record_get(of, "norm"), t->norm) != 0 || isnan(rate))
        return;
    ratio = xcalloc((size_t)v->count, sizeof *ratio);
    for (int i = 0; i < v->count; i++)
        if (v->item[i].kind == PLOT_SEED)
            ratio[n++] = v->item[i].y * pow(rate, v->item[i].x);
    middle = stats_median(n, ratio);
    x = figure_places(v, &places_count);
    series = plot_series_index(f, t->label, "theory", LOOK_THEORY);
    if (f->rows && f->row[f->rows - 1].kind == PLOT_THEORY) /* ends the line before */
        plot_add_row(f, (struct plot_row){PLOT_THEORY, panel, series, NAN, NAN, NAN, NAN});
    for (int i = 0; i < places_count; i++)
        plot_add_row(f, (struct plot_row){PLOT_THEORY, panel, series, x[i],
                                          middle / pow(rate, x[i]), NAN, NAN});
    free(ratio);
    free(x);
}

/* Adds a theory's values at the categories, or at each x of the panel's values v. */
static void add_curve(const struct figure_input *in, const struct values *v, int panel,
                      const struct theory *t, struct plot_figure *f)
{
    int series = plot_series_index(f, t->label, "theory", LOOK_THEORY), n;
    double *x = figure_places(v, &n);

    for (int i = 0; i < (in->categories ? in->categories : n); i++) {
        double at = in->categories ? number_parse(in->category[i], NULL) : x[i];

        plot_add_row(f, (struct plot_row){PLOT_THEORY, panel, series, in->categories ? i + 1 : at,
                                          t->at(at), NAN, NAN});
    }
    free(x);
}

void figure_add_theory(const struct figure_input *in, const struct values *v, int panel,
                       struct plot_figure *f)
{
    for (const char *const *name = in->request->theory; name && *name && v->count; name++) {
        const struct theory *t = theory_find(*name);
        bool level = in->over_layers && strcmp(t->of, "batch") == 0;

        if (!level)
            add_curve(in, v, panel, t, f);
        for (struct values rest = *v; rest.count && level;) {
            struct values line = figure_take(&rest, SAME_LINE);

            add_level(in, &line, t, f);
        }
    }
}
