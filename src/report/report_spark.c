/* Draws the comparisons of a row of the ledger as a small SVG picture within a page. */
#include "report/report_page.h"
#include <math.h>
#include <string.h>

/* In the drawing's units: its width, its middle, and the height of a bar. BARS: a drawing has at most this many. */
enum { WIDTH = 120, MIDDLE = 60, BAR_HEIGHT = 6, BARS = 12 };

/* A comparison that is drawn. */
struct bar {
    const char *unit; /* comparisons with the same unit share a scale */
    double low, mean, high;
    enum verdict verdict;
};

/* Sets bar[BARS] to the first comparisons of the ledger's row that have an interval. Returns their number. */
static int bars_of(const struct verdicts *v, int count, const char *id, struct bar *bar)
{
    int n = 0;

    for (int i = 0; i < count; i++)
        for (int k = 0; k < v[i].count && n < BARS; k++) {
            const struct claim *c = &v[i].claims[k];
            const struct judgement *j = &v[i].judgement[k];
            const struct interval *d = &j->paired.difference;

            if (c->kind > CLAIM_SAME || strcmp(c->id, id) || j->verdict == NOT_RUN ||
                j->paired.ambiguous || isnan(d->low) || isnan(d->high) || !isfinite(d->mean))
                continue;
            bar[n++] = (struct bar){c->ratio ? "ratio" : measure_difference_unit(&c->of), d->low,
                                    d->mean, d->high, j->verdict};
        }
    return n;
}

/* Returns the x at which a value is drawn. The scale is about linear near 0 and logarithmic far from it, so that large
 * and small differences can be seen beside each other. most: the size of the largest mean with the same unit, which is
 * drawn at 2/3 of the way from the middle to the edge. */
static double x_of(double value, double most)
{
    double unit = most > 0 ? most / 8 : 1;
    double x = asinh(value / unit) / asinh(8) * (MIDDLE - 4) * 2 / 3;

    return MIDDLE + fmax(-(MIDDLE - 1), fmin(MIDDLE - 1, x));
}

/* Adds to the data of an SVG path: the interval as a line, and its mean as a short stroke across it. all[n]: all bars.
 * row: that of the bar, from 0 at the top. */
static void add_bar(struct text *out, const struct bar *bar, const struct bar *all, int n, int row)
{
    double most = 0;
    int y = row * BAR_HEIGHT + BAR_HEIGHT / 2;

    for (int i = 0; i < n; i++)
        if (strcmp(all[i].unit, bar->unit) == 0)
            most = fmax(most, fabs(all[i].mean));
    text_add(out, "M%.1f %dH%.1fM%.1f %dv4", x_of(bar->low, most), y, x_of(bar->high, most),
             x_of(bar->mean, most), y - 2);
}

void spark_add(struct text *out, const struct verdicts *v, int count, const char *id)
{
    struct bar bar[BARS];
    int n = bars_of(v, count, id, bar), height = n * BAR_HEIGHT;

    if (n == 0)
        return;
    text_add(
        out,
        "<svg class=\"spark\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"The intervals of %d "
        "comparison%s beside a line for no difference\"><path class=\"axis\" d=\"M%d 0V%d\"/>",
        WIDTH, height, n, plural(n), MIDDLE, height);
    for (enum verdict of = 0; of < VERDICTS; of++) {
        struct text path = {0};

        for (int i = 0; i < n; i++)
            if (bar[i].verdict == of)
                add_bar(&path, &bar[i], bar, n, i);
        if (path.length)
            text_add(out, "<path class=\"%s\" d=\"%s\"/>", page_class(of), path.s);
        text_clear(&path);
    }
    text_add(out, "</svg>");
}
