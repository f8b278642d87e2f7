#include "figures/plot.h"
#include "base/arena.h"
#include "base/list.h"
#include <stdlib.h>
#include <string.h>

int plot_add_panel(struct plot_figure *f, char *title)
{
    array_add(f->panel, f->panels) = (struct plot_panel){.title = title};
    return f->panels - 1;
}

bool plot_same_style(const char *a, const char *b)
{
    size_t n = strcspn(a, " :;");

    return n == strcspn(b, " :;") && strncmp(a, b, n) == 0;
}

int plot_series_index(struct plot_figure *f, const char *label, const char *style,
                      enum plot_look look)
{
    for (int i = 0; i < f->count; i++) {
        const struct plot_series *s = &f->series[i];

        if (strcmp(s->label, label) == 0 && plot_same_style(s->style, style) && s->look == look)
            return i;
    }
    array_add(f->series, f->count) =
        (struct plot_series){xstrdup(label), xstrdup(style), look, false};
    return f->count - 1;
}

void plot_add_row(struct plot_figure *f, struct plot_row row)
{
    array_add(f->row, f->rows) = row;
}

void plot_figure_clear(struct plot_figure *f)
{
    char *own[] = {f->name, f->title, f->x_label, f->y_label, f->caption, f->unsuccessful_word};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        free(own[i]);
    for (int i = 0; i < f->panels; i++) {
        free(f->panel[i].title);
        free(f->panel[i].note);
        free(f->panel[i].x_label);
    }
    for (int i = 0; i < f->count; i++) {
        free(f->series[i].label);
        free(f->series[i].style);
    }
    for (int i = 0; i < f->guides; i++)
        free(f->guide[i].label);
    for (int i = 0; i < f->categories; i++)
        free(f->category[i]);
    free(f->panel);
    free(f->series);
    free(f->guide);
    free(f->category);
    free(f->row);
    *f = (struct plot_figure){0};
}
