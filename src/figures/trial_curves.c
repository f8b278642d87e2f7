#include "figures/trial_curves.h"
#include "base/arena.h"
#include "base/list.h"
#include "store/description.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The lines of a trial, three for each panel. Where there are several trials, the third, validation, is left out. */
static const struct {
    const char *panel, *name;
    enum metric metric;
} lines[] = {
    {"loss (nat)", "test", METRIC_test_loss},      {"loss (nat)", "training", METRIC_train_loss},
    {"loss (nat)", "validation", METRIC_val_loss}, {"error (%)", "test", METRIC_test_error},
    {"error (%)", "training", METRIC_train_error}, {"error (%)", "validation", METRIC_val_error},
};

/* Returns the style of trial i, a new string: that of its norm; or one of its own when it has no norm, or an earlier
 * trial has the same. */
static char *style_of(const struct results *r, int i)
{
    const char *norm = record_get(&r->record[i], "norm");
    bool own = !*norm;

    for (int k = 0; k < i; k++)
        own = own || plot_same_style(record_get(&r->record[k], "norm"), norm);
    return own ? format_new("trial%d", i + 1) : xstrdup(norm);
}

/* Adds lines[line] of trial i, and its panel unless that is the last one already. Adds nothing when the trial has no
 * values of it. */
static void add_line(struct plot_figure *f, const struct results *r, int i, int line,
                     const char *label)
{
    const struct trial_result *of = &r->record[i].result;
    const double *y = of->curve[lines[line].metric];
    char *style = style_of(r, i);
    int series = -1, points = 0;

    for (int p = 0; p <= of->points; p++) {
        if (isnan(y[p]))
            continue;
        if (f->panels == 0 || strcmp(f->panel[f->panels - 1].title, lines[line].panel))
            plot_add_panel(f, xstrdup(lines[line].panel));
        if (points++ == 0)
            series = plot_series_index(f, label, style, LOOK_LINE);
        plot_add_row(f, (struct plot_row){PLOT_MEAN, f->panels - 1, series, trial_epochs_at(of, p),
                                          y[p], NAN, NAN});
    }
    f->curve |= points > PLOT_CURVE_FROM;
    free(style);
}

void trial_curves_build(const struct results *r, const char *name, struct plot_figure *f)
{
    struct list trial = {0};
    struct text note = {0};
    bool several = r->records > 1;

    description_labels(r, &trial);
    *f = (struct plot_figure){.template = PLOT_LINES,
                              .name = xstrdup(name),
                              .title = xstrdup("Loss and error"),
                              .x_label = xstrdup("epoch"),
                              .y_label = xstrdup("mean over samples"),
                              .caption = description_text(r)};
    for (int k = 0; k < (int)(sizeof lines / sizeof *lines); k++)
        for (int i = 0; i < r->records && !(several && k % 3 == 2); i++) {
            char *label = format_new("%s%s%s", several ? trial.item[i] : "", several ? ", " : "",
                                     lines[k].name);

            add_line(f, r, i, k, label);
            free(label);
        }
    for (int i = 0; i < r->records && f->panels; i++)
        if (r->record[i].result.status != TRIAL_DONE)
            text_add_item(&note, "; ", "%s: %s", trial.item[i],
                          trial_status_name[r->record[i].result.status]);
    if (f->panels)
        f->panel[0].note = note.s;
    list_clear(&trial);
}
