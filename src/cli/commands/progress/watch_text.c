/* The page of `normlab watch` as text. */
#include "base/arena.h"
#include "base/number.h"
#include "base/system/progress.h"
#include "cli/commands/progress/watch.h"
#include "report/summary.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void watch_add_counts(const struct watch *w, struct text *out)
{
    const struct sweep_status *s = &w->status[w->shown];
    const int *n = s->survey.count;

    text_add(out, "%s, preset %s: %d of %d trial%s done", w->e->plan.name,
             w->e->plan.preset[w->shown].name, n[STATE_DONE], s->sweep.trials,
             plural(s->sweep.trials));
    if (n[STATE_FAILED])
        text_add(out, ", %d failed", n[STATE_FAILED]);
    text_add(out, ", %d running", s->running);
    if (s->leased_count > s->running)
        text_add(out, ", %d stale", s->leased_count - s->running);
}

void watch_add_pace(const struct watch *w, struct text *out)
{
    const struct sweep_status *s = &w->status[w->shown];
    char eta[32];

    if (watch_is_over(w) || isnan(s->pace.trials_per_hour))
        return;
    progress_duration(eta, 3600 * s->pace.hours_left);
    text_add(out, "; %.*f trial%s an hour, ETA %s", s->pace.trials_per_hour < 10,
             s->pace.trials_per_hour, plural(s->pace.trials_per_hour), eta);
}

void watch_add_others(const struct watch *w, struct text *out)
{
    if (w->others)
        text_add(
            out,
            "%d trial%s of other settings run%s here: to see %s, give the KEY=VALUE, --preset and --seeds of "
            "the run\n",
            w->others, plural(w->others), w->others == 1 ? "s" : "",
            w->others == 1 ? "it" : "them");
}

static void add_bar(const struct watch *w, struct text *out, int columns)
{
    const struct sweep_status *s = &w->status[w->shown];
    int width = (columns && columns < 80 ? columns : 80) - 2, trials = s->sweep.trials,
        ended = trials - s->survey.count[STATE_MISSING];

    text_adds(out, "[");
    for (int i = 0; i < width; i++)
        text_adds(out, i < (long long)width * ended / (trials ? trials : 1) ? "#" : ".");
    text_adds(out, "]\n");
}

static void add_running(const struct watch *w, struct text *out)
{
    enum { MOST = 6 };
    const struct sweep_status *s = &w->status[w->shown];

    if (s->leased_count)
        text_adds(out, "\nTrials that run\n");
    for (int i = 0; i < s->leased_count && i < MOST; i++) {
        const struct holder *h = &s->leased[i].holder;
        char *name = sweep_trial_name(&s->sweep, s->leased[i].trial);

        text_add(out, "  %s, on %s%s%s%s%s\n", name, *h->process.host ? h->process.host : "?",
                 *h->note ? ", " : "", h->note, *h->since ? ", since " : "", h->since);
        if (s->leased[i].stale)
            text_adds(out, "    stale: its run has ended; the next one takes it\n");
        free(name);
    }
    if (s->leased_count > MOST)
        text_add(out, "  and %d more\n", s->leased_count - MOST);
}

/* ---- the curve ---- */

enum {
    HEIGHT = 8,
    LEFT = 11
}; /* the lines of the drawing; the columns of the numbers on its left */

/* Returns the line of the drawing, from 0 at the top, for a value in [low, high]. */
static int row_of(double y, double low, double high)
{
    return (int)lround((HEIGHT - 1) * (high > low ? (high - y) / (high - low) : 0.5));
}

/* Draws the curve in drawing[HEIGHT][width]: a star for each point, and dots between two points with values that follow
 * each other. low, high: the range of the values. */
static void draw(char *drawing, int width, const struct shown_trial *t, enum metric m, double low,
                 double high)
{
    double step = (double)(width - 1) / t->last, before = NAN;
    int last_x = 0;

    memset(drawing, ' ', (size_t)(HEIGHT * width));
    for (int p = 0; p < t->points && p <= t->last; p++) {
        double y = t->value[m][p];
        int x = (int)lround(step * p);

        for (int i = last_x + 1; i < x && isfinite(y) && isfinite(before); i++)
            drawing[row_of(before + (y - before) * (i - last_x) / (x - last_x), low, high) * width +
                    i] = '.';
        if (isfinite(y))
            drawing[row_of(y, low, high) * width + x] = '*';
        before = y;
        last_x = x;
    }
}

static void add_drawing(const struct shown_trial *t, struct text *out, enum metric m, int width)
{
    char *drawing = xcalloc((size_t)(HEIGHT * width) + 1, 1), epochs[32];
    double low, high;

    shown_trial_range(t, m, &low, &high);
    draw(drawing, width, t, m, low, high);
    for (int row = 0; row < HEIGHT; row++) {
        char number[32] = "";

        if (row == 0 || (row == HEIGHT - 1 && high > low))
            number_format(number, sizeof number, "%.4g", row ? low : high);
        text_add(out, "%*s |%.*s\n", LEFT - 2, number, width, drawing + row * width);
    }
    text_add(out, "%*s +", LEFT - 2, "");
    for (int x = 0; x < width; x++)
        text_adds(out, "-");
    number_format(epochs, sizeof epochs, "epoch %g", (double)t->last / t->evals_per_epoch);
    text_add(out, "\n%*s0%*s\n", LEFT, "", width - 1, epochs);
    free(drawing);
}

static void add_curve(const struct watch *w, struct text *out, int columns)
{
    const struct shown_trial *t = &w->trial;
    enum metric m = *t->key ? watch_metric(w) : METRICS;
    int width = (columns && columns < 80 ? columns : 80) - LEFT;

    if (m == METRICS || t->last < 1)
        return;
    text_adds(out, "\n");
    metric_print(m, out);
    text_add(out, " of %s, which %s\n", t->name, t->running ? "runs" : "has finished");
    add_drawing(t, out, m, width);
}

/* ---- the tables ---- */

static void add_tables(const struct watch *w, struct text *out, int columns)
{
    char *tables = NULL;
    size_t size;
    FILE *f;

    if (!w->has_study || !w->study.selection.shown.records)
        return;
    f = open_memstream(&tables, &size);
    if (!f)
        memory_missing("the tables");
    summary_print_tables(f, &w->study, w->e->tables, columns);
    if (fclose(f))
        memory_missing("the tables");
    text_add(out, "\n%s", tables);
    free(tables);
}

void watch_add_text(const struct watch *w, struct text *out, int columns)
{
    watch_add_counts(w, out);
    watch_add_pace(w, out);
    text_adds(out, "\n");
    add_bar(w, out, columns);
    watch_add_others(w, out);
    add_running(w, out);
    add_curve(w, out, columns);
    add_tables(w, out, columns);
}
