/* The page of `normlab watch` as HTML. It needs no script: a header tells the browser to load it anew. */
#include "cli/commands/progress/watch.h"
#include "figures/table.h"
#include "report/markup.h"
#include <math.h>
#include <stdlib.h>

/* The size of the drawing of a curve, and its margins: numbers stand on the left and below. */
enum { WIDTH = 640, HEIGHT = 260, SIDE = 70, BELOW = 24, ABOVE = 10 };

static const char style[] =
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{padding:.15rem .6rem;text-align:right;white-space:nowrap}"
    "th:first-child,td:first-child{text-align:left}tr+tr{border-top:1px solid #8884}"
    ".wide{overflow-x:auto}svg{width:100%;max-width:40rem}progress{width:100%}"
    "text{font-size:13px;fill:currentColor}@media(max-width:40rem){text{font-size:18px}}";

static void add_running(const struct watch *w, struct text *out)
{
    const struct sweep_status *s = &w->status[w->shown];

    if (!s->leased_count)
        return;
    text_adds(out, "<h2>Trials that run</h2>\n<div class=\"wide\"><table>\n<tr><th>trial</th>"
                   "<th>host</th><th>epoch</th><th>since</th></tr>\n");
    for (int i = 0; i < s->leased_count; i++) {
        const struct holder *h = &s->leased[i].holder;
        const struct sweep_trial *trial = &s->sweep.trial[s->leased[i].trial];
        char *name = sweep_trial_name(&s->sweep, s->leased[i].trial);

        text_add(out, "<tr><td><a href=\"/?trial=%s\">", trial->key);
        html_add(out, name);
        text_add(out, "</a></td><td>");
        html_add(out, h->process.host);
        text_adds(out, "</td><td>");
        html_add(out, s->leased[i].stale ? "stale: the next run takes it" : h->note);
        text_adds(out, "</td><td>");
        html_add(out, h->since);
        text_adds(out, "</td></tr>\n");
        free(name);
    }
    text_adds(out, "</table></div>\n");
}

static double x_of(const struct shown_trial *t, int point)
{
    return SIDE + (double)(WIDTH - SIDE - 5) * point / t->last;
}

static double y_of(double y, double low, double high)
{
    return ABOVE + (HEIGHT - ABOVE - BELOW) * (high > low ? (high - y) / (high - low) : 0.5);
}

/* Adds the points of the curve, and a line through those that follow each other. */
static void add_points(struct text *out, const struct shown_trial *t, enum metric m, double low,
                       double high)
{
    struct text line = {0};
    bool on = false;

    for (int p = 0; p < t->points && p <= t->last; p++) {
        double y = t->value[m][p];

        if (isfinite(y)) {
            text_add(&line, "%s%.1f %.1f", on ? "L" : "M", x_of(t, p), y_of(y, low, high));
            text_add(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"#00559A\"/>",
                     x_of(t, p), y_of(y, low, high));
        }
        on = isfinite(y);
    }
    text_add(out, "<path d=\"%s\" fill=\"none\" stroke=\"#00559A\" stroke-width=\"1.5\"/>\n",
             text_str(&line));
    text_clear(&line);
}

static void add_curve(const struct watch *w, struct text *out)
{
    const struct shown_trial *t = &w->trial;
    enum metric m = *t->key ? watch_metric(w) : METRICS;
    double low, high;

    if (m == METRICS || t->last < 1)
        return;
    shown_trial_range(t, m, &low, &high);
    text_adds(out, "<h2>");
    metric_print(m, out);
    text_adds(out, "</h2>\n<p>");
    html_add(out, t->name);
    text_add(out,
             ", which %s</p>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"curve of %s\">\n"
             "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#888\"/>\n",
             t->running ? "runs" : "has finished", WIDTH, HEIGHT, metric_info[m].name, SIDE - 5,
             ABOVE, HEIGHT - BELOW + 5, WIDTH);
    add_points(out, t, m, low, high);
    text_add(out,
             "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.4g</text>"
             "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.4g</text>"
             "<text x=\"%d\" y=\"%d\">0</text>"
             "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">epoch %g</text></svg>\n",
             SIDE - 10, y_of(high, low, high) + 4, high, SIDE - 10, y_of(low, low, high) + 4, low,
             SIDE, HEIGHT - 4, WIDTH - 5, HEIGHT - 4, (double)t->last / t->evals_per_epoch);
}

static void add_table(struct text *out, const struct table *t)
{
    text_adds(out, "<h2>");
    html_add(out, t->title);
    text_adds(out, "</h2>\n<p>");
    html_add(out, t->about);
    text_adds(out, "</p>\n<div class=\"wide\"><table>\n");
    for (int i = 0; i < t->rows; i++) {
        text_adds(out, "<tr>");
        for (int j = 0; j < t->columns; j++) {
            text_adds(out, i ? "<td>" : "<th>");
            html_add(out, t->text[i * t->columns + j]);
            text_adds(out, i ? "</td>" : "</th>");
        }
        text_adds(out, "</tr>\n");
    }
    text_adds(out, "</table></div>\n");
}

static void add_tables(const struct watch *w, struct text *out)
{
    const struct results *r = &w->study.selection.shown;

    if (!w->has_study || !r->records)
        return;
    for (const struct table_request *q = w->e->tables; q && q->title; q++) {
        struct table *t;
        int n = tables_build(q, r, &t);

        for (int i = 0; i < n; i++)
            add_table(out, &t[i]);
        tables_clear(t, n);
    }
    text_add(out, "<p>The tables show %d finished trial%s. " TABLE_UNSUCCESSFUL ".</p>\n",
             r->records, plural(r->records));
}

void watch_add_html(const struct watch *w, struct text *out)
{
    const struct sweep_status *s = &w->status[w->shown];
    struct text line = {0};

    watch_add_counts(w, &line);
    watch_add_pace(w, &line);
    text_add(
        out,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta http-equiv=\"refresh\" content=\"2\">\n<title>%s</title>\n<style>%s</style></head>\n"
        "<body>\n<h1>",
        w->e->plan.name, style);
    html_add(out, w->e->plan.title);
    text_adds(out, "</h1>\n<p>");
    html_add(out, line.s);
    text_add(out, "</p>\n<progress max=\"%d\" value=\"%d\"></progress>\n", s->sweep.trials,
             s->sweep.trials - s->survey.count[STATE_MISSING]);
    text_clear(&line);
    watch_add_others(w, &line);
    html_add(out, text_str(&line));
    add_running(w, out);
    add_curve(w, out);
    add_tables(w, out);
    text_adds(out, "</body></html>\n");
    text_clear(&line);
}
