#include "lab/plot.h"
#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "lab/gnuplot.h"
#include "lab/plot_script.h"
#include "style_gp.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

/* n numbers of a row after the panel, the series and the kind; what is not finite is left empty. */
static void csv_row(struct text *out, const struct plot_panel *panel, const struct plot_series *s,
                    const char *kind, int n, const double *v)
{
    csv_field(out, panel->title);
    text_add(out, ",");
    csv_field(out, s->label);
    text_add(out, ",%s", kind);
    for (int i = 0; i < 4; i++) {
        char number[32];

        text_add(out, ",");
        if (i < n && isfinite(v[i])) {
            format_double(number, v[i]);
            text_add(out, "%s", number);
        }
    }
    text_add(out, "\n");
}

static void write_csv(struct text *out, const struct plot_figure *f)
{
    text_add(out, "panel,series,kind,x,value,low,high\n");
    for (int p = 0; p < f->panels; p++)
        for (int k = 0; k < f->panel[p].count; k++) {
            const struct plot_series *s = &f->panel[p].series[k];

            for (int i = 0; i < s->points; i++) {
                const struct plot_point *v = &s->point[i];

                csv_row(out, &f->panel[p], s, "mean", 4, (double[]){v->x, v->y, v->low, v->high});
            }
            for (int i = 0; i < s->seeds; i++)
                csv_row(out, &f->panel[p], s, "seed", 2, s->seed[i]);
            for (int i = 0; i < s->losts; i++)
                csv_row(out, &f->panel[p], s, "diverged", 2, s->lost[i]);
        }
}

/* Makes the folder, with style.gp above it unless somebody's is there already. */
static int prepare(const char *folder)
{
    char *style = format_new("%s/../style.gp", folder);
    int r = folder_make(folder);

    if (r == 0 && !file_exists(style))
        r = file_write(style, embedded_text, strlen(embedded_text));
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

    if (r == GNUPLOT_MISSING) {
        warning("no gnuplot in PATH: wrote %s/%s and the .csv, and drew nothing; install it "
                "(Debian, Ubuntu: apt-get install gnuplot-nox), then cd %s && gnuplot %s",
                folder, script, folder, script);
        r = 0;
    }
    free(script);
    free(svg);
    free(pdf);
    free(png);
    return r;
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
        free(panel->title);
        free(panel->note);
        free(panel->series);
    }
    free(figure->panel);
    free(figure->name);
    free(figure->title);
    free(figure->x_label);
    free(figure->y_label);
    *figure = (struct plot_figure){0};
}

char *plot_version(void)
{
    return gnuplot_version();
}
