#include "lab/plot.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/gnuplot.h"
#include "lab/plot_axis.h"
#include "lab/plot_category.h"
#include "lab/plot_data.h"
#include "lab/plot_script.h"
#include "style_gp.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TERMINAL_ROWS 18 /* of a panel's axes */

static void csv_field(struct text *out, const char *s)
{
    s = s ? s : "";
    if (!strpbrk(s, ",\"\r\n")) {
        text_add(out, "%s", s);
        return;
    }
    text_add(out, "\"");
    for (; *s; s++)
        text_add(out, *s == '"' ? "\"\"" : "%c", *s);
    text_add(out, "\"");
}

static void csv_number(struct text *out, double v)
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
    csv_field(c->out, c->panel->title);
    text_add(c->out, ",");
    csv_field(c->out, c->label);
    text_add(c->out, ",%s,", kind);
    if (category_name(c->f, x))
        csv_field(c->out, category_name(c->f, x));
    else
        csv_number(c->out, x);
    for (int i = 0; i < 3; i++) {
        text_add(c->out, ",");
        if (i < n)
            csv_number(c->out, v[i]);
    }
    text_add(c->out, "\n");
}

const char *plot_lost_word(const struct plot_figure *f)
{
    return f->lost ? f->lost : "diverged";
}

static void csv_series(const struct csv *c, const struct plot_series *s)
{
    for (int i = 0; i < s->points; i++) {
        const struct plot_point *v = &s->point[i];

        csv_row(c, s->marks ? "printed" : "mean", v->x, 3, (double[]){v->y, v->low, v->high});
    }
    for (int i = 0; i < s->seeds; i++)
        csv_row(c, "seed", s->seed[i][0], 1, &s->seed[i][1]);
    for (int i = 0; i < s->losts; i++)
        csv_row(c, plot_lost_word(c->f), s->lost[i][0], 1, &s->lost[i][1]);
}

static void write_csv(struct text *out, const struct plot_figure *f)
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

/* The first line names the version. */
static bool same_version(const char *style)
{
    size_t n = strcspn(embedded_text, "\n");

    return strncmp(style, embedded_text, n) == 0 && (style[n] == '\n' || style[n] == '\r');
}

/* Renames style.gp, which stands above folder, to a name that is free. */
static int set_aside(const char *style, const char *folder)
{
    char *old = format_new("%s.old", style);
    int r;

    for (int i = 2; file_exists(old); i++) {
        free(old);
        old = format_new("%s.old.%d", style, i);
    }
    r = rename(style, old);
    if (r)
        r = error("cannot rename %s to %s: %s", style, old, strerror(errno));
    else
        warning("the style.gp above %s is of another version of normlab: renamed it to %s and "
                "wrote this one's; what you changed in it has to be changed anew",
                folder, strrchr(old, '/') + 1);
    free(old);
    return r;
}

/* Makes the folder, and style.gp above it unless one that fits the scripts is there already. */
static int prepare(const char *folder)
{
    char *style = format_new("%s/../style.gp", folder), *there = NULL;
    int r = folder_make(folder);
    size_t n;

    if (r == 0 && file_exists(style)) {
        there = file_read(style, &n, false);
        r = !there ? -1 : same_version(there) ? 0 : set_aside(style, folder);
    }
    if (r == 0 && !(there && same_version(there)))
        r = file_write(style, embedded_text, strlen(embedded_text));
    free(there);
    free(style);
    return r;
}

static int write_text(const char *path, const struct text *t)
{
    return file_write(path, text_str(t), t->length);
}

/* A figure without panels is drawn with an empty one. */
static struct plot_figure drawable(const struct plot_figure *figure, struct plot_panel *empty)
{
    struct plot_figure f = *figure;

    if (f.panels == 0) {
        f.panel = empty;
        f.panels = 1;
    }
    return f;
}

static int draw(const struct plot_figure *f, const char *folder)
{
    char *script = format_new("%s.gp", f->name), *svg = format_new("%s.svg", f->name);
    char *pdf = format_new("%s.pdf", f->name), *png = format_new("%s.png", f->name);
    const char *file[] = {svg, pdf, png, NULL};
    int r = gnuplot_draw(folder, script, file);

    free(script);
    free(svg);
    free(pdf);
    free(png);
    return r == GNUPLOT_MISSING ? PLOT_NO_PICTURES : r;
}

void plot_warn_missing(const char *folder)
{
    char *word = shell_word(folder);

    warning(
        "no gnuplot in PATH: wrote the figures' .gp and .csv into %s, and drew nothing; install "
        "it (Debian, Ubuntu: apt-get install gnuplot-nox), then cd %s && gnuplot *.gp",
        folder, word);
    free(word);
}

int plot_write(const struct plot_figure *figure, const char *folder)
{
    struct plot_panel empty = {0};
    struct plot_figure f = drawable(figure, &empty);
    struct text script = {0}, csv = {0};
    char *script_path = format_new("%s/%s.gp", folder, f.name);
    char *csv_path = format_new("%s/%s.csv", folder, f.name);
    int r = prepare(folder);

    plot_script(&script, &f);
    write_csv(&csv, &f);
    if (r == 0)
        r = write_text(script_path, &script);
    if (r == 0)
        r = write_text(csv_path, &csv);
    if (r == 0)
        r = draw(&f, folder);
    text_clear(&script);
    text_clear(&csv);
    free(script_path);
    free(csv_path);
    return r;
}

/* Whether lines of a panel meet, as far as the terminal's rows can tell. */
static bool lines_meet(const struct plot_figure *f)
{
    struct axis *x = xcalloc((size_t)f->panels, sizeof *x);
    struct axis *y = xcalloc((size_t)f->panels, sizeof *y);
    bool meet = false;

    plot_axes(f, x, y);
    /* In a category they stand side by side. */
    for (int p = 0; p < f->panels && f->categories == 0; p++)
        meet = meet || panel_lines_meet(&f->panel[p], &y[p], 1.0 / TERMINAL_ROWS);
    free(x);
    free(y);
    return meet;
}

int plot_terminal(const struct plot_figure *figure, const char *folder, int width)
{
    struct plot_panel empty = {0};
    struct plot_figure f = drawable(figure, &empty);
    struct text script = {0};
    char *name = format_new("%s.gp", f.name), *temporary = file_temporary(name);
    char *path = format_new("%s/%s", folder, temporary);
    char *settings = format_new("term = 'dumb'; columns = %d", width);
    int r = prepare(folder);

    /* A script of its own: the one that stays may have been restyled by hand. */
    plot_script(&script, &f);
    if (r == 0)
        r = write_text(path, &script);
    if (r == 0) {
        r = gnuplot_print(folder, temporary, settings);
        unlink(path);
    }
    if (r == 0 && lines_meet(&f))
        printf("Where lines meet, the later one hides the earlier.\n");
    if (r == GNUPLOT_MISSING)
        r = error("no gnuplot in PATH: install it (Debian, Ubuntu: apt-get install gnuplot-nox)");
    text_clear(&script);
    free(name);
    free(temporary);
    free(path);
    free(settings);
    return r;
}

void plot_figure_clear(struct plot_figure *figure)
{
    for (int p = 0; p < figure->panels; p++) {
        struct plot_panel *panel = &figure->panel[p];

        for (int s = 0; s < panel->count; s++) {
            free(panel->series[s].label);
            free(panel->series[s].style);
            free(panel->series[s].point);
            free(panel->series[s].seed);
            free(panel->series[s].lost);
        }
        for (int g = 0; g < panel->guides; g++)
            free(panel->guide[g].label);
        free(panel->guide);
        free(panel->title);
        free(panel->note);
        free(panel->series);
    }
    for (int i = 0; i < figure->categories; i++)
        free(figure->category[i]);
    free(figure->category);
    free(figure->panel);
    free(figure->name);
    free(figure->title);
    free(figure->caption);
    free(figure->lost);
    free(figure->x_label);
    free(figure->y_label);
    *figure = (struct plot_figure){0};
}

char *plot_version(void)
{
    return gnuplot_version();
}
