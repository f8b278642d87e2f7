#include "figures/plot_csv.h"
#include "base/formats/csv.h"
#include <math.h>

/* The name of category x; NULL: x is none. */
static const char *category_name(const struct plot_figure *f, double x)
{
    if (!(x >= 1 && x <= f->categories) || x != floor(x))
        return NULL;
    return f->category[(int)x - 1] ? f->category[(int)x - 1] : "";
}

/* Where a row of the CSV belongs. */
struct csv {
    struct text *out;
    const struct plot_figure *f;
    const struct plot_panel *panel;
    const char *label;
};

/* A row: the panel, the series, the kind, x, and n numbers of three; those that are missing or not finite are empty. */
static void csv_row(const struct csv *c, const char *kind, double x, int n, const double *v)
{
    csv_text(c->out, c->panel->title);
    csv_text(c->out, c->label);
    csv_text(c->out, kind);
    if (category_name(c->f, x))
        csv_text(c->out, category_name(c->f, x));
    else
        csv_number(c->out, x);
    for (int i = 0; i < 3; i++)
        csv_number(c->out, i < n ? v[i] : NAN);
    csv_end(c->out);
}

static void csv_series(const struct csv *c, const struct plot_series *s)
{
    for (int i = 0; i < s->points; i++) {
        const struct plot_point *v = &s->point[i];

        csv_row(c,
                s->marks    ? "printed"
                : v->median ? "median"
                            : "mean",
                v->x, 3, (double[]){v->y, v->low, v->high});
    }
    for (int i = 0; i < s->seeds; i++)
        if (!s->seed_lines || isfinite(s->seed[i][0]))
            csv_row(c, "seed", s->seed[i][0], 1, &s->seed[i][1]);
    for (int i = 0; i < s->losts; i++)
        csv_row(c, plot_lost_word(c->f), s->lost[i][0], 1, &s->lost[i][1]);
    for (int i = 0; i < s->refusals; i++)
        csv_row(c, "refused", s->refused[i][0], 1, &s->refused[i][1]);
}

void plot_csv(struct text *out, const struct plot_figure *f)
{
    text_add(out, "panel,series,kind,x,value,low,high\n");
    for (int p = 0; p < f->panels; p++) {
        struct csv c = {.out = out, .f = f, .panel = &f->panel[p]};

        for (int k = 0; k < c.panel->count; k++) {
            c.label = c.panel->series[k].label;
            csv_series(&c, &c.panel->series[k]);
        }
        for (int k = 0; k < c.panel->guides; k++) {
            c.label = c.panel->guide[k].label;
            csv_row(&c, "guide", NAN, 1, &c.panel->guide[k].y);
        }
    }
}
