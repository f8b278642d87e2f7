#include "base/arena.h"
#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/command.h"
#include "experiments/experiment.h"
#include "figures/draw.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads a number from text into *v. True when the number is in [least, most]. Also true when text is NULL, which
 * means that the flag was not given; *v then does not change. */
static bool take_number(const char *text, double least, double most, double *v)
{
    if (!text)
        return true;
    *v = number_is(text) ? number_parse(text, NULL) : NAN;
    return *v >= least && *v <= most;
}

/* Converts a list of formats such as "pdf,svg" to "pdf svg", with each format once: a new string, which the caller
 * frees. Returns NULL when the list is empty or has an unknown format. */
static char *take_formats(const char *list)
{
    char *copy = xstrdup(list), *rest = NULL;
    struct text words = {0};
    bool known = true;

    for (const char *w = strtok_r(copy, ",", &rest); w; w = strtok_r(NULL, ",", &rest)) {
        w = strcmp(w, "tikz") == 0 ? "tex" : w;
        known = known && strlen(w) == 3 && strstr(PLOT_FORMATS, w);
        if (!strstr(text_str(&words), w))
            text_add_item(&words, " ", "%s", w);
    }
    free(copy);
    if (known && words.length)
        return words.s;
    text_clear(&words);
    return NULL;
}

static int run(int argc, char **argv)
{
    const char *root = ".", *preset = NULL, *width = NULL, *font = NULL, *format = "svg,pdf,png";
    bool term = false;
    struct drawing d = {0};
    char *formats;
    const struct flag flags[] = {
        {"--term", NULL, FLAG_BOOL, &term},          {"--preset", NULL, FLAG_TEXT, &preset},
        {"--out", NULL, FLAG_TEXT, &root},           {"--width", NULL, FLAG_TEXT, &width},
        {"--font", NULL, FLAG_TEXT, &font},          {"--format", NULL, FLAG_TEXT, &format},
        {"--style", NULL, FLAG_TEXT, &d.style_file}, {0},
    };
    struct experiment *e;
    struct study s;
    int bad;

    parse_arguments(argc, argv, flags, 1, 1, "takes one experiment");
    if (!take_number(width, 2, 40, &d.page.width))
        die_usage("plot", "--width takes inches, from 2 to 40; a column of a paper has 3.4");
    if (!take_number(font, 4, 30, &d.page.font_size))
        die_usage("plot", "--font takes points, from 4 to 30");
    d.formats = formats = take_formats(format);
    if (!formats)
        die_usage("plot", "--format takes svg, pdf, png and tikz, with commas between");
    e = open_results("plot", argv[1], root, preset, &s);
    bad = term ? figures_draw_terminal(&s, e->figures, INT_MAX) : figures_draw(&s, e->figures, &d);
    if (!bad && !term)
        figures_print(&s, e->figures, "");
    if (!bad && s.verdicts.left_out)
        printf("%s\n", s.verdicts.left_out);
    if (!bad)
        print_unmerged(&s);
    study_close(&s);
    experiment_free(e);
    free(formats);
    return bad ? EXIT_FAILED : EXIT_DONE;
}

const struct command command_plot = {
    "plot",
    "draw an experiment's figures from its results",
    "usage: normlab plot EXPERIMENT [--preset NAME] [--term] [--out DIR]\n"
    "                    [--width INCHES] [--font POINTS] [--format LIST] [--style FILE]\n\n"
    "Reads DIR/results/EXPERIMENT.h5 [.] and, while a run goes on or after it was stopped, the finished\n"
    "trials that are not in it yet; writes DIR/plots/EXPERIMENT/FIGURE.{svg,pdf,png,gp,csv}.\n"
    "Figures show the trials with one preset's settings; the command says which trials are left out.\n\n"
    "  --preset NAME   show the trials of this preset [the main one, or else the one with the most trials];\n"
    "                  figures of another preset go to DIR/plots/EXPERIMENT.NAME/, those of generated\n"
    "                  data to DIR/plots/EXPERIMENT.generated/\n"
    "  --width INCHES  width of the page [7]; a column of a paper has 3.4\n"
    "  --font POINTS   size of its text [8]\n"
    "  --format LIST   of svg, pdf, png and tikz, with commas between [svg,pdf,png]; pictures in other\n"
    "                  formats that exist are drawn again as well. tikz writes FIGURE.tex, for\n"
    "                  \\input in a LaTeX document with \\usepackage{gnuplot-lua-tikz}; gnuplot writes\n"
    "                  that package: gnuplot -e \"set terminal tikz createstyle\"\n"
    "  --style FILE    a gnuplot program that stands after normlab's own style in each FIGURE.gp\n"
    "  --term          draw in the terminal, write no files\n\n"
    "DIR/plots/style.conf sets the look of all figures, here and in normlab run and report: lines\n"
    "NAME = VALUE, comments behind #. The names are\n\n"
    "  font, font_size, width            as Liberation Sans, 9 (points), 3.4 (inches)\n"
    "  line_width, point_size            as 2 and 1.2 [1.6, 0.95]\n"
    "  colour.LINE, point.LINE, dash.LINE   as #00559A, 7 (gnuplot's number of a point), 12,4 or solid\n\n"
    "LINE is a norm, as batchnorm, or a verdict, as supported. gnuplot itself reads nothing from DIR: who\n"
    "draws another's results runs no program of theirs.\n\n"
    "example: normlab plot batch_size --term\n",
    run,
};
