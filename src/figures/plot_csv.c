#include "figures/plot_csv.h"
#include "base/number.h"
#include "figures/plot_category.h"
#include <math.h>

void csv_number(struct text *out, double v)
{
    char number[32];

    if (!isfinite(v))
        return;
    format_double(number, v);
    text_add(out, "%s", number);
}

/* Where a row of the CSV belongs. */
struct csv {
    struct text *out;
    const struct plot_figure *f;
    const struct plot_panel *panel;
    const char *label;
};

/* A row: after the panel, the series and the kind come x and n more numbers; what is not finite is
 * left empty. */
static void csv_row(const struct csv *c, const char *kind, double x, int n, const double *v)
{
    text_add_csv(c->out, c->panel->title);
    text_add(c->out, ",");
    text_add_csv(c->out, c->label);
    text_add(c->out, ",%s,", kind);
    if (category_name(c->f, x))
        text_add_csv(c->out, category_name(c->f, x));
    else
        csv_number(c->out, x);
    for (int i = 0; i < 3; i++) {
        text_add(c->out, ",");
        if (i < n)
            csv_number(c->out, v[i]);
    }
    text_add(c->out, "\n");
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
