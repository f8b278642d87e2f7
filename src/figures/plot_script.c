#include "figures/plot_script.h"
#include "base/arena.h"
#include "figures/figure_write.h"
#include "figures/plot_data.h"
#include "figures/plot_dumb.h"
#include "figures/plot_heat.h"
#include "figures/plot_layout.h"
#include "figures/plot_paper.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NO_DATA "no data"

/* Sets line[k] for a legend entry. */
static void add_line_type(struct text *out, const struct legend_entry *e, int k)
{
    char *word = xstrndup(e->style, strcspn(e->style, " :"));
    struct text own = {0};

    text_add(&own, "line_of(");
    plot_quote(&own, word);
    text_add(&own, ")");
    if (e->marks && e->first + 1 < k)
        text_add(out, "line[%d] = line_more(0); eval printed(line[%d], line[%d], %d)\n", k, k,
                 e->first + 1, e->variant);
    else if (e->marks)
        text_add(out, "line[%d] = line_more(0); eval printed(line[%d], %s, %d)\n", k, k, own.s,
                 e->variant);
    else if (e->variant == 1)
        text_add(out, "line[%d] = line_more(0); eval second(line[%d], line[%d])\n", k, k,
                 e->first + 1);
    else
        text_add(out, "line[%d] = %s\n", k, e->variant > 0 ? "line_more(0)" : own.s);
    text_clear(&own);
    free(word);
}

void plot_head(struct text *out, const char *name, double width, double height)
{
    text_add(
        out,
        "# A figure of normlab. `gnuplot %s.gp` in this folder draws it anew as .svg, .pdf and "
        ".png;\n# gnuplot -e \"term = 'pdf'\" %s.gp draws one of them, term = 'dumb' shows it "
        "in the terminal.\n# Colours, points, dashes and fonts are in ../style.gp.\n\n"
        "load '../style.gp'\n\nname = ",
        name, name);
    plot_quote(out, name);
    text_add(out, "\nwidth = %g # inches\nheight = %g\n", width, height);
}

void plot_line_types(struct text *out, const struct layout *l)
{
    if (l->entries == 0)
        return;
    text_add(out,
             "\n# The series: legend entries and line types.\narray label[%d]\n"
             "array line[%d]\n",
             l->entries, l->entries);
    for (int i = 0; i < l->entries; i++) {
        const struct legend_entry *e = &l->entry[i];

        text_add(out, "label[%d] = ", i + 1);
        plot_quote(out, e->shown);
        text_add(out, "; ");
        add_line_type(out, e, i + 1);
    }
}

void plot_ticks(struct text *out, char which, const struct axis *a)
{
    /* The scale of the panel before might not take this range. */
    text_add(out, "    unset logscale %c; set %crange [", which, which);
    plot_add_number(out, a->low);
    text_add(out, ":");
    plot_add_number(out, a->high);
    text_add(out, "]");
    if (a->log)
        text_add(out, "; set logscale %c %d", which, a->log);
    if (a->ticks == 0) {
        text_add(out, "; unset %ctics\n", which);
        return;
    }
    text_add(out, "\n    set %ctics (", which);
    for (int i = 0; i < a->ticks; i++) {
        char *label = axis_label(a, a->tick[i]), *number = format_new("%.10g", a->tick[i]);

        text_add(out, "%s", i > 0 ? ", " : "");
        if (strcmp(label, number)) {
            plot_quote(out, label);
            text_add(out, " ");
        }
        text_add(out, "%s", number);
        free(label);
        free(number);
    }
    text_add(out, ")\n");
}

void plot_begin(struct text *out)
{
    text_add(out, "\nif (!exists('term')) { term = '" PLOT_ALL "' }\n"
                  "if (!exists('suffix')) { suffix = '' }\n"
                  "do for [t in term] {\n"
                  "    eval terminal(t, width, height)\n"
                  "    if (t ne 'dumb') {\n"
                  "        set output name . '.' . t . suffix\n"
                  "        set multiplot\n"
                  "    }\n");
}

void plot_end(struct text *out)
{
    text_add(out, "    if (t ne 'dumb') { unset multiplot }\n    unset output\n}\n");
}

void plot_script(struct text *out, const struct plot_figure *f)
{
    struct layout l;

    if (f->heat) {
        heat_script(out, f);
        return;
    }
    if (f->categories == 0) {
        figure_script(out, f);
        return;
    }
    layout_init(&l, f);
    plot_head(out, f->name, l.width, l.height);
    plot_line_types(out, &l);
    for (int p = 0; p < f->panels; p++) {
        text_add(
            out,
            "\n# Panel %d: x, mean or median, low and high end of its band; x, y of each seed.\n",
            p + 1);
        for (int s = 0; s < f->panel[p].count; s++)
            plot_add_blocks(out, &f->panel[p].series[s], p + 1, s + 1);
    }
    plot_begin(out);
    for (int p = 0; p < f->panels; p++) {
        text_add(out, "\n    # Panel %d\n", p + 1);
        plot_ticks(out, 'x', &l.x[p]);
        plot_ticks(out, 'y', &l.y[p]);
        if (l.y[p].empty)
            text_add(out, "    set label '" NO_DATA "' at graph 0.5, graph 0.5 center\n");
        text_add(out, "    if (t eq 'dumb') {\n");
        plot_dumb(out, f, &l, p);
        text_add(out, "    } else {\n");
        plot_paper(out, f, &l, p);
        text_add(out, "    }\n");
    }
    plot_end(out);
    layout_release(&l, f);
}
