/* A figure as a gnuplot program: its data and names, then the template of its kind. */
#ifndef NORMLAB_FIGURES_FIGURE_WRITE_H
#define NORMLAB_FIGURES_FIGURE_WRITE_H

#include "base/text.h"
#include "figures/plot.h"

/* Adds the whole program. A figure without panels gets one that says so. */
void figure_script(struct text *out, const struct plot_figure *figure);

/* True when means of two lines at one x are less than this part of a panel's range of y apart. */
bool figure_lines_meet(const struct plot_figure *figure, double part);

/* Adds the comment at a program's head, then its names: name, title, caption, x_label, y_label. */
void script_head(struct text *out, const struct plot_page *page, const char *name,
                 const char *title, const char *caption);

/* Adds name = 'value' with a line end. */
void script_string(struct text *out, const char *name, const char *value);

/* Adds the template of this name, with page.gp before it. */
void script_template(struct text *out, const char *name);

#endif
