/* Lines of theory in a figure, beside the measured ones. */
#include "base/arena.h"
#include "base/number.h"
#include "figures/figure_internal.h"
#include "stats/stats.h"
#include "stats/theory.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Where x are layers, a theory of batch sizes is the factor by which y grows from each layer to the one before it. Adds
 * such a line beside the measured line v when v is of the theory's norm: y = middle / rate^x. rate is the factor for
 * the batch size of v. middle sets the height: the median of the ratios of measured values to the line is 1. */
static void add_growth(const struct figure_input *in, const struct values *v,
                       const struct theory *t, struct plot_figure *f)
{
    const struct record *of = &in->results->record[v->item[0].record];
    double rate = t->at(number_parse(record_get(of, "batch"), NULL)), middle, *x, *ratio;
    int n = 0, points, panel = v->item[0].panel, series;

    if (strcmp(record_get(of, "norm"), t->norm) != 0 || isnan(rate))
        return;
    ratio = xcalloc((size_t)v->count, sizeof *ratio);
    for (int i = 0; i < v->count; i++)
        if (v->item[i].kind == PLOT_SEED)
            ratio[n++] = v->item[i].y * pow(rate, v->item[i].x);
    middle = stats_median(n, ratio);
    x = figure_distinct_x(v, &points);
    series = plot_series_index(f, t->label, "theory", LOOK_THEORY);
    if (f->rows &&
        f->row[f->rows - 1].kind == PLOT_THEORY) /* a row without x ends the line before */
        plot_add_row(f, (struct plot_row){PLOT_THEORY, panel, series, NAN, NAN, NAN, NAN});
    for (int i = 0; i < points; i++)
        plot_add_row(f, (struct plot_row){PLOT_THEORY, panel, series, x[i],
                                          middle / pow(rate, x[i]), NAN, NAN});
    free(ratio);
    free(x);
}

/* Adds a line through a theory's values: at each category, whose name is a number, or at each x of the panel's values
 * v. */
static void add_curve(const struct figure_input *in, const struct values *v, int panel,
                      const struct theory *t, struct plot_figure *f)
{
    int series = plot_series_index(f, t->label, "theory", LOOK_THEORY), n;
    double *x = figure_distinct_x(v, &n);

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
        bool growth = in->over_layers && strcmp(t->of, "batch") == 0;

        if (!growth)
            add_curve(in, v, panel, t, f);
        for (struct values rest = *v; rest.count && growth;) {
            struct values line = figure_take(&rest, SAME_LINE);

            add_growth(in, &line, t, f);
        }
    }
}
