#include "figures/plot_category.h"
#include "base/arena.h"
#include "figures/plot_paper.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NAME_GAP    0.06 /* inches between names side by side, */
#define NAME_DOWN   0.05 /* and from the axes to the names */
#define NAME_LINES  3
#define NAME_ASLANT 1.1 /* inches of a name, at most */
#define SLANT       40  /* degrees */
#define RADIANS     (3.14159265358979323846 / 180)
#define DUMB_INCHES 4.1 /* of text as wide as an axis in a narrow terminal */

const char *category_name(const struct plot_figure *f, double x)
{
    if (!(x >= 1 && x <= f->categories) || x != floor(x))
        return NULL;
    return f->category[(int)x - 1] ? f->category[(int)x - 1] : "";
}

static double widest_word(const char *name)
{
    char *words = xstrdup(name);
    double width;

    for (char *p = words; *p; p++)
        if (*p == ' ')
            *p = '\n';
    width = plot_text_width(words, POINTS_TEXT);
    free(words);
    return width;
}

/* Whether all names can be wrapped into a room without breaking words. */
static bool names_fit(const struct plot_figure *f, double room)
{
    bool fit = true;

    for (int i = 1; i <= f->categories && fit; i++) {
        const char *name = category_name(f, i);
        char *wrapped = plot_wrap(name, POINTS_TEXT, room, NAME_LINES + 1);

        fit = widest_word(name) <= room && plot_lines(wrapped) <= NAME_LINES;
        free(wrapped);
    }
    return fit;
}

void category_place(struct layout *l, const struct plot_figure *f, double axes, double left)
{
    double line = plot_line_height(POINTS_TEXT), slot = axes / f->categories, height = 0;
    bool flat = names_fit(f, slot - NAME_GAP);

    l->slant = flat ? 0 : slot * sin(SLANT * RADIANS) > line ? SLANT : 90;
    l->name = xcalloc((size_t)f->categories, sizeof *l->name);
    for (int i = 0; i < f->categories; i++) {
        const char *name = category_name(f, i + 1);
        /* The first name has the least room on its left. */
        double room = (left + (i + 0.5) * slot) / cos(l->slant * RADIANS);

        l->name[i] = flat ? plot_wrap(name, POINTS_TEXT, slot - NAME_GAP, NAME_LINES)
                          : plot_shorten(name, POINTS_TEXT, fmin(room, NAME_ASLANT));
        height =
            fmax(height, flat ? plot_lines(l->name[i]) * line
                              : plot_text_width(l->name[i], POINTS_TEXT) * sin(l->slant * RADIANS));
    }
    l->below = NAME_DOWN + (flat ? 0 : line / 3) + height + (f->x_label && *f->x_label ? line : 0);
}

void category_paper(struct text *out, const struct plot_figure *f, const struct layout *l, int i)
{
    double line = plot_line_height(POINTS_TEXT), bottom = l->panel[i].bottom;

    for (int c = 0; c < f->categories; c++) {
        char *at = format_new("first %d", c + 1);

        if (l->slant) {
            text_add(out, "        set label ");
            plot_quote(out, l->name[c]);
            text_add(out, " at %s, screen %.5f right rotate by %d\n", at,
                     (bottom - NAME_DOWN - line / 3) / l->height, l->slant);
        } else
            paper_label(out, l, l->name[c], bottom - NAME_DOWN - line / 2, POINTS_TEXT, at,
                        "center");
        if (c > 0)
            text_add(out,
                     "        set arrow from first %g, graph 0 to first %g, graph 1 nohead back "
                     "lw 0.5 dt solid lc rgb 0xDDDDDD\n",
                     c + 0.5, c + 0.5);
        free(at);
    }
    if (f->x_label)
        paper_label(out, l, f->x_label, bottom - l->below + line / 2, POINTS_TEXT, "graph 0.5",
                    "center");
    text_add(out, "        unset xlabel\n");
}

void category_dumb(struct text *out, const struct plot_figure *f)
{
    int lines = 1;

    text_add(out, "\n        set xtics scale 0 (");
    for (int c = 0; c < f->categories; c++) {
        char *name = plot_wrap(category_name(f, c + 1), POINTS_TEXT,
                               DUMB_INCHES / f->categories - NAME_GAP, NAME_LINES);

        lines = plot_lines(name) > lines ? plot_lines(name) : lines;
        text_add(out, "%s", c > 0 ? ", " : "");
        plot_quote_lines(out, name);
        text_add(out, " %d", c + 1);
        free(name);
    }
    text_add(out, ")\n        set xlabel ");
    /* That terminal has room for one line of names. */
    for (int i = 1; i < lines; i++)
        text_add(out, "\"\\n\" . ");
    plot_quote(out, f->x_label);
}
